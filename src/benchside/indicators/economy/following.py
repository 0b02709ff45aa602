"""Further funding that projects report: one row for each project and amount, so that one of several projects can count once."""

import ibis.expr.types as ir

TABLES = ("project_outcome", "further_funding")

LIMITS = (
    "Counts what projects reported. An amount that several projects report counts once in each of them and once in the whole, so "
    "projects do not add up to the whole. That a grant led to the money is the project's word. Amounts that were not "
    "stated are in no sum."
)

_OF_TIE = ("evidence_id", "document_id", "source", "grade", "project_id", "outcome_id")
_OF_FUNDING = ("amount", "currency", "sector", "start_on")


def amounts(t) -> ir.Table:
    """The reports of further funding that state an amount, with the `year` it began."""
    tie, funding = t.project_outcome, t.further_funding
    stated = funding.filter(funding.amount.notnull())
    joined = tie.join(stated, tie.outcome_id == stated.outcome_id)
    both = joined.select(*[tie[c] for c in _OF_TIE], *[stated[c] for c in _OF_FUNDING])
    return both.mutate(year=both.start_on.year())


def in_pounds(t) -> ir.Table:
    """Those whose currency is said to be the pound."""
    found = amounts(t)
    return found.filter(found.currency == "GBP")
