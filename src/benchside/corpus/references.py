"""What is cited together: the papers that stand beside a paper in the reference lists of those that cite it."""

import ibis.expr.types as ir


def co_cited(pairs: ir.Table, focal: ir.Table) -> ir.Table:
    """`focal_id`, `citing_id`, `cited_id`: what the papers that cite a focal paper cite beside it.

    One row for each such citation, so a paper that two of them cite has two rows; the focal paper itself has none.
    """
    citing = pairs.semi_join(focal, pairs.cited_id == focal.work_id).select(focal_id="cited_id", citing_id="citing_id")
    beside = citing.join(pairs, "citing_id").select("focal_id", "citing_id", "cited_id")
    return beside.filter(beside.cited_id != beside.focal_id)
