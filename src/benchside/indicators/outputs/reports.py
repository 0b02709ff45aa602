"""What projects report to their funder: one row for each project and outcome, so that one of several projects can count once.

Shared by the indicators over reported outcomes of any type.
"""

import ibis.expr.types as ir

TABLES = ("project_outcome", "outcome")

LIMITS = (
    "Counts what projects reported, which nobody checked: it is as complete as the reporting. An outcome that several "
    "projects report counts once in each of them and once in the whole, so projects do not add up to the whole; one "
    "that was typed in twice, under two numbers, counts twice."
)

_OF_TIE = ("evidence_id", "document_id", "source", "grade", "project_id", "outcome_id")
_OF_OUTCOME = ("kind", "type", "sector", "country", "stage", "happened_on")


def reports(t, kind: str = "") -> ir.Table:
    """The reports of outcomes (of one kind), with what is known of the outcome and the `year` it began or came about."""
    tie, outcome = t.project_outcome, t.outcome
    of_kind = outcome.filter(outcome.kind == kind) if kind else outcome
    joined = tie.join(of_kind, tie.outcome_id == of_kind.outcome_id)
    both = joined.select(*[tie[c] for c in _OF_TIE], *[of_kind[c] for c in _OF_OUTCOME])
    return both.mutate(year=both.happened_on.year())
