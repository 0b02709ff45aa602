"""Filling a build: pieces are staged as text, checked in the engine, and kept or refused row by row.

The tables come in the order of their references, so that a row that points to a refused record is refused as
well, with its own reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import duckdb

from benchside.model.origin import CsvPiece, Extract
from benchside.model.record import RecordType
from benchside.model.tables import in_reference_order
from benchside.store.accepting import accept, prepare
from benchside.store.checks import LONGEST_SHOWN, name
from benchside.store.staging import Place, open_stage, stage_csv, stage_rows

REFUSED = ("source", "snapshot", "table", "row", "column", "value", "rule", "do")
DECISION = ("source", "snapshot", "table", "record", "column", "found", "kept", "reason")


@dataclass(frozen=True)
class Staged:
    """An extract together with the source and the snapshot it was read from."""

    source: str
    snapshot: str
    extract: Extract


def fill(con: duckdb.DuckDBPyConnection, staged: Iterable[Staged], progress=lambda text: None) -> None:
    """Make every table of the model from what the sources handed over, with refusals and decisions beside them."""
    staged = list(staged)
    for table, columns in (("refused", REFUSED), ("decision", DECISION)):
        con.execute(f"CREATE TABLE {table} ({', '.join(name(c) + ' VARCHAR' for c in columns)})")
    prepare(con)
    for each in staged:
        _note(con, each)
    for of in in_reference_order():
        progress(of.title)
        _stage(con, of, staged)
        accept(con, of)
    con.execute("DROP TABLE temp.pointed; DROP TABLE temp.bad_identifier")


def _note(con: duckdb.DuckDBPyConnection, each: Staged) -> None:
    who = (each.source, each.snapshot)
    rows = [(*who, r.table, r.row, r.column, r.value[:LONGEST_SHOWN], r.rule, r.do) for r in each.extract.refusals]
    if rows:
        con.executemany("INSERT INTO refused VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    rows = [(*who, d.table, d.record, d.column, d.found, d.kept, d.reason) for d in each.extract.decisions]
    if rows:
        con.executemany("INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _stage(con: duckdb.DuckDBPyConnection, of: RecordType, staged: list[Staged]) -> None:
    """All pieces of one table, as text, with where each row came from."""
    open_stage(con, of)
    for each in staged:
        for piece in each.extract.tables.get(of.name, []):
            if isinstance(piece, CsvPiece):
                stage_csv(con, of, piece.path, Place(each.source, each.snapshot, piece.name))
            else:
                stage_rows(con, piece, Place(each.source, each.snapshot))
