"""Rows of participations that several measures of the community share."""

import ibis.expr.types as ir

from benchside.indicators.base import evidence
from benchside.indicators.community.project_share import is_told_within

KEYS = ("project", "organisation", "participation")


def team_rows(participations: ir.Table, **counted) -> ir.Table:
    """Evidence rows of participations; `counted` is what is counted of each: `num`, `den`, `thing`."""
    keys = {"project": "project_id", "organisation": "organisation_id", "participation": "participation_id"}
    return evidence(participations, **counted, **keys)


def sme_share(participations: ir.Table) -> ir.Table:
    """Evidence rows of a ratio: participations in the group SME over all that are given.

    Where none of them is in that group, the source more likely does not tell small firms from others: the rows are no observations.
    """
    is_sme = participations.partner_group == "sme"
    return team_rows(participations, num=is_sme.ifelse(1, 0), den=1, observed=is_told_within(is_sme))
