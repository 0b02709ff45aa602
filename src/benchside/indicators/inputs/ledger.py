"""Rows of the money ledger that several measures of money share.

The amounts that count are exact, in euro, at their latest dated version: of each project those of its fact sheet (as published),
or, where it has none, those of a public register. Amounts that were announced, rounded, undated or in another currency stay in
the ledger and appear in histories.
"""

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import evidence, stack

TABLES = ("contribution",)

COUNTED = ("as_published", "registry")
"""The states whose amounts count, the one that is preferred first; no figure adds both for one project."""

LIMITS = (
    "Counts exact amounts in euro, as published (for a project that has none, those of a public register), at their latest "
    "dated version. Announced, rounded or undated amounts and other currencies are in the ledger but not in this figure."
)


SEVERAL = (
    " A register that knows the European Union's money alone says nothing of what others pay: its amounts enter only where nothing is "
    "published and it names another payer."
)
"""What holds besides where several payers are added up or compared."""


def published(t, *payers: str) -> ir.Table:
    """The contributions that count, of the given kinds of payer (all where none is given)."""
    exact = _preferred(t.contribution)
    return exact.filter(exact.payer.isin(payers)) if payers else exact


def _preferred(amounts: ir.Table) -> ir.Table:
    """The exact amounts in euro that count: of each project as published, or where it has none, those of a register."""
    exact = amounts.filter(amounts.state.isin(COUNTED) & (amounts.precision == "exact") & (amounts.currency == "EUR"))
    return _as_published(exact, group_by="project_id")


def _as_published(exact: ir.Table, **within) -> ir.Table:
    """Where anything is published, only what is; each group `within` for itself."""
    told = exact.mutate(published=(exact.state == COUNTED[0]).cast("int64").max().over(**within))
    return told.filter((told.state == COUNTED[0]) | (told.published == 0)).drop("published")


def paid(t, *payers: str) -> ir.Table:
    """Evidence rows in cents for the given kinds of payer."""
    rows = published(t, *payers)
    return evidence(rows, num=rows.amount, project="project_id", payer="payer")


def together(t, *payers: str) -> ir.Table:
    """Evidence rows in cents of several kinds of payer added up (all where none is given)."""
    exact = _of_several(t)
    rows = exact.filter(exact.payer.isin(payers)) if payers else exact
    return evidence(rows, num=rows.amount, project="project_id", payer="payer")


def _of_several(t) -> ir.Table:
    """The contributions in which payers can be added up or compared: what is published; where nothing is, a register that names several.

    Registers know what the European Union pays and not what industry gives: their amounts would be taken for the whole.
    """
    exact = _as_published(published(t))
    told = exact.mutate(several=(exact.payer != "eu").cast("int64").max().over())
    return told.filter((told.state == COUNTED[0]) | (told.several > 0)).drop("several")


def over_public(t, *payers: str) -> ir.Table:
    """Evidence rows of a ratio: what the given payers give, over what the European Union gives.

    Where no other payer is on record, nobody said what others gave: the rows are no observations, and there is no ratio of 1.
    """
    exact = _of_several(t)
    above, below = exact.filter(exact.payer.isin(payers)) if payers else exact, exact.filter(exact.payer == "eu")
    others = ibis.coalesce((above.payer != "eu").cast("int64").max().over(), 0) > 0
    return stack(
        evidence(above, num=above.amount, observed=others, project="project_id"),
        evidence(below, num=ibis.literal(0), den=below.amount, observed=False, project="project_id"),
    )


def accepted(t) -> ir.Table:
    """The costs that the programme office accepted, of all payers: exact, in euro, at their latest dated version."""
    c = t.contribution
    return c.filter((c.state == "accepted") & (c.precision == "exact") & (c.currency == "EUR"))


def allocated(t) -> ir.Table:
    """The public money of participations that counts: exact, in euro, at its latest dated version, of each project in one state."""
    return _preferred(t.allocation)


def allocation_rows(t, allocations: ir.Table, **counted) -> ir.Table:
    """Evidence rows of allocations, with the organisation that receives; `num` is the amount unless `counted` gives it.

    An allocation stays where its participation is not known at the date; its organisation is then missing.
    """
    receivers = t.participation.select("participation_id", "organisation_id")
    joined = allocations.left_join(receivers, allocations.participation_id == receivers.participation_id)
    rows = joined.select(*[allocations[c] for c in allocations.columns], organisation_id=receivers.organisation_id)
    keys = {"project": "project_id", "organisation": "organisation_id", "participation": "participation_id"}
    return evidence(rows, **({"num": rows.amount} | counted), **keys)
