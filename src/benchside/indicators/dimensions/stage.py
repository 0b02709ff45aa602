"""The stage an asset has reached. Rows bear it themselves."""

from benchside.indicators.dimension import Dimension

DIMENSION = Dimension(id="stage", title="Stage")
