"""The role in which an organisation takes part."""

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import MILLION
from benchside.indicators.dimension import Dimension


def members(t) -> ir.Table:
    p = t.participation
    return p.select(key=p.participation_id, value=p.role, weight=ibis.literal(MILLION, "int64"))


DIMENSION = Dimension(id="role", title="Role", key="participation", tables=("participation",), members=members)
