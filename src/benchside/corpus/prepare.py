"""Preparing a corpus: works in any form to one row for each work and field, by year, once for each snapshot.

Each input is staged by itself and moved into place whole, so that an interrupted run takes up the inputs already done.
The last step drops duplicates and writes one file for each year. Rules, each counted in the manifest: a line that cannot
be read, a work without id, a year or number of citations that is not a whole number, citations below zero are refused,
with file, place and reason in `refused.csv`; of works with the same id that of the first input (by name) and place is kept;
a work without year, type, field or citations, or outside the reference, is left out of all cells.
"""

import csv
import json
import math
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
from ibis.backends.duckdb import Backend

from benchside.corpus import manifest, openalex
from benchside.corpus.manifest import MANIFEST, Input, Known
from benchside.corpus.openalex import LEVELS, Unread
from benchside.errors import InputError, UsageError, unknown
from benchside.store.checks import quoted
from benchside.store.engine import DEFAULT_MEMORY, EngineError, open_scratch
from benchside.store.staging import numbered_rows

COLUMNS = ("work_id", "type", "field", "weight", "citations")
"""The columns of a prepared file; the year stands in the name of its folder."""
REFUSED = "refused.csv"
SAME_ID = "another work with the same id stands before it"
STAGING = ".staging"
_BATCH = 20_000
_FLAT = {"work_id", "year", "type", "field", "weight", "citations"}
_TAKEN = pa.schema(
    [
        *((c, pa.string()) for c in ("work_id", "year", "type", "citations")),
        ("names", pa.list_(pa.string())),
        ("place", pa.int64()),
    ]
)

# Each topic gives its field an equal part of the work.
_SHARES = (
    "list_transform(list_distinct(names), lambda f: "
    "{{'field': {field}, 'weight': len(list_filter(names, lambda g: g = f)) / len(names)}})"
).format(field=openalex.bare_id("f"))


def prepare(
    source: Path,
    out: Path,
    *,
    memory: str = DEFAULT_MEMORY,
    fields: str = "subfield",
    progress: Callable[[str], None] = lambda text: None,
) -> dict[str, Any]:
    """Make a prepared corpus in `out` and return its manifest; what is finished is not done again.

    `fields` is the level of OpenAlex topics that cells are made of; plain tables bring their own fields. Raises
    `InputError` where there is nothing to read, `UsageError` where `out` holds something else.
    """
    if fields not in LEVELS:
        raise unknown("kind of field", fields, LEVELS)
    inputs, passed = manifest.find_inputs(source)
    found = []
    for number, of in enumerate(inputs, 1):
        progress(f"checksum of {of.name} ({number} of {len(inputs)})")
        found.append(manifest.known(of))
    about = {"kind": "corpus", "format": manifest.FORMAT, "fields": fields, "inputs": [asdict(k) for k in found]}
    if (out / MANIFEST).exists():
        return _finished(out, about)
    _begin(out)
    with _engine(out, memory) as engine:
        for number, (of, its) in enumerate(zip(inputs, found, strict=True), 1):
            progress(f"{of.name} ({number} of {len(inputs)})")
            _stage(engine, of, its, out / STAGING / manifest.staging_name(its, fields), fields)
        names = [manifest.staging_name(its, fields) for its in found]
        content = about | {"passed_by": passed} | _assemble(engine, out, inputs, names, progress)
    manifest.write_manifest(out, content)
    shutil.rmtree(out / STAGING)
    return content


def _finished(out: Path, about: dict[str, Any]) -> dict[str, Any]:
    there = manifest.read_manifest(out, "corpus")
    if any(there.get(key) != value for key, value in about.items()):
        raise UsageError(f"{out} holds a corpus of other inputs or settings. Name another folder, or remove this one.")
    shutil.rmtree(out / STAGING, ignore_errors=True)
    return there


def _begin(out: Path) -> None:
    """Only an empty folder, or one that an interrupted run left, is written to."""
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / STAGING).is_dir())):
        raise UsageError(f"{out} holds something that is no corpus. Name a new or empty folder.")
    (out / STAGING).mkdir(parents=True, exist_ok=True)
    for rest in (*out.glob("year=*"), *(out / STAGING).glob("*.part")):
        shutil.rmtree(rest)


@contextmanager
def _engine(out: Path, memory: str) -> Iterator[Backend]:
    engine = open_scratch(memory=memory, spill=out / STAGING / "spill")
    try:
        yield engine
    finally:
        engine.disconnect()


def _stage(engine: Backend, of: Input, its: Known, place: Path, fields: str) -> None:
    """One input as rows and refusals in a folder of its own, moved into place when it is whole."""
    if place.exists():
        return
    beside = place.with_name(f"{place.name}.part")
    beside.mkdir()
    unread = _take(engine, of, fields)
    unread += _refuse(engine)
    _write_refused(beside / REFUSED, its.name, sorted(unread, key=lambda u: u.place))
    engine.raw_sql(f"COPY ({_STAGED}) TO {quoted(str(beside / 'rows.parquet'))} (FORMAT parquet, ROW_GROUP_SIZE 20480)")
    os.replace(beside, place)


def _take(engine: Backend, of: Input, fields: str) -> list[Unread]:
    """Fill `taken` (with `shares`) from an input; what the reading refused."""
    unread: list[Unread] = []
    path = of.files[0]
    if of.kind == "tables":
        return _take_tables(engine, of)
    if of.kind == "parquet":
        _take_parquet(engine, path, fields)
    elif of.kind == "page" or not _stream(engine, path, fields):
        rows = openalex.read_careful(path, fields, unread)
        _fill(engine, "read", _TAKEN, rows)
        _take_query(engine, "SELECT * FROM read")
    return unread


def _take_query(engine: Backend, query: str) -> None:
    engine.raw_sql(
        f"CREATE OR REPLACE TEMP TABLE taken AS SELECT {openalex.bare_id('work_id')} AS work_id, year, type, citations, "
        f"{_SHARES} AS shares, 1 AS reference, place FROM ({query})"
    )


def _stream(engine: Backend, path: Path, fields: str) -> bool:
    """Stream JSON lines through the engine; False where it did not read every line, or a row is not clean.

    The lines are counted meanwhile because an engine may pass over something without a word.
    """
    with ThreadPoolExecutor(1) as beside:
        counting = beside.submit(openalex.look, path)
        try:
            _take_query(engine, openalex.json_source(path, fields))
        except EngineError:
            return False
        lines = counting.result()
    rows, works, wrong = engine.raw_sql(
        f"SELECT count(*), count(DISTINCT work_id), count(*) FILTER (WHERE {_FAULT} IS NOT NULL) FROM taken"
    ).fetchone()
    return not lines.uneven and rows == lines.count == works and not wrong


def _take_parquet(engine: Backend, path: Path, fields: str) -> None:
    """OpenAlex works, or rows of work and field in the columns of a prepared corpus."""
    try:
        columns = {
            row[0]: row[1]
            for row in engine.raw_sql(f"DESCRIBE SELECT * FROM read_parquet({quoted(str(path))})").fetchall()
        }
        if set(columns) >= _FLAT:
            engine.raw_sql(f"CREATE OR REPLACE TEMP TABLE taken AS {_flat_query(path)}")
        elif set(columns) >= {"id", "publication_year", "type", "cited_by_count"}:
            _take_query(engine, openalex.parquet_source(path, fields, columns))
        else:
            raise InputError(
                f"{path} has the columns {', '.join(columns)}; expected those of OpenAlex works or {', '.join(sorted(_FLAT))}."
            )
    except EngineError as error:
        raise InputError(f"{path} could not be read as Parquet: {str(error)[:300]}. Mend or remove it.") from error


def _flat_query(path: Path) -> str:
    first = ", ".join(f"CAST(arg_min({c}, file_row_number) AS VARCHAR) AS {c}" for c in ("year", "type", "citations"))
    return (
        f"SELECT CAST(work_id AS VARCHAR) AS work_id, {first}, list({{'field': CAST(field AS VARCHAR), "
        f"'weight': CAST(weight AS DOUBLE)}}) FILTER (WHERE field IS NOT NULL AND weight > 0) AS shares, 1 AS reference, "
        f"min(file_row_number) + 1 AS place FROM read_parquet({quoted(str(path))}, file_row_number = true) GROUP BY 1"
    )


def _take_tables(engine: Backend, of: Input) -> list[Unread]:
    """`works.csv` and `work_fields.csv`. Rows of one field are added, unless the weights then exceed one: the same row twice."""
    unread: list[Unread] = []
    works, fields = of.files[0], of.files[1:]
    text = ("work_id", "year", "type", "citations", "reference")
    schema = pa.schema([*((c, pa.string()) for c in text), ("place", pa.int64())])
    _fill(engine, "works", schema, _csv_rows(works, text, unread))
    schema = pa.schema(
        [("work_id", pa.string()), ("field", pa.string()), ("weight", pa.float64()), ("place", pa.int64())]
    )
    _fill(engine, "fields", schema, _weighed(fields[0], unread) if fields else [])
    unread += _without_work(engine, fields[0].name) if fields else []
    engine.raw_sql(
        "CREATE OR REPLACE TEMP TABLE taken AS WITH each AS (SELECT work_id, field, sum(weight) AS added, max(weight) AS largest "
        "FROM fields GROUP BY work_id, field), whole AS (SELECT *, sum(added) OVER (PARTITION BY work_id) AS total FROM each), "
        "shared AS (SELECT work_id AS of_work, list({'field': field, 'weight': CASE WHEN total > 1 + 1e-6 THEN largest ELSE added END}) "
        "AS shares FROM whole GROUP BY work_id) SELECT work_id, year, type, citations, coalesce(shares, []) AS shares, "
        "coalesce(TRY_CAST(reference AS INTEGER), 1) AS reference, place FROM works LEFT JOIN shared ON work_id = of_work"
    )
    return unread


def _without_work(engine: Backend, name: str) -> list[Unread]:
    """Fields of works that the other file does not hold."""
    rows = engine.raw_sql("SELECT place, work_id, field FROM fields ANTI JOIN works USING (work_id)").fetchall()
    return [Unread(place, f"{name}: no such work in works.csv", f"{work}, {field}") for place, work, field in rows]


def _csv_rows(path: Path, columns: Iterable[str], unread: list[Unread]) -> Iterator[dict[str, Any]]:
    """The rows of a CSV file by column, with their number as a spreadsheet shows it; empty cells are missing."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file), [])
    faults: list[Any] = []
    for number, cells in numbered_rows(path, header, faults):
        row = dict(zip(header, cells, strict=True))
        if any(cells):
            yield {c: row.get(c) or None for c in columns} | {"place": number}
    unread += [Unread(f.row, f"{path.name}: {f.rule}", f.value) for f in faults]


def _weighed(path: Path, unread: list[Unread]) -> Iterator[dict[str, Any]]:
    for row in _csv_rows(path, ("work_id", "field", "weight"), unread):
        try:
            weight = float(row["weight"] or "nan")
        except ValueError:
            weight = math.nan
        if row["work_id"] and row["field"] and 0 < weight < math.inf:
            yield {"work_id": row["work_id"], "field": row["field"], "weight": weight, "place": row["place"]}
        else:
            rule = f"{path.name}: expected a work, a field and a weight above zero"
            unread.append(Unread(row["place"], rule, json.dumps(row)))


def _fill(engine: Backend, table: str, schema: pa.Schema, rows: Iterable[dict[str, Any]]) -> None:
    """A temporary table from rows, in batches, so that a long file is never held whole as objects."""
    engine.raw_sql(f"DROP TABLE IF EXISTS {table}")
    ways = iter(rows)
    first = True
    while (batch := list(islice(ways, _BATCH))) or first:
        engine.con.register("batch", pa.Table.from_pylist(batch, schema=schema))
        engine.raw_sql(f"{f'CREATE TEMP TABLE {table} AS' if first else f'INSERT INTO {table}'} SELECT * FROM batch")
        engine.con.unregister("batch")
        first = False


def _whole(column: str) -> str:
    """The whole number that a text stands for, or NULL."""
    return f"TRY_CAST(regexp_replace(trim({column}), '\\.0+$', '') AS BIGINT)"


def _not_whole(column: str) -> str:
    return f"trim({column}) <> '' AND ({_whole(column)} IS NULL OR NOT regexp_matches(trim({column}), '^-?[0-9]+(\\.0+)?$'))"


_FAULT = (
    "CASE WHEN coalesce(work_id, '') = '' THEN 'the work has no id' "
    f"WHEN {_not_whole('year')} THEN 'the year is not a whole number' "
    f"WHEN {_not_whole('citations')} THEN 'the citations are not a whole number' "
    f"WHEN {_whole('citations')} < 0 THEN 'the citations are below zero' END"
)
"""Why a row of `taken` is refused, or NULL."""

_LEFT_OUT = (
    f"CASE WHEN reference = 0 THEN 'outside the reference' WHEN {_whole('year')} IS NULL THEN 'without year' "
    "WHEN coalesce(type, '') = '' THEN 'without type' WHEN coalesce(len(shares), 0) = 0 THEN 'without field' "
    f"WHEN {_whole('citations')} IS NULL THEN 'without citations' END"
)
"""Why a work is in no cell, the first reason that applies, or NULL."""

_KEPT = (
    f"SELECT work_id, {_whole('year')} AS year, type, {_whole('citations')} AS citations, shares, {_LEFT_OUT} AS left_out "
    f"FROM taken WHERE {_FAULT} IS NULL AND rowid NOT IN (SELECT row FROM twice)"
)
_STAGED = (
    "SELECT work_id, year, type, share.field AS field, share.weight AS weight, citations, left_out FROM "
    "(SELECT *, unnest(CASE WHEN left_out IS NULL THEN shares ELSE [NULL] END) AS share "
    f"FROM ({_KEPT})) ORDER BY year"
)


def _refuse(engine: Backend) -> list[Unread]:
    """The rows of `taken` that break a rule, or come again within the input; `twice` holds the latter."""
    engine.raw_sql(
        f"CREATE OR REPLACE TEMP TABLE several AS SELECT work_id FROM taken WHERE {_FAULT} IS NULL "
        "GROUP BY work_id HAVING count(*) > 1"
    )
    engine.raw_sql(
        f"CREATE OR REPLACE TEMP TABLE twice AS SELECT rowid AS row FROM taken SEMI JOIN several USING (work_id) "
        f"WHERE {_FAULT} IS NULL QUALIFY row_number() OVER (PARTITION BY work_id ORDER BY place, rowid) > 1"
    )
    rows = engine.raw_sql(
        f"SELECT place, coalesce({_FAULT}, {quoted(SAME_ID)}), concat_ws(', ', work_id, 'year ' || year, "
        f"'citations ' || citations) FROM taken WHERE {_FAULT} IS NOT NULL OR rowid IN (SELECT row FROM twice)"
    ).fetchall()
    return [Unread(*row) for row in rows]


def _write_refused(path: Path, name: str, unread: list[Unread]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((name, u.place, u.rule, u.value) for u in unread)


def _assemble(
    engine: Backend, out: Path, inputs: list[Input], names: list[str], progress: Callable[[str], None]
) -> dict[str, Any]:
    """From staged inputs to years: duplicates dropped, one file for each year, what was refused, all counts."""
    progress("looking for duplicates")
    files = ", ".join(quoted(str(out / STAGING / name / "rows.parquet")) for name in names)
    staged = f"(SELECT *, file_index AS n FROM read_parquet([{files}]))"
    _find_again(engine, staged, len(names))
    kept = f"{staged} s ANTI JOIN again a ON a.work_id = s.work_id AND a.n = s.n WHERE true"
    found = engine.raw_sql(f"SELECT year, left_out, count(*) FROM {kept} GROUP BY ALL ORDER BY ALL").fetchall()
    left_out: dict[str, int] = {}
    for _, why, count in found:
        if why is not None:
            left_out[why] = left_out.get(why, 0) + count
    years = [year for year, why, _ in found if why is None]
    written = {}
    for year in years:
        progress(f"year {year}")
        written[year] = _write_year(engine, out / f"year={year}", f"{kept} AND left_out IS NULL AND year = {year}")
    refused = _gather_refused(engine, out, inputs, names)
    return {
        "columns": list(COLUMNS), "works": sum(w for _, w, _ in written.values()),
        "rows": sum(n for n, _, _ in written.values()),
        "years": {str(y): n for y, (n, _, _) in written.items()}, "left_out": dict(sorted(left_out.items())), "refused": refused,
        "content_hash": manifest.content_hash({y: (n, mixed) for y, (n, _, mixed) in written.items()}),
    }  # fmt: skip


def _find_again(engine: Backend, staged: str, inputs: int) -> None:
    """`again`: works that a former input brought already, by the number of the input. Hashes find those that may be."""
    engine.raw_sql("CREATE OR REPLACE TEMP TABLE again (work_id VARCHAR, n BIGINT)")
    if inputs == 1:
        return
    engine.raw_sql(
        f"CREATE OR REPLACE TEMP TABLE several AS SELECT hash(work_id) AS h FROM {staged} GROUP BY h HAVING min(n) <> max(n)"
    )
    engine.raw_sql(
        f"INSERT INTO again SELECT work_id, n FROM (SELECT DISTINCT work_id, n FROM {staged} WHERE hash(work_id) IN "
        "(SELECT h FROM several)) QUALIFY row_number() OVER (PARTITION BY work_id ORDER BY n) > 1"
    )


def _write_year(engine: Backend, folder: Path, rows: str) -> tuple[int, int, str]:
    """One file of a year; (rows, works, mixed hash of the rows)."""
    folder.mkdir()
    path, columns = folder / "part-0.parquet", ", ".join(COLUMNS)
    engine.raw_sql(
        f"COPY (SELECT {columns} FROM {rows} ORDER BY field, type, citations, work_id) "
        f"TO {quoted(str(path))} (FORMAT parquet)"
    )
    text = ", ".join(f"CAST({c} AS VARCHAR)" for c in COLUMNS)
    return engine.raw_sql(
        f"SELECT count(*), count(DISTINCT work_id), CAST(bit_xor(md5_number(concat_ws(chr(31), {text}))) AS VARCHAR) "
        f"FROM read_parquet({quoted(str(path))}, hive_partitioning = false)"
    ).fetchone()


def _gather_refused(engine: Backend, out: Path, inputs: list[Input], names: list[str]) -> dict[str, int]:
    """`refused.csv` of the corpus, and how many rows broke each rule."""
    counts: dict[str, int] = {}
    beside = out / STAGING / REFUSED
    again = engine.raw_sql("SELECT n, work_id FROM again ORDER BY n, work_id")
    with beside.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("file", "place", "rule", "value"))
        for name in names:
            with (out / STAGING / name / REFUSED).open(encoding="utf-8", newline="") as its:
                for row in csv.reader(its):
                    writer.writerow(row)
                    counts[_rule(row[2])] = counts.get(_rule(row[2]), 0) + 1
        while rows := again.fetchmany(_BATCH):
            writer.writerows((inputs[n].name, "", SAME_ID, work) for n, work in rows)
            counts[SAME_ID] = counts.get(SAME_ID, 0) + len(rows)
    os.replace(beside, out / REFUSED)
    return dict(sorted(counts.items()))


def _rule(text: str) -> str:
    """A rule without what the single case adds to it."""
    return text.removeprefix("works.csv: ").removeprefix("work_fields.csv: ").split(": ")[0].split(", at byte")[0]
