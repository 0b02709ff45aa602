"""How far an amount or a step has come. Rows bear it themselves."""

from benchside.indicators.dimension import Dimension

DIMENSION = Dimension(id="state", title="State")
