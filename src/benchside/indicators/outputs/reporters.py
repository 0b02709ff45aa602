"""Which projects a record belongs to: its own, or every project that reports the outcome from which it was made.

A record that a reported outcome makes (an asset, an event, a trial) bears the outcome's key, or that key with `#` and a word
where one outcome makes several of a type. It stands once among the records; here it has one row for each project that reports it, so
that it counts once in each of them and, as one thing, once in the whole.
"""

import ibis
import ibis.expr.types as ir

TABLES = ("project_outcome",)

LIMITS = (
    "What several projects report as one outcome counts once in each of them and once in the whole, so that projects need "
    "not add up to the whole."
)


def of_each_project(t, records: ir.Table, key: str) -> ir.Table:
    """`records` with a row for each project that reports them, as `project_id`; those that nobody reports keep their own project.

    `key` is the column of the records' keys.
    """
    tie, own = t.project_outcome, records.mutate(reported=records[key].re_replace("#.*$", ""))
    joined = own.left_join(tie, own.reported == tie.outcome_id)
    rest = [own[c] for c in records.columns if c != "project_id"]
    return joined.select(*rest, project_id=tie.project_id.fill_null(own.project_id))


def thing_where(number: ir.Value, records: ir.Table) -> ir.Value:
    """What is counted once: the record, or nothing where it stands for none because it is counted elsewhere."""
    return (number > 0).ifelse(records.evidence_id, ibis.null("string"))
