"""Works that are one: which work stands for several records of it, and whose values then count.

Verdicts are knowledge, not events: the standing ones hold at every date that a figure is asked for.

Verdicts join records to groups, whatever way they point and in whatever order they were given, so that chains and circles
lose no work and count none twice. A group is stood for by the work that none of its verdicts merges into another; where
there are several such works, or none (a circle), by the one with the smallest key.
"""

import ibis
import ibis.expr.types as ir

TABLES = ("work_merge",)

ROUNDS = 4
"""Each round looks one verdict further and then doubles what is known: a chain in the order of its keys is followed
over 46 verdicts, any other over 5 at least. What lies further apart stays several works; none is ever lost."""


def kept(t) -> ir.Table:
    """`of_work` and `kept_id` for every work that a standing verdict speaks of; all other works stand for themselves."""
    edges = _edges(_standing(t.work_merge))
    nodes = edges.group_by("a").agg(least=edges.b.min(), merged=edges.out.any())
    reached = nodes.select("a", "least")
    for _ in range(ROUNDS):
        reached = _further(edges, reached)
    return _stood_for(reached, nodes)


def _stood_for(reached: ir.Table, nodes: ir.Table) -> ir.Table:
    """Each work with the one that stands for its group: one that nothing merges, otherwise the smallest."""
    known = nodes.select(node="a", merged="merged")
    joined = reached.join(known, reached.a == known.node)
    grouped = joined.select(of_work=reached.a, group=reached.least, merged=known.merged)
    free = (~grouped.merged).ifelse(grouped.of_work, ibis.null("string"))
    named = grouped.mutate(free=free)
    chosen = named.group_by("group").agg(first=named.free.min(), least=named.of_work.min())
    both = named.join(chosen, "group")
    return both.mutate(kept_id=both.first.fill_null(both.least)).select("of_work", "kept_id")


def _standing(merge: ir.Table) -> ir.Table:
    """The verdicts `same` that no later verdict `apart` between the same two works undoes, whichever is named first."""
    same = merge.filter((merge.verdict == "same") & (merge.work_id != merge.kept_id))
    named = merge.filter(merge.verdict == "apart")
    there = named.select(first="work_id", second="kept_id", undone_on="decided_on")
    back = named.select(first="kept_id", second="work_id", undone_on="decided_on")
    apart = ibis.union(there, back)
    return same.anti_join(
        apart, [same.work_id == apart.first, same.kept_id == apart.second, same.decided_on <= apart.undone_on]
    )


def _edges(same: ir.Table) -> ir.Table:
    """Each verdict in both directions, and every work with itself; `out` where a work is merged into the other."""
    there = same.select(a="work_id", b="kept_id", out=ibis.literal(True))
    back = same.select(a="kept_id", b="work_id", out=ibis.literal(False))
    both = ibis.union(there, back)
    return ibis.union(both, both.select(a="a", b="a", out=ibis.literal(False)))


def _further(edges: ir.Table, reached: ir.Table) -> ir.Table:
    """The smallest key known to a work's neighbours, and what the work of that key knows in turn."""
    known = reached.select(at="a", low="least")
    joined = edges.join(known, edges.b == known.at)
    near = joined.group_by("a").agg(least=joined.low.min())
    beyond = near.select(at="a", low="least")
    found = near.join(beyond, near.least == beyond.at)
    return found.select("a", least="low")


def resolved(t, table: ir.Table, column: str = "work_id") -> ir.Table:
    """The table with `kept_id`: the work that stands for the one its `column` names."""
    of = kept(t)
    joined = table.left_join(of, table[column] == of.of_work)
    both = joined.select(*[table[c] for c in table.columns], stands=of.kept_id)
    return both.mutate(kept_id=both.stands.fill_null(both[column])).drop("stands")


def values_of_kept(t, table: ir.Table, *per: str) -> ir.Table:
    """The rows that speak for a work: the kept work's own; where it has none, those of the merged one with the smallest key.

    `per` names columns within which this is asked anew: a kept work may have a count of its own in one database and not in another.
    """
    known = resolved(t, table)
    ranked = known.mutate(rank=(known.work_id == known.kept_id).ifelse("", known.work_id))
    best = ranked.mutate(best=ranked["rank"].min().over(group_by=["kept_id", *per]))
    return best.filter(best["rank"] == best.best).drop("rank", "best")
