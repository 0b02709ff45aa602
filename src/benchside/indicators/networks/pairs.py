"""Pairs of organisations that take part in one project: one row for each pair and project.

The evidence of a row is the participation of the pair's first organisation; the pair names both.
"""

import ibis
import ibis.expr.types as ir

from benchside.indicators import clustered

TABLES = ("participation", *clustered.TABLES)

LIMITS = (
    clustered.LIMITS
    + " Taking part in one project does not show that the two worked together there; large projects have "
    "very many pairs."
)


def pairs(t) -> ir.Table:
    """The pairs, each organisation once in a project however often it is listed; `pair` joins their two keys."""
    part = clustered.clustered(t, t.participation)
    nth = ibis.row_number().over(group_by=["project_id", "cluster"], order_by="evidence_id")
    one = part.mutate(nth_=nth)
    one = one.filter(one.nth_ == 0).drop("nth_")
    other = one.view()
    joined = one.join(other, (one.project_id == other.project_id) & (one.cluster < other.cluster))
    return joined.select(
        *[one[c] for c in ("evidence_id", "document_id", "source", "grade", "project_id")],
        pair=one.cluster + "|" + other.cluster,
    )
