"""Projects in which a partner group takes part. A project usually has several groups, so that cuts do not add up."""

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import MILLION
from benchside.indicators.dimension import Dimension


def members(t) -> ir.Table:
    part = t.participation
    pairs = part.select(key=part.project_id, value=part.partner_group).distinct()
    return pairs.mutate(weight=ibis.literal(MILLION, "int64"))


DIMENSION = Dimension(
    id="with_group",
    title="Partner group that takes part",
    kind="overlapping",
    key="project",
    tables=("participation",),
    members=members,
)
