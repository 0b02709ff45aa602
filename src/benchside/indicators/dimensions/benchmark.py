"""The comparison group a work belongs to. Rows bear it themselves."""

from benchside.indicators.dimension import Dimension

DIMENSION = Dimension(
    id="benchmark", title="Comparison group", label=("benchmark_group", "benchmark_group_id", "title"), is_scope=True
)
