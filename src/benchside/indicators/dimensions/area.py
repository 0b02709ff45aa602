"""The scientific area of a project. A project may lie in several; its weights sum to one, so that areas add up."""

import ibis.expr.types as ir

from benchside.indicators.dimension import Dimension


def members(t) -> ir.Table:
    return t.project_area.select(
        key=t.project_area.project_id,
        value=t.project_area.area_id,
        weight=t.project_area.weight,
        basis=t.project_area.basis,
    )


DIMENSION = Dimension(
    id="area", title="Scientific area", kind="shared", key="project", tables=("project_area",), members=members,
    label=("area", "area_id", "name"), is_scope=True,
)  # fmt: skip
