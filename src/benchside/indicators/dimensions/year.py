"""The year a row belongs to. Rows bear it themselves."""

from benchside.indicators.dimension import Dimension

DIMENSION = Dimension(id="year", title="Year", is_scope=True)
