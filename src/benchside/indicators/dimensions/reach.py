"""Whether a publication was written in one country or in several. Works without a known country have no value."""

from benchside.indicators.dimension import Dimension
from benchside.indicators.dimensions.through_authors import through
from benchside.indicators.science import merged

DIMENSION = Dimension(
    id="reach", title="International or domestic", key="work", tables=("authorship", *merged.TABLES),
    members=through("country", several="international", one="domestic"), is_scope=True,
)  # fmt: skip
