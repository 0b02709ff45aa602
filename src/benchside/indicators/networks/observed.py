"""Numbers somebody observed of a project's results, at their latest date."""

import ibis.expr.types as ir

from benchside.indicators.base import evidence

TABLES = ("observation",)

LIMITS = (
    "Each subject's latest dated observation counts; undated ones do not. A bound counts as it is printed: a lower "
    "bound makes the sum a lower bound."
)


def observed(t, measure: str) -> ir.Table:
    """Evidence rows of the latest numbers of one measure."""
    seen = t.observation
    seen = seen.filter(seen.measure == measure)
    return evidence(seen, num=seen.value, project="project_id")
