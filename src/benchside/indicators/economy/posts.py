"""Rows of employment that direct jobs and the estimate built on them share."""

import ibis.expr.types as ir

from benchside.indicators.base import evidence

TABLES = ("employment",)

KEYS = ("project", "organisation", "kind", "year")

LIMITS = (
    "Posts follow one another: two half-time posts make one full-time job, and a post of two years, filled anew for two more, makes "
    "two. Posts that would exist without the projects are not set apart."
)


def posts(t) -> ir.Table:
    """Evidence rows in millionths of a full-time equivalent, by type of post and the year in which it began."""
    e = t.employment
    keys = {"project": "project_id", "organisation": "organisation_id", "kind": "post_type"}
    return evidence(e, num=e.fte, year=e.start_on.year(), **keys)
