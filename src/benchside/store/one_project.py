"""Projects that several sources speak of, as one project: what `project_cluster` says applied, as the engine's text.

Indicators are handed tables in which a joined project is there once and every record bears its key; they never see that
sources were joined, as they never see a date. The records themselves stay as they are, and are what a figure opens to.
"""

from benchside.model.columns import Reference
from benchside.model.record import AnyPointer, RecordType
from benchside.model.tables import RECORD_TYPES, references
from benchside.store.checks import name as quoted_name

CLUSTER = "project_cluster"
_PROJECT = "project"


def text(of: RecordType) -> str | None:
    """A query for all records of a type under the projects that stand for theirs; None for a type that no joining touches.

    A project has one row: what the record that stands for it leaves empty comes from the joined ones, the smallest key first.
    Of a type that is told once (`told_once`) the records of one of the joined projects count for each value of its columns: those
    of the one that stands, or where it has none of the one with the smallest key. What must point to such a record and points to
    one that does not count, does not count either.
    """
    if of.name == _PROJECT:
        return _one_row(of)
    if of.name == CLUSTER or not (_columns(of) or _pointers(of) or _told(of)):
        return None
    return f"SELECT t.* {_replaced(of)} FROM {quoted_name(of.name)} AS t{_counting(of)}{_chosen(of)}"


def _columns(of: RecordType) -> list[str]:
    return [column for column, to in references(of).items() if to == _PROJECT]


def _pointers(of: RecordType) -> list[AnyPointer]:
    return [rule for rule in of.rules if isinstance(rule, AnyPointer)]


def _told(of: RecordType) -> list[tuple[str, RecordType]]:
    """The columns that must point to a record of a type that is told once, and that type."""
    filled = [(c.name, c.kind.to) for c in of.columns if isinstance(c.kind, Reference) and c.required]
    return [(column, RECORD_TYPES[to]) for column, to in filled if RECORD_TYPES[to].told_once is not None]


def _stands(key: str) -> str:
    return f"coalesce((SELECT c.cluster_id FROM {CLUSTER} AS c WHERE c.project_id = t.{quoted_name(key)}), t.{quoted_name(key)})"


def _replaced(of: RecordType) -> str:
    given = [f"{_stands(column)} AS {quoted_name(column)}" for column in _columns(of)]
    for rule in _pointers(of):
        key = quoted_name(rule.key_column)
        pointed = (
            f"CASE t.{quoted_name(rule.type_column)} WHEN '{_PROJECT}' THEN {_stands(rule.key_column)} ELSE t.{key} END"
        )
        given.append(f"{pointed} AS {key}")
    return f"REPLACE ({', '.join(given)})" if given else ""


def _counting(of: RecordType) -> str:
    """Only what points to records that count."""
    holds = [
        f"t.{quoted_name(column)} IN (SELECT {quoted_name(to.key[0])} FROM ({text(to)}))" for column, to in _told(of)
    ]
    return f" WHERE {' AND '.join(holds)}" if holds else ""


def _chosen(of: RecordType) -> str:
    """Of several records of one project the one whose word counts."""
    if of.told_once is None:
        return ""
    (column,) = _columns(of)
    rank = f"CASE WHEN {_stands(column)} = t.{quoted_name(column)} THEN '' ELSE t.{quoted_name(column)} END"
    by = ", ".join([_stands(column), *(f"t.{quoted_name(c)}" for c in of.told_once)])
    return f" QUALIFY {rank} = min({rank}) OVER (PARTITION BY {by})"


def _one_row(of: RecordType) -> str:
    filled = [quoted_name(c.name) for c in of.own if c.name not in of.key] + ["true_from", "true_to"]
    first = ", ".join(f"first(o.{c} ORDER BY o.project_id) FILTER (o.{c} IS NOT NULL) AS {c}" for c in filled)
    others = f"SELECT c.cluster_id, {first} FROM {_PROJECT} AS o JOIN {CLUSTER} AS c USING (project_id) GROUP BY c.cluster_id"
    replaced = ", ".join(f"coalesce(t.{c}, f.{c}) AS {c}" for c in filled)
    return (
        f"SELECT t.* REPLACE ({replaced}) FROM {_PROJECT} AS t LEFT JOIN ({others}) AS f ON f.cluster_id = t.project_id "
        f"WHERE t.project_id NOT IN (SELECT project_id FROM {CLUSTER})"
    )
