"""Further funding over the public money of the projects that report it, both in one currency."""

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import evidence, stack
from benchside.indicators.economy.following import amounts


def over_public(t, currency: str, money: ir.Table) -> ir.Table:
    """Evidence rows: what followed in a currency, over the public `money` of the same projects.

    An amount that several of these projects report is divided among them equally, to the cent, so that it counts once in all.
    """
    found = amounts(t)
    found = found.filter((found.currency == currency) & found.project_id.isin(money.project_id))
    number = ibis.row_number().over(group_by=found.outcome_id, order_by=[found.project_id, found.evidence_id])
    ranked = found.mutate(number=number, many=found.evidence_id.count().over(group_by=found.outcome_id))
    part = _upto(ranked, ranked.number + 1) - _upto(ranked, ranked.number)
    return stack(
        evidence(ranked, num=part, project="project_id"),
        evidence(money, num=ibis.literal(0), den=money.amount, observed=False, project="project_id"),
    )


def _upto(ranked: ir.Table, number: ir.Value) -> ir.Value:
    """What the first so many projects have of an amount together, in whole cents."""
    return (ranked.amount * number) // ranked.many
