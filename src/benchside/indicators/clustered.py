"""Organisations that are one: which of them stands for a record's organisation at the date that is asked for."""

import ibis.expr.types as ir

TABLES = ("organisation_cluster",)

LIMITS = (
    "Organisations are joined by shared identifiers, by kept judgements and, from its day on, by a succession; one under two "
    "names that nobody has judged counts twice."
)


def clustered(t, table: ir.Table, column: str = "organisation_id") -> ir.Table:
    """The table with `cluster`: the organisation that stands for the one its `column` names, itself where nothing joins it."""
    of = t.organisation_cluster.select(of_organisation="organisation_id", stands="cluster_id")
    joined = table.left_join(of, table[column] == of.of_organisation)
    both = joined.select(*[table[c] for c in table.columns], stands=of.stands)
    return both.mutate(cluster=both.stands.fill_null(both[column])).drop("stands")
