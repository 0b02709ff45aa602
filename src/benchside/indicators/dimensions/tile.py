"""The measure of success an effect belongs to. Rows bear it themselves."""

from benchside.indicators.dimension import Dimension

DIMENSION = Dimension(id="tile", title="Measure of success")
