"""The call a project answered."""

from benchside.indicators.dimension import Dimension
from benchside.indicators.dimensions.through_project import through

DIMENSION = Dimension(
    id="call", title="Call", key="project", tables=("project",), members=through("call_id"),
    label=("call", "call_id", "name"), is_scope=True,
)  # fmt: skip
