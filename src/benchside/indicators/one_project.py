"""Projects that are one: which of them stands for a record's project, and whose word counts where several sources tell of one."""

import ibis.expr.types as ir

TABLES = ("project_cluster",)

LIMITS = "Projects of several sources are joined by the number of their grant; one that bears no number, or another, counts twice."


def joined(t, table: ir.Table, column: str = "project_id") -> ir.Table:
    """The table with `cluster`: the project that stands for the one its `column` names, itself where nothing joins it."""
    of = t.project_cluster.select(of_project="project_id", stands="cluster_id")
    both = table.left_join(of, table[column] == of.of_project)
    known = both.select(*[table[c] for c in table.columns], stands=of.stands)
    return known.mutate(cluster=known.stands.fill_null(known[column])).drop("stands")


def of_one_record(known: ir.Table, column: str = "project_id") -> ir.Table:
    """The rows that speak for a project: those of the record that stands for it; where it has none, of the joined one with the smallest key.

    So what two sources tell of one project is never added up, and never mixed. `known` bears `cluster`.
    """
    ranked = known.mutate(rank=(known[column] == known.cluster).ifelse("", known[column]))
    best = ranked.mutate(best=ranked["rank"].min().over(group_by="cluster"))
    return best.filter(best["rank"] == best.best).drop("rank", "best")


def standing(known: ir.Table, column: str = "project_id") -> ir.Table:
    """The rows under the key of the project that stands for theirs. `known` bears `cluster`."""
    return known.mutate(**{column: known.cluster}).drop("cluster")
