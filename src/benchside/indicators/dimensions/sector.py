"""The sector of a learner or an author. Rows bear it themselves."""

from benchside.indicators.dimension import Dimension

DIMENSION = Dimension(id="sector", title="Sector")
