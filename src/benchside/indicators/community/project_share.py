"""Rows of shares of projects: how many of them have something.

Such a share reads a missing record as "does not have it". That holds where the records know the thing at all. Where no project
of the build has it, more likely nobody recorded it: a nought would be a claim, and there is no value unless coverage is declared complete.
"""

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import evidence


def project_share(projects: ir.Table, having: ir.Column) -> ir.Table:
    """Evidence rows of a ratio, one for each of the `projects`: those whose key is among `having`, over all of them."""
    has = projects.project_id.isin(having).ifelse(1, 0)
    return evidence(projects, num=has, den=1, observed=is_told(having), project="project_id", programme="programme_id")


def is_told(having: ir.Column) -> ir.Value:
    """Does any record of the build tell of it? Rows of a share that none tells of are no observations."""
    return having.count().as_scalar() > 0


def is_told_within(holds: ir.BooleanValue) -> ir.Value:
    """The same, of a column of the counted rows themselves."""
    return ibis.coalesce(holds.cast("int64").max().over(), 0) > 0
