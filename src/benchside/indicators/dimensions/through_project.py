"""Members that a project has by one of its own columns."""

from collections.abc import Callable

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import MILLION


def through(column: str) -> Callable[..., ir.Table]:
    """Members of a dimension whose value is a column of the project; projects without a value have none."""

    def members(t) -> ir.Table:
        known = t.project.filter(t.project[column].notnull())
        return known.select(key=known.project_id, value=known[column], weight=ibis.literal(MILLION, "int64"))

    return members
