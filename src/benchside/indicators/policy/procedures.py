"""Steps with authorities. A confidential step counts, and is never listed."""

import ibis.expr.types as ir

from benchside.indicators.base import evidence

TABLES = ("regulatory_procedure",)
KEYS = ("project", "kind", "state", "year")

OBTAINED = ("given", "positive")

LIMITS = (
    "Counts the steps on record. A step that concerns two projects is two records where both report it. Confidential "
    "steps are in the number and not in the list."
)


def procedures(t, *kinds: str, outcomes: tuple[str, ...] = ()) -> ir.Table:
    """Evidence rows of the steps of the given kinds with one of the given outcomes (all where none is given)."""
    step = t.regulatory_procedure
    step = step.filter(step.kind.isin(kinds)) if kinds else step
    step = step.filter(step.outcome.isin(outcomes)) if outcomes else step
    year = step.decided_on.year().cast("string")
    return evidence(
        step, confidential=step.is_confidential, project="project_id", kind="kind", state="outcome", year=year
    )
