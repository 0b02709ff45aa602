"""Two sectors that meet in a project, in the order of their names, or one sector twice. Rows bear it themselves."""

from benchside.indicators.dimension import Dimension

DIMENSION = Dimension(id="sector_pair", title="Two sectors", kind="one")
