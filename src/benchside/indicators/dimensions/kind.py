"""What sort of thing a row speaks of. Rows bear it themselves."""

from benchside.indicators.dimension import Dimension

DIMENSION = Dimension(id="kind", title="Kind")
