"""The type of organisation that a register gives a participant: university, research organisation, public body, company or another.

It is the register's own word and is kept beside the partner group, which also tells small companies from large ones.
"""

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import MILLION
from benchside.indicators.dimension import Dimension


def members(t) -> ir.Table:
    told = t.participation.filter(t.participation.activity_type.notnull())
    return told.select(key=told.participation_id, value=told.activity_type, weight=ibis.literal(MILLION, "int64"))


DIMENSION = Dimension(
    id="activity_type", title="Activity type", key="participation", tables=("participation",), members=members
)
