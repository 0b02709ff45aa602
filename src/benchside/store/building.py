"""Filling a build: pieces are staged as text, checked in the engine, and kept or refused row by row.

The tables come in the order of their references, so that a row that points to a refused record is refused as
well, with its own reason.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from benchside.model.origin import CsvPiece, Extract
from benchside.model.record import RecordType
from benchside.model.tables import in_reference_order
from benchside.store.accepting import accept, prepare
from benchside.store.checks import LONGEST_SHOWN, name
from benchside.store.staging import Place, open_stage, stage_csv, stage_rows
from benchside.store.withheld import Withheld, name_withheld, withhold

REFUSED = ("source", "snapshot", "table", "row", "column", "value", "rule", "do")
DECISION = ("source", "snapshot", "table", "record", "column", "found", "kept", "reason")


@dataclass(frozen=True)
class Staged:
    """An extract together with the source and the snapshot it was read from."""

    source: str
    snapshot: str
    extract: Extract


Ask = Callable[[str], list[tuple]]
"""Rows of what is in the build so far, by a query."""


@dataclass(frozen=True)
class Derive:
    """Works out the rows of a table from the tables before it, and from what sources handed over for it, which is in `staged`.

    `adds`: the rows handed over stay beside them; otherwise they are replaced.
    """

    work_out: Callable[[Ask], Extract]
    adds: bool = False


DERIVED = "benchside"
"""The source of rows that the build works out itself."""


def fill(
    con: duckdb.DuckDBPyConnection,
    staged: Iterable[Staged],
    progress=lambda text: None,
    derive: Mapping[str, Derive] | None = None,
    withheld: Iterable[Withheld] = (),
) -> None:
    """Make every table of the model from what the sources handed over, with refusals and decisions beside them.

    The rows of the tables named in `derive` are worked out, once all tables before them are made. What is
    `withheld` is decided upon and named where something points to it, and brings nothing.
    """
    staged = list(staged)
    for table, columns in (("refused", REFUSED), ("decision", DECISION)):
        con.execute(f"CREATE TABLE {table} ({', '.join(name(c) + ' VARCHAR' for c in columns)})")
    prepare(con)
    if withheld := list(withheld):
        withhold(con, withheld)
    for each in staged:
        _note(con, each)
    for of in in_reference_order():
        progress(of.title)
        _stage(con, of, staged)
        if derive and of.name in derive:
            _work_out(con, of, derive[of.name])
        accept(con, of)
    if withheld:
        name_withheld(con)
    con.execute("DROP TABLE temp.pointed; DROP TABLE temp.bad_identifier")


def _work_out(con: duckdb.DuckDBPyConnection, of: RecordType, derive: Derive) -> None:
    """The rows of a table that is worked out take the place of those handed over for it, or are added to them."""
    found = Staged(DERIVED, "", derive.work_out(lambda query: con.execute(query).fetchall()))
    if not derive.adds:
        con.execute("DELETE FROM staged")
    _note(con, found)
    for piece in found.extract.tables.get(of.name, []):
        assert not isinstance(piece, CsvPiece)
        stage_rows(con, piece, Place(found.source, found.snapshot))


def _note(con: duckdb.DuckDBPyConnection, each: Staged) -> None:
    who = (each.source, each.snapshot)
    rows = [(*who, r.table, r.row, r.column, r.value[:LONGEST_SHOWN], r.rule, r.do) for r in each.extract.refusals]
    _insert(con, "refused", REFUSED, rows)
    rows = [(*who, d.table, d.record, d.column, d.found, d.kept, d.reason) for d in each.extract.decisions]
    _insert(con, "decision", DECISION, rows)


def _insert(con: duckdb.DuckDBPyConnection, table: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """All rows in one statement: one for each row takes two minutes for a hundred thousand."""
    if not rows:
        return
    cells = [pa.array(column, pa.string()) for column in zip(*rows, strict=True)]
    con.register("noted", pa.table(cells, names=list(columns)))
    con.execute(f"INSERT INTO {table} SELECT * FROM noted")
    con.unregister("noted")


def _stage(con: duckdb.DuckDBPyConnection, of: RecordType, staged: list[Staged]) -> None:
    """All pieces of one table, as text, with where each row came from."""
    open_stage(con, of)
    for each in staged:
        for piece in each.extract.tables.get(of.name, []):
            if isinstance(piece, CsvPiece):
                stage_csv(con, of, piece.path, Place(each.source, each.snapshot, piece.name))
            else:
                stage_rows(con, piece, Place(each.source, each.snapshot))
