"""The partner group in which an organisation takes part."""

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import MILLION
from benchside.indicators.dimension import Dimension


def members(t) -> ir.Table:
    return t.participation.select(
        key=t.participation.participation_id, value=t.participation.partner_group, weight=ibis.literal(MILLION, "int64")
    )


DIMENSION = Dimension(
    id="group", title="Partner group", key="participation", tables=("participation",), members=members, is_scope=True
)
