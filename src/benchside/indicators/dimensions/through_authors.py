"""Members that a publication has by what the addresses of its authors say."""

from collections.abc import Callable

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import MILLION
from benchside.indicators.science.papers import held_by_several


def through(column: str, *, several: str, one: str, unknown: str = "") -> Callable[..., ir.Table]:
    """Members of a dimension with two values: whether the authors of a work have several values of a column, or one."""

    def members(t) -> ir.Table:
        held = held_by_several(t, column, unknown=unknown)
        return held.select(
            key=held.of_work, value=held.holds.ifelse(several, one), weight=ibis.literal(MILLION, "int64")
        )

    return members
