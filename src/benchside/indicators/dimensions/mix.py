"""Whether a publication was written in one sector or across several. Works without a known sector have no value."""

from benchside.indicators.dimension import Dimension
from benchside.indicators.dimensions.through_authors import through
from benchside.indicators.science import merged

DIMENSION = Dimension(
    id="mix", title="One sector or several", key="work", tables=("authorship", *merged.TABLES),
    members=through("sector", several="several sectors", one="one sector", unknown="unknown"), is_scope=True,
)  # fmt: skip
