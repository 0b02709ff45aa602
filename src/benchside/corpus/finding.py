"""A programme's works found in files of OpenAlex works: JSON lines (gzip or not) or Parquet, one file or a folder.

Lines that are no JSON object, and works without an id, are passed by and counted. OpenAlex gives awards (`awards`, formerly `grants`) and no
acknowledgements; where another source has added a text it is read from `acknowledgement`.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
from ibis.backends.duckdb import Backend

from benchside.corpus.attribution import Literature, Marks, find
from benchside.errors import InputError, UsageError
from benchside.model.spreadsheets import harmless_columns
from benchside.store.checks import quoted
from benchside.store.engine import DEFAULT_MEMORY, EngineError, open_scratch

COLUMNS = {
    "id": "VARCHAR",
    "doi": "VARCHAR",
    "title": "VARCHAR",
    "publication_year": "VARCHAR",
    "ids": "STRUCT(pmid VARCHAR)",
    "awards": "STRUCT(funder_id VARCHAR, funder_display_name VARCHAR, funder_award_id VARCHAR)[]",
    "grants": "STRUCT(funder VARCHAR, funder_display_name VARCHAR, award_id VARCHAR)[]",
    "acknowledgement": "VARCHAR",
}
_JSON = (".json", ".jsonl", ".ndjson", ".gz")
_AWARD = ("funder_id", "funder_display_name", "funder_award_id")
_GRANT = ("funder", "funder_display_name", "award_id")
_WRITTEN = ("project_id", "work_id", "found_by", "strategy", "note")
_AWARD_COLUMNS = ("work_id", "funder_id", "funder_name", "award_id")


def find_in(
    source: Path,
    out: Path,
    marks: Marks,
    *,
    memory: str = DEFAULT_MEMORY,
    progress: Callable[[str], None] = lambda text: None,
) -> dict[str, Any]:
    """Write the candidates to `out` in the columns of the table `work_candidate`; what was seen stands in `note`.

    Returns the number of works read, of lines passed by, and of candidates by strategy.
    """
    if out.suffix != ".csv":
        raise UsageError(f"{out} ends in {out.suffix!r}; expected .csv.")
    out.parent.mkdir(parents=True, exist_ok=True)
    engine = open_scratch(memory=memory, spill=out.with_suffix(".spill"))
    try:
        progress("reading the works")
        read, passed_by = _read(engine, _files(source))
        progress("finding")
        found = engine.create_table("found", find(_literature(read), marks), temp=True)
        return {"works": _count(engine, read), "passed_by": passed_by, "found": _write(engine, found, out)}
    except EngineError as error:
        raise InputError(f"{source} could not be read: {str(error)[:300]}") from error
    finally:
        engine.disconnect()


def _files(source: Path) -> list[Path]:
    """The file, or the files of works below the folder in the order of their names."""
    if not source.exists():
        raise InputError(
            f"{source} does not exist. Expected OpenAlex works as JSON lines or Parquet, or a folder of them."
        )
    found = [source] if source.is_file() else sorted(p for p in source.rglob("*") if p.is_file())
    found = [p for p in found if p.suffix in (*_JSON, ".parquet")]
    if not found:
        raise InputError(f"{source}: no file ends in {', '.join((*_JSON, '.parquet'))}. Name OpenAlex works.")
    return found


def _read(engine: Backend, files: list[Path]) -> tuple[ir.Table, int]:
    """All works, kept in one table, and how many lines brought none."""
    parts = [_parquet(engine, p) if p.suffix == ".parquet" else _json(engine, p) for p in files]
    rows = engine.create_table("rows_read", ibis.union(*parts) if len(parts) > 1 else parts[0], temp=True)
    bare = rows.work_id.re_replace(r"^https?://openalex\.org/([a-z]+/)?", "").nullif("")
    works = rows.mutate(work_id=bare)
    return works.filter(works.work_id.notnull()), _count(engine, works.filter(works.work_id.isnull()))


def _json(engine: Backend, path: Path) -> ir.Table:
    rows = engine.read_json(
        str(path), columns=COLUMNS, format="newline_delimited", ignore_errors=True, compression=_compression(path),
        maximum_object_size=1 << 26, table_name=ibis.util.gen_name("works"),
    )  # fmt: skip
    return _levelled(rows)


def _compression(path: Path) -> str:
    """How the bytes are packed, whatever the file's name says."""
    with path.open("rb") as file:
        return "gzip" if file.read(2) == b"\x1f\x8b" else "uncompressed"


def _parquet(engine: Backend, path: Path) -> ir.Table:
    rows = engine.read_parquet(str(path), table_name=ibis.util.gen_name("works"))
    if "id" not in rows.columns:
        raise InputError(
            f"{path} has no column id; it has {', '.join(rows.columns)}. Expected works as OpenAlex gives them."
        )
    missing = {c: ibis.null(_type(c)) for c in COLUMNS if c not in rows.columns}
    return _levelled(rows.mutate(**missing))


def _type(column: str) -> str:
    parts = {"ids": ("pmid",), "awards": _AWARD, "grants": _GRANT}.get(column)
    if parts is None:
        return "string"
    inner = f"struct<{', '.join(f'{p}: string' for p in parts)}>"
    return inner if column == "ids" else f"array<{inner}>"


def _levelled(rows: ir.Table) -> ir.Table:
    """The columns that searching needs, as text, with awards of either form in one list."""
    return rows.select(
        work_id=rows.id.cast("string"), doi=rows.doi.cast("string"), title=rows.title.cast("string"), pmid=rows.ids["pmid"].cast("string"),
        year=rows.publication_year.cast("string").try_cast("int64"), text=rows.acknowledgement.cast("string"),
        given=_given(rows.awards, _AWARD).concat(_given(rows.grants, _GRANT)),
    )  # fmt: skip


def _given(awards: ir.ArrayColumn, parts: tuple[str, str, str]) -> ir.ArrayValue:
    """Awards with funder id, funder name and award id, from whatever these are called; none where they are missing."""

    def named(award: ir.StructValue) -> ir.StructValue:
        return ibis.struct({n: award[p].cast("string") for n, p in zip(_AWARD_COLUMNS[1:], parts, strict=True)})

    found = awards.map(named)
    return ibis.coalesce(found, ibis.literal([], type=found.type()))


def _literature(rows: ir.Table) -> Literature:
    given = rows.select("work_id", award=rows.given.unnest())
    awards = given.select("work_id", **{c: given.award[c] for c in _AWARD_COLUMNS[1:]})
    texts = rows.filter(rows.text.notnull()).select("work_id", "text")
    return Literature(rows.select("work_id", "doi", "pmid", "title", "year"), awards, texts)


def _count(engine: Backend, rows: ir.Table) -> int:
    return engine.to_pyarrow(rows.count()).as_py()


def _write(engine: Backend, found: ir.Table, out: Path) -> dict[str, int]:
    """Write beside the place and move there; the candidates of each strategy."""
    beside = out.with_suffix(".part.csv")
    rows = engine.create_table("written", found.select(*_WRITTEN[:-1], note="matched"), temp=True)
    # Numbers and titles are what others wrote of a work, and people open the table in a spreadsheet.
    cells = harmless_columns(_WRITTEN)
    engine.raw_sql(
        f"COPY (SELECT {cells} FROM {rows.get_name()} AS w ORDER BY w.project_id, w.work_id, w.strategy) TO {quoted(str(beside))} (FORMAT csv, HEADER)"
    )
    os.replace(beside, out)
    counted = engine.to_pyarrow(found.group_by("strategy").agg(works=found.count()).order_by("strategy"))
    return {row["strategy"]: row["works"] for row in counted.to_pylist()}
