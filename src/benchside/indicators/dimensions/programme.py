"""The programme a project belongs to."""

from benchside.indicators.dimension import Dimension
from benchside.indicators.dimensions.through_project import through

DIMENSION = Dimension(
    id="programme", title="Programme", key="project", tables=("project",), members=through("programme_id"),
    label=("programme", "programme_id", "name"), is_scope=True,
)  # fmt: skip
