"""Plain tables into `taken`: works.csv, and beside it work_fields.csv, citations.csv, authorships.csv.

Rows that name a work which works.csv does not hold are refused; a cited work may stand in any other input.
"""

import csv
import json
import math
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
from ibis.backends.duckdb import Backend

from benchside.corpus.openalex import bare_id
from benchside.corpus.preparing import rules
from benchside.corpus.preparing.lines import Unread
from benchside.corpus.preparing.settings import Settings
from benchside.corpus.preparing.works import BATCH
from benchside.errors import InputError, UsageError
from benchside.store.staging import numbered_rows

WORKS = ("work_id", "year", "type", "citations", "reference")
TABLES = {
    "work_fields": ("work_id", "field", "weight"), "citations": ("citing_id", "cited_id"),
    "authorships": ("work_id", "author_id", "country"),
}  # fmt: skip
"""The tables beside works.csv → their columns, the first of which names the work."""


def take_tables(engine: Backend, files: tuple[Path, ...], settings: Settings) -> list[Unread]:
    """The works of plain tables; what could not be read."""
    unread: list[Unread] = []
    given = {path.stem: path for path in files}
    _check(given, settings)
    _fill(engine, "works", WORKS, _rows(given["works"], WORKS, unread))
    for name, columns in TABLES.items():
        found = _complete(given[name], columns, unread) if name in given and _is_used(name, settings) else []
        _fill(engine, name, columns, found)
        if name in given:
            unread += _without_work(engine, name, columns)
    rules.add(engine, _SOURCE, settings, "shares")
    return unread


def _is_used(name: str, settings: Settings) -> bool:
    return name != "citations" or settings.has_edges


def _check(given: dict[str, Path], settings: Settings) -> None:
    """Can citations be counted by this rule from these tables?"""
    folder = given["works"].parent
    if settings.citations.source == "by_year":
        raise UsageError(f"{folder}: plain tables bring no citations by year. Count edges with a window instead.")
    if settings.has_edges and "citations" not in given:
        raise UsageError(
            f"{folder} has no citations.csv. Put it beside works.csv (citing_id, cited_id), or count the total."
        )
    if settings.has_authors and "authorships" not in given:
        raise UsageError(
            f"{folder} has no authorships.csv, without which self-citations cannot be told. "
            "Put it beside works.csv (work_id, author_id, country), or let self-citations count."
        )


def _rows(path: Path, columns: Iterable[str], unread: list[Unread]) -> Iterator[dict[str, Any]]:
    """The rows of a CSV file by column, with their number as a spreadsheet shows it; empty cells are missing."""
    faults: list[Any] = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = next(csv.reader(file), [])
        for number, cells in numbered_rows(path, header, faults):
            row = dict(zip(header, cells, strict=True))
            if any(cells):
                yield {c: row.get(c) or None for c in columns} | {"place": number}
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8. Save it as UTF-8.") from error
    unread += [Unread(f.row, f"{path.name}: {f.rule}", f.value) for f in faults]


def _complete(path: Path, columns: tuple[str, ...], unread: list[Unread]) -> Iterator[dict[str, Any]]:
    """The rows that say what their table is for. An authorship may lack author and country: both can be unknown."""
    for row in _rows(path, columns, unread):
        needed = columns[:1] if path.stem == "authorships" else columns
        if all(row[c] for c in needed) and _weight(row.get("weight", "1")):
            yield row
        else:
            told = "expected a work, a field and a weight above zero" if "weight" in row else f"expected {columns[0]}"
            told = f"{told} and {columns[1]}" if path.stem == "citations" else told
            unread.append(Unread(row["place"], f"{path.name}: {told}", json.dumps(row)))


def _weight(text: str) -> bool:
    try:
        return 0 < float(text) < math.inf
    except ValueError:
        return False


def _fill(engine: Backend, table: str, columns: tuple[str, ...], rows: Iterable[dict[str, Any]]) -> None:
    """A temporary table of texts with the places of its rows, in batches; ids without the address of OpenAlex."""
    schema = pa.schema([*((c, pa.string()) for c in columns), ("place", pa.int64())])
    engine.raw_sql(f"CREATE TEMP TABLE {table} ({', '.join(f'{c} VARCHAR' for c in columns)}, place BIGINT)")
    bare = ", ".join(f"{bare_id(c)} AS {c}" for c in columns if c.endswith("_id"))
    ways = iter(rows)
    while batch := list(islice(ways, BATCH)):
        engine.con.register("batch", pa.Table.from_pylist(batch, schema=schema))
        engine.raw_sql(f"INSERT INTO {table} SELECT * REPLACE ({bare}) FROM batch")
        engine.con.unregister("batch")


def _without_work(engine: Backend, name: str, columns: tuple[str, ...]) -> list[Unread]:
    """Rows of works that works.csv does not hold."""
    said = ", ".join(f"coalesce({c}, '')" for c in columns[:2])
    rows = engine.raw_sql(
        f"SELECT place, concat_ws(', ', {said}) FROM {name} t WHERE NOT EXISTS (SELECT 1 FROM works w WHERE w.work_id = t.{columns[0]})"
    ).fetchall()
    return [Unread(place, f"{name}.csv: no such work in works.csv", value) for place, value in rows]


# Rows of one field are added, unless the weights then exceed one: the same row twice.
_SOURCE = (
    "WITH each AS (SELECT work_id, field, sum(CAST(weight AS DOUBLE)) AS added, max(CAST(weight AS DOUBLE)) AS largest "
    "FROM work_fields GROUP BY work_id, field), whole AS (SELECT *, sum(added) OVER (PARTITION BY work_id) AS total FROM each), "
    "shared AS (SELECT work_id AS of_work, list({'field': field, 'weight': CASE WHEN total > 1 + 1e-6 THEN largest ELSE added END}) "
    "AS shares FROM whole GROUP BY work_id), "
    "citing AS (SELECT citing_id AS of_citing, list(cited_id) AS refs FROM citations GROUP BY citing_id), "
    "written AS (SELECT work_id AS of_written, list(author_id) AS authors, list(upper(trim(country))) AS countries FROM authorships GROUP BY work_id) "
    "SELECT works.work_id AS work_id, year, type, works.citations AS citations, coalesce(shares, []) AS shares, "
    "coalesce(TRY_CAST(reference AS INTEGER), 1) AS reference, countries, CAST(NULL AS VARCHAR[]) AS funders, refs, authors, place "
    "FROM works LEFT JOIN shared ON works.work_id = of_work LEFT JOIN citing ON works.work_id = of_citing "
    "LEFT JOIN written ON works.work_id = of_written"
)
