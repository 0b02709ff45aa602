"""The result a row speaks of. Rows bear it themselves."""

from benchside.indicators.dimension import Dimension

DIMENSION = Dimension(id="asset", title="Result", label=("asset", "asset_id", "name"))
