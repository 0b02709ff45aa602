"""The arrows of a programme as one table: links as people told them, and what records say of each other by reference."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pyarrow as pa

from benchside.pathways.references import arrows_of_references
from benchside.pathways.whole_columns import pc

LINK = "link"
"""The basis of an arrow that somebody told."""

SCHEMA = pa.schema(
    [
        ("arrow_id", pa.string()),
        ("start", pa.string()),
        ("end", pa.string()),
        ("relation", pa.string()),
        ("claim", pa.string()),
        ("stated_by", pa.string()),
        ("share", pa.int64()),
        ("happened_on", pa.date32()),
        ("document_id", pa.string()),
        ("locator", pa.string()),
        ("grade", pa.string()),
        ("basis", pa.string()),
        ("note", pa.string()),
    ]
)
"""The columns of an arrow. `start` and `end` are record types and keys joined by a colon; `share` is in millionths."""

GRADES = ("claimed", "documented", "independent", "registry")
"""The grades of evidence, the weakest first; an arrow without a grade rests on less than any of them."""


@dataclass(frozen=True)
class Arrow:
    """One record led to another.

    `claim`: what `stated_by` says of the contribution (necessary, accelerated, scaled, would_have_happened, not_stated); both are
    missing where only a reference of the records makes the arrow. `share`: what part of the end somebody ascribes to the start.
    """

    arrow_id: str
    start: str
    end: str
    relation: str
    claim: str | None
    stated_by: str | None
    share: Fraction | None
    happened_on: date | None
    document_id: str | None
    locator: str | None
    grade: str | None
    basis: str
    note: str | None

    @property
    def is_told(self) -> bool:
        """Did somebody tell of it, or does only a reference of the records make it?"""
        return self.basis == LINK


def arrow_table(tables: Mapping[str, pa.Table]) -> pa.Table:
    """All arrows of the given tables, links first and then references by type, each in the order of the keys."""
    links = _links(tables.get("link"))
    parts = [links, *(_conformed(t) for t in arrows_of_references(dict(tables), links))]
    return pa.concat_tables(parts).combine_chunks()


def _links(table: pa.Table | None) -> pa.Table:
    if table is None:
        return SCHEMA.empty_table()
    ends = {
        name: pc.binary_join_element_wise(table[f"{side}_type"], table[f"{side}_id"], ":")
        for name, side in (("start", "from"), ("end", "to"))
    }
    kept = {c: table[c] for c in SCHEMA.names if c in table.column_names}
    made = pa.table({"arrow_id": table["link_id"], **ends, **kept})
    return _conformed(made.append_column("basis", pa.array([LINK] * made.num_rows, pa.string())))


def _conformed(table: pa.Table) -> pa.Table:
    """The table with every column of an arrow, in order; a reference is called by its own two ends."""
    rows = table.num_rows
    columns = {
        f.name: table[f.name].cast(f.type) if f.name in table.column_names else pa.nulls(rows, f.type) for f in SCHEMA
    }
    if "arrow_id" not in table.column_names:
        columns["arrow_id"] = pc.binary_join_element_wise(table["start"], table["end"], ">")
    return pa.table(columns, schema=SCHEMA)


def arrows_at(table: pa.Table, places: Iterable[int]) -> list[Arrow]:
    """The arrows in these rows of the table."""
    rows = table.take(pa.array(list(places), pa.int64())).to_pylist()
    return [Arrow(**(row | {"share": None if row["share"] is None else Fraction(row["share"], 10**6)})) for row in rows]


def best_grade(grades: Iterable[str | None]) -> str | None:
    """The strongest of several grades; None where none is given."""
    found = [g for g in grades if g is not None]
    return max(found, key=GRADES.index) if found else None
