"""What differs between two sets of record tables: added, changed, gone, table by table, and the money it comes to.

All is worked out in the engine, in a file of its own that spills to disk: only sums and the first lines of the list come
to Python. Either side may be no build at all, which holds nothing.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from benchside.model.record import RecordType
from benchside.model.spreadsheets import harmless_columns
from benchside.model.tables import RECORD_TYPES
from benchside.store import engine, pairing
from benchside.store.checks import name, quoted
from benchside.store.pairing import Sides

KINDS = ("added", "changed", "gone", "refused", "accepted", "renumbered", "restated", "unchanged")
"""What can become of a record. `refused`: accepted before, refused now; `accepted`: the other way round; `renumbered`: the same
statement under another key; `restated`: the same statement from another document, place or day."""

_ONE_SIDED = (("gone", 1), ("refused", 2), ("added", 4), ("accepted", 5))
_LINE = ("kind", "table", "source", "key", "column", "before", "after")
_TELLING = 'rank, size DESC, "place", source, key, "column", kind'
"""Amounts first, the largest change first (currencies are not converted), then gone, refused, changed, added; ties by table and key."""


@dataclass(frozen=True)
class TableCount:
    """How many records of one table and source became what."""

    table: str
    source: str
    counts: dict[str, int]


@dataclass(frozen=True)
class ColumnCount:
    """In how many changed records of a table and source one column differs."""

    table: str
    source: str
    column: str
    records: int


@dataclass(frozen=True)
class Money:
    """Amounts of one table, source, sort and currency, in cents; `before` + `added` − `gone` + `changed` = `after`.

    `n_…` count amounts. Sorts, such as a total cost and a net contribution, are never added to each other.
    """

    table: str
    source: str
    what: str
    currency: str
    before: int
    after: int
    added: int
    gone: int
    changed: int
    n_added: int
    n_gone: int
    n_changed: int
    n_same: int


@dataclass(frozen=True)
class RefusedCount:
    """Rows of one source that were refused, before and after."""

    source: str
    before: int
    after: int


@dataclass(frozen=True)
class Line:
    """One difference: of a column, or of a whole record (`column` empty, its words in `before` or `after`)."""

    kind: str
    table: str
    source: str
    key: str
    column: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Differences:
    """All counts, and the most telling lines of the list; `n_lines` says how long all of it is."""

    tables: list[TableCount]
    columns: list[ColumnCount]
    money: list[Money]
    refused: list[RefusedCount]
    lines: list[Line]
    n_lines: int
    notes: list[str] = field(default_factory=list)

    def total(self, kind: str) -> int:
        """Records of all tables of which this became."""
        return sum(t.counts[kind] for t in self.tables)

    @property
    def is_empty(self) -> bool:
        """Is every record on both sides, and says the same from the same place?"""
        return not self.n_lines

    def as_json(self) -> dict[str, Any]:
        """The differences as JSON; amounts in units of their currency, as text."""
        money = [
            asdict(m) | {k: units(getattr(m, k)) for k in ("before", "after", "added", "gone", "changed")}
            for m in self.money
        ]
        return {
            "totals": {kind: self.total(kind) for kind in KINDS},
            "tables": [{"table": t.table, "source": t.source, **t.counts} for t in self.tables],
            "columns": [asdict(c) for c in self.columns],
            "money": money,
            "refused_rows": [asdict(r) for r in self.refused],
            "listed": len(self.lines), "of": self.n_lines,
            "differences": [asdict(line) for line in self.lines],
            "notes": self.notes,
        }  # fmt: skip


def units(cents: int) -> str:
    """Cents as an amount with two decimals."""
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def differences(
    before: Path | None,
    after: Path | None,
    scratch: Path,
    *,
    limit: int = 20,
    listing: Path | None = None,
    memory: str = engine.DEFAULT_MEMORY,
    progress: Callable[[str], None] = lambda text: None,
) -> Differences:
    """Compare two database files of builds (`None`: nothing), working in the new file `scratch`.

    `limit`: lines that are brought back. `listing`: a CSV file for the whole list, in the same order.
    """
    con = engine.open_for_writing(scratch, memory=memory)
    known: dict[str, dict[str, set[str]]] = {}
    try:
        for side, path in (("old", before), ("new", after)):
            con.execute(f"ATTACH {quoted(str(path))} AS {side} (READ_ONLY)" if path else f"ATTACH ':memory:' AS {side}")
            known[side] = _columns(con, side)
            _complete(con, side, known[side])
        _open_results(con)
        notes = []
        for place, of in enumerate(RECORD_TYPES.values()):
            progress(of.title)
            notes += _compare(con, of, place, {side: columns.get(of.name, set()) for side, columns in known.items()})
        if listing:
            _write(con, listing)
        return _gather(con, limit, notes)
    finally:
        con.close()


def _complete(con: duckdb.DuckDBPyConnection, side: str, known: dict[str, set[str]]) -> None:
    """Builds made before a list was kept, and no build at all, have an empty one."""
    columns = ", ".join(f'"{c}" VARCHAR' for c in ("source", "table", "row", "evidence_id"))
    for table in ("refused", "refused_record"):
        con.execute(f"CREATE TABLE IF NOT EXISTS no_{table} ({columns})")
        con.execute(f"CREATE TEMP VIEW {side}_{table} AS FROM {f'{side}.' if table in known else 'no_'}{table}")


def _columns(con: duckdb.DuckDBPyConnection, side: str) -> dict[str, set[str]]:
    """table → its columns, of one side."""
    found: dict[str, set[str]] = {}
    asked = f"SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = '{side}'"
    for table, column in con.execute(asked).fetchall():
        found.setdefault(table, set()).add(column)
    return found


def _open_results(con: duckdb.DuckDBPyConnection) -> None:
    texts = ", ".join(f'"{c}" VARCHAR' for c in _LINE)
    con.execute(f'CREATE TABLE line ({texts}, rank INTEGER, size BIGINT, "place" INTEGER)')
    con.execute('CREATE TABLE counted ("place" INTEGER, "table" VARCHAR, source VARCHAR, kind VARCHAR, n BIGINT)')
    sums = ", ".join(f"{c} BIGINT" for c in list(Money.__dataclass_fields__)[4:])
    con.execute(
        f'CREATE TABLE money ("table" VARCHAR, source VARCHAR, what VARCHAR, currency VARCHAR, {sums}, "place" INTEGER)'
    )


def _compare(con: duckdb.DuckDBPyConnection, of: RecordType, place: int, here: dict[str, set[str]]) -> list[str]:
    """One type into the results; what could not be compared, in words. `here`: the columns that either side has."""
    there = {side: f"{side}.{name(of.name)}" for side in here if here[side]}
    if not any(con.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in there.values()):
        return []
    known = set.intersection(*(columns for columns in here.values() if columns))
    empty = f"(SELECT * FROM {next(iter(there.values()))} WHERE false)"
    sides = Sides(of, there.get("old", empty), there.get("new", empty), frozenset(known))
    _settle(con, sides)
    con.execute(
        f"INSERT INTO counted SELECT {place}, {quoted(of.name)}, source, kind, count(*) FROM settled GROUP BY ALL"
    )
    con.execute(
        f"INSERT INTO counted SELECT {place}, {quoted(of.name)}, source, 'renumbered', count(*) FROM moved GROUP BY ALL"
    )
    kinds = {row[0] for row in con.execute("SELECT DISTINCT kind FROM settled").fetchall()}
    found = [pairing.cells(sides)] if kinds & {"changed", "restated"} else []
    sided = {"gone": sides.old, "refused": sides.old, "added": sides.new, "accepted": sides.new}
    found += [pairing.whole(sides, kind, sided[kind], rank) for kind, rank in _ONE_SIDED if kind in kinds]
    for text in (*found, pairing.renumbered(sides)):
        con.execute(f"INSERT INTO line SELECT *, {place} FROM ({text})")
    if sides.amounts:
        con.execute(f"INSERT INTO money SELECT *, {place} FROM ({pairing.money(sides)})")
    return _not_compared(of, here)


def _settle(con: duckdb.DuckDBPyConnection, sides: Sides) -> None:
    """The table `settled` says of every record what became of it, and `moved` which stand under another key."""
    con.execute(f"CREATE OR REPLACE TEMP TABLE pairs AS {pairing.pairs(sides)}")
    for kind, becomes, own, other in (("gone", "refused", sides.old, "new"), ("added", "accepted", sides.new, "old")):
        con.execute(pairing.turned_by_key(other, kind, becomes))
        con.execute(pairing.turned_by_place(sides, own, other, kind, becomes))
    if pairing.has_bare_key(sides.of):
        con.execute(f"CREATE OR REPLACE TEMP TABLE moved AS {pairing.moved(sides)}")
    else:
        con.execute("CREATE OR REPLACE TEMP TABLE moved (source VARCHAR, before VARCHAR, after VARCHAR)")
    con.execute(f"CREATE OR REPLACE TEMP TABLE settled AS {pairing.SETTLED}")


def _not_compared(of: RecordType, here: dict[str, set[str]]) -> list[str]:
    if not all(here.values()) or here["old"] == here["new"]:
        return []
    only = {side: ", ".join(sorted(here[side] - here[other])) for side, other in (("old", "new"), ("new", "old"))}
    told = [f"{columns} only {'before' if side == 'old' else 'after'}" for side, columns in only.items() if columns]
    return [f"{of.name}: columns that one side alone has were not compared: {'; '.join(told)}."]


def _write(con: duckdb.DuckDBPyConnection, listing: Path) -> None:
    columns = harmless_columns(_LINE)
    con.execute(f"COPY (SELECT {columns} FROM line ORDER BY {_TELLING}) TO {quoted(str(listing))} (FORMAT csv, HEADER)")


def _gather(con: duckdb.DuckDBPyConnection, limit: int, notes: list[str]) -> Differences:
    columns = ", ".join(f'"{c}"' for c in _LINE)
    tables: dict[tuple[str, str], dict[str, int]] = {}
    for table, source, kind, n in con.execute(
        'SELECT "table", source, kind, n FROM counted ORDER BY "place", source'
    ).fetchall():
        tables.setdefault((table, source), dict.fromkeys(KINDS, 0))[kind] = n
    by_column = (
        'SELECT "table", source, "column", count(*) AS n FROM line WHERE kind = \'changed\' '
        'GROUP BY ALL ORDER BY min("place"), source, n DESC, "column"'
    )
    sums = ", ".join(f'"{c}"' for c in Money.__dataclass_fields__)
    return Differences(
        tables=[TableCount(table, source, counts) for (table, source), counts in tables.items()],
        columns=[ColumnCount(*row) for row in con.execute(by_column).fetchall()],
        money=[
            Money(*row)
            for row in con.execute(f'SELECT {sums} FROM money ORDER BY "place", source, what, currency').fetchall()
        ],
        refused=[RefusedCount(*row) for row in con.execute(_refused()).fetchall()],
        lines=[
            Line(*r) for r in con.execute(f"SELECT {columns} FROM line ORDER BY {_TELLING} LIMIT {limit}").fetchall()
        ],
        n_lines=(con.execute("SELECT count(*) FROM line").fetchone() or (0,))[0],
        notes=notes,
    )


def _refused() -> str:
    """Rows refused of each source on either side; a row with several faults is one."""
    sides = " UNION ALL ".join(
        f'SELECT source, {n} AS was FROM (SELECT DISTINCT source, "table", "row" FROM {side}_refused)'
        for side, n in (("old", "true"), ("new", "false"))
    )
    return f"SELECT source, count(*) FILTER (was), count(*) FILTER (NOT was) FROM ({sides}) GROUP BY source ORDER BY source"
