"""Sources that are taken back: what they would bring is read for its keys alone, so that refusals can say where a record went."""

from dataclasses import dataclass

import duckdb

from benchside.model.origin import CsvPiece, Extract
from benchside.model.record import RecordType
from benchside.model.tables import RECORD_TYPES
from benchside.store.checks import LONGEST_SHOWN, kept
from benchside.store.staging import Place, open_stage, stage_csv, stage_rows

TABLE = "(source)"
"""The table under which a decision on a whole source stands."""


@dataclass(frozen=True)
class Withheld:
    """A source that is kept out of a build, and why; `extract` is `None` where its files cannot be read either."""

    source: str
    snapshot: str
    extract: Extract | None
    reason: str


def withhold(con: duckdb.DuckDBPyConnection, withheld: list[Withheld]) -> None:
    """Note each source as a decision, and its keys in a scratch table. Call it while `refused` is empty.

    What of it could not be read is no matter, and is not kept among the refusals.
    """
    con.execute('CREATE TEMP TABLE withheld (source VARCHAR, reason VARCHAR, "table" VARCHAR, "key" VARCHAR)')
    for each in withheld:
        for of in RECORD_TYPES.values():
            if each.extract and of.name in each.extract.tables:
                _keep_keys(con, of, each, each.extract)
        found = _found(con, each)
        con.execute(
            "INSERT INTO decision VALUES (?, ?, ?, ?, 'taken_back', ?, 'nothing', ?)",
            (each.source, each.snapshot, TABLE, each.source, found, each.reason),
        )
    con.execute("DELETE FROM refused")


def _keep_keys(con: duckdb.DuckDBPyConnection, of: RecordType, each: Withheld, extract: Extract) -> None:
    open_stage(con, of)
    for piece in extract.tables[of.name]:
        if isinstance(piece, CsvPiece):
            stage_csv(con, of, piece.path, Place(each.source, each.snapshot, piece.name))
        else:
            stage_rows(con, piece, Place(each.source, each.snapshot))
    key = " || '|' || ".join(f"CAST({kept(of.column(k))} AS VARCHAR)" for k in of.key)
    con.execute(f"INSERT INTO withheld SELECT ?, ?, ?, {key} FROM staged", (each.source, each.reason, of.name))
    con.execute("DROP TABLE temp.staged")


def _found(con: duckdb.DuckDBPyConnection, each: Withheld) -> str:
    if each.extract is None:
        return "files that could not be read"
    row = con.execute("SELECT count(*) FROM withheld WHERE source = ?", (each.source,)).fetchone() or (0,)
    return f"{row[0]} records"


def name_withheld(con: duckdb.DuckDBPyConnection) -> None:
    """Where a row was refused because it points to a record of a source that is taken back, the refusal says so."""
    con.execute(
        "UPDATE refused SET rule = rule || ': the source ' || w.source || ', which has it, is taken back (' || w.reason || ')', "
        "\"do\" = 'Put the source back, or correct the key.' "
        'FROM (SELECT "table", "key", min(source) AS source, min(reason) AS reason FROM withheld GROUP BY ALL) AS w '
        "WHERE refused.rule = 'no accepted ' || w.\"table\" || ' has this key' "
        f'AND trim(refused.value) = left(w."key", {LONGEST_SHOWN})'
    )
    con.execute("DROP TABLE temp.withheld")
