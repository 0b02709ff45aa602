"""Works from files into `taken`: JSON lines, a page of the API, Parquet.

The engine reads the lines of a piece at once. Those it cannot read are read one by one, to be taken all the same or told
with their number: a broken line costs no other line anything.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from ibis.backends.duckdb import Backend

from benchside.corpus import openalex
from benchside.corpus.preparing import rules
from benchside.corpus.preparing.lines import Piece, Unread, pieces, shown
from benchside.corpus.preparing.settings import Settings
from benchside.errors import InputError, UsageError
from benchside.store.checks import LONGEST_SHOWN, quoted
from benchside.store.engine import EngineError

ROWS = {"work_id", "year", "type", "field", "weight", "citations"}
"""What a table of works and fields has, as a prepared corpus does."""
BATCH = 20_000
TOGETHER = 16
"""Pieces read by one query: to plan it takes some milliseconds."""
_TEXTS = pa.list_(pa.string())
_CAREFUL = pa.schema(
    [
        *((c, pa.string()) for c in ("work_id", "year", "type", "citations")),
        *((c, _TEXTS) for c in ("names", "countries", "funders", "refs", "authors")),
        ("counts", pa.list_(pa.struct([("year", pa.string()), ("n", pa.string())]))),
        *((c, pa.int64()) for c in ("place", "reference")),
    ]
)


def take_lines(engine: Backend, path: Path, settings: Settings) -> list[Unread]:
    """The works of JSON lines; what could not be read."""
    unread: list[Unread] = []
    ways = pieces(path, unread)
    while group := list(islice(ways, TOGETHER)):
        _take_pieces(engine, group, settings)
        # The engine gives no id for what is no object, and for what it cannot read.
        those = f"FROM taken WHERE place >= {group[0].first} AND work_id IS NULL"
        if odd := [place for (place,) in engine.raw_sql(f"SELECT place {those} ORDER BY place").fetchall()]:
            engine.raw_sql(f"DELETE {those}")
            found = ((n, line) for piece in group for n in odd if (line := piece.line(n)) is not None)
            take_rows(engine, _careful(found, settings, unread), settings)
    return unread


def _take_pieces(engine: Backend, group: list[Piece], settings: Settings) -> None:
    lines = [pa.StringArray.from_buffers(p.count, pa.py_buffer(p.ends), pa.py_buffer(p.text)) for p in group]
    places = [pa.array(np.arange(p.first, p.first + p.count, dtype=np.int64)) for p in group]
    table = pa.table([pa.chunked_array(lines), pa.chunked_array(places)], names=["line", "place"])
    engine.con.register("pieces", table)
    try:
        rules.add(engine, openalex.from_lines("pieces", settings, careful=False), settings)
    except (EngineError, UnicodeDecodeError):  # The latter where the engine's message shows a line that is no text.
        rules.add(engine, openalex.from_lines("pieces", settings, careful=True), settings)
    engine.con.unregister("pieces")


def take_page(engine: Backend, path: Path, settings: Settings) -> list[Unread]:
    """The works of a page of the API, which may stand on several lines; a file of another kind is read by lines."""
    unread: list[Unread] = []
    text = path.read_bytes()
    try:
        page = openalex.of_page(json.loads(text))
    except (ValueError, RecursionError):
        page = None  # Not one document: each line is read, and told if it cannot be.
    if page is None:
        return take_lines(engine, path, settings)
    take_rows(engine, _careful([(1, text)], settings, unread), settings)
    return unread


def _careful(lines: Iterable[tuple[int, bytes]], settings: Settings, unread: list[Unread]) -> Iterator[dict[str, Any]]:
    """The works of lines with their numbers; those of a page bear their number in it."""
    for number, line in lines:
        if not line.strip():
            unread.append(Unread(number, "the line is empty", ""))
            continue
        try:
            found = json.loads(line)
            works = openalex.of_page(found)
            for place, work in [(number, found)] if works is None else enumerate(works, 1):
                row = openalex.row_of(work, settings, place)
                if row is None:
                    unread.append(Unread(place, "expected a JSON object", shown(line)))
                else:
                    yield row
        except (ValueError, RecursionError) as error:
            unread.append(Unread(number, f"not JSON that can be read: {str(error)[:LONGEST_SHOWN]}", shown(line)))


def take_rows(engine: Backend, rows: Iterable[dict[str, Any]], settings: Settings) -> None:
    """Rows of `openalex.COLUMNS`, in batches, so that a long file is never held whole as objects."""
    ways = iter(rows)
    while batch := list(islice(ways, BATCH)):
        engine.con.register("batch", pa.Table.from_pylist(batch, schema=_CAREFUL))
        rules.add(engine, "SELECT * FROM batch", settings)
        engine.con.unregister("batch")


def take_parquet(engine: Backend, path: Path, settings: Settings) -> None:
    """OpenAlex works, or rows of work and field in the columns of a prepared corpus."""
    reader = f"read_parquet({quoted(str(path))}, file_row_number = true, hive_partitioning = false)"
    try:
        columns = {row[0]: row[1] for row in engine.raw_sql(f"DESCRIBE SELECT * FROM {reader}").fetchall()}
        _check_columns(path, columns, settings)
        if set(columns) >= ROWS:
            rules.add(engine, _rows_query(reader, columns), settings, "shares")
        else:
            rules.add(engine, openalex.from_parquet(reader, columns, settings), settings)
    except EngineError as error:
        raise InputError(f"{path} could not be read as Parquet: {str(error)[:300]}. Mend or remove it.") from error


def _check_columns(path: Path, columns: dict[str, str], settings: Settings) -> None:
    if not (set(columns) >= ROWS or set(columns) >= set(openalex.REQUIRED)):
        raise InputError(
            f"{path} has the columns {', '.join(c for c in columns if c != 'file_row_number')}; expected those of OpenAlex works or {', '.join(sorted(ROWS))}."
        )
    needed = [c for c in ("counts_by_year", "referenced_works") if c in openalex.shapes(settings)]
    needed += ["authorships"] if settings.has_authors else []
    missing = [c for c in needed if c not in columns]
    if missing:
        raise UsageError(
            f"{path} has no column {', '.join(missing)}, which citations counted as {settings.citations.source} need. "
            "Count the total instead, or prepare from works that have it."
        )


def _rows_query(reader: str, columns: dict[str, str]) -> str:
    """Works from rows of work and field: what belongs to the work is that of its first row."""
    first = ", ".join(f"CAST(arg_min({c}, file_row_number) AS VARCHAR) AS {c}" for c in ("year", "type", "citations"))
    lists = ", ".join(
        f"string_split(CAST(min({c}) AS VARCHAR), '|') AS {c}" if c in columns else f"CAST(NULL AS VARCHAR[]) AS {c}"
        for c in ("countries", "funders")
    )
    return (
        f"SELECT CAST(work_id AS VARCHAR) AS work_id, {first}, {lists}, list({{'field': CAST(field AS VARCHAR), "
        f"'weight': CAST(weight AS DOUBLE)}}) FILTER (WHERE field IS NOT NULL AND weight > 0) AS shares, 1 AS reference, "
        "CAST(NULL AS VARCHAR[]) AS refs, CAST(NULL AS VARCHAR[]) AS authors, "
        f"min(file_row_number) + 1 AS place FROM {reader} GROUP BY work_id"
    )
