"""Rows of shares of projects: how many of them have something."""

import ibis.expr.types as ir

from benchside.indicators.base import evidence


def project_share(projects: ir.Table, having: ir.Column) -> ir.Table:
    """Evidence rows of a ratio, one for each of the `projects`: those whose key is among `having`, over all of them."""
    has = projects.project_id.isin(having).ifelse(1, 0)
    return evidence(projects, num=has, den=1, project="project_id", programme="programme_id")
