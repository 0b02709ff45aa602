"""Baselines: how much weight each cell (field, year, type) holds at each number of citations.

Every cell mean and every exact threshold follows from these counts; they are a small fraction of the corpus and can be
kept, merged and sent in its place.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
from ibis.backends.duckdb import Backend

from benchside.corpus.manifest import MANIFEST, read_manifest, write_manifest
from benchside.errors import UsageError
from benchside.store.engine import DEFAULT_MEMORY, open_scratch

CELL = ("field", "year", "type")
ROWS_AT_ONCE = 20_000_000
"""Years are counted together up to so many rows of the corpus: memory is bounded, small years cost no query each."""


def baselines(
    corpus: Path, out: Path, *, memory: str = DEFAULT_MEMORY, progress: Callable[[str], None] = lambda text: None
) -> dict[str, Any]:
    """The baselines of a prepared corpus in the folder `out`: Parquet with field, year, type, citations, weight, works.

    Returns their manifest. Raises `InputError` where `corpus` is no finished corpus, `UsageError` where `out` is taken.
    """
    about = read_manifest(corpus, "corpus")
    _begin(out)
    engine = open_scratch(memory=memory, spill=out / "spill")
    try:
        rows = sum(_write(engine, corpus, out, years, progress) for years in batches(about))
    finally:
        engine.disconnect()
    content = {"kind": "baselines", "of": about["content_hash"], "fields": about["fields"], "rows": rows}
    write_manifest(out, content)
    return content


def _write(engine: Backend, corpus: Path, out: Path, years: list[int], progress: Callable[[str], None]) -> int:
    """The baselines of some years, moved into place when whole; how many rows."""
    progress(f"years {years[0]} to {years[-1]}")
    name = f"years-{years[0]}-{years[-1]}.parquet"
    beside = out / f"{name}.part"
    engine.to_parquet(histogram(years_of(prepared(engine, corpus), years)).order_by(*CELL, "citations"), beside)
    os.replace(beside, out / name)
    return engine.to_pyarrow(engine.read_parquet(str(out / name)).count()).as_py()


def _begin(out: Path) -> None:
    """An interrupted run without manifest is begun again; it takes seconds."""
    if out.exists() and (not out.is_dir() or (out / MANIFEST).exists()):
        raise UsageError(f"{out} is there already. Name a new folder, or remove this one.")
    strange = [p.name for p in out.glob("*") if not p.name.startswith("years-") and p.name != "spill"]
    if strange:
        raise UsageError(f"{out} holds {strange[0]}, which is no part of baselines. Name a new or empty folder.")
    out.mkdir(parents=True, exist_ok=True)
    for rest in out.glob("years-*"):
        rest.unlink()


def batches(about: dict[str, Any]) -> Iterator[list[int]]:
    """The years of a corpus in order, as many at once as stay within `ROWS_AT_ONCE`."""
    batch: list[int] = []
    rows = 0
    for year, count in sorted((int(y), n) for y, n in about["years"].items()):
        if batch and rows + count > ROWS_AT_ONCE:
            yield batch
            batch, rows = [], 0
        batch.append(year)
        rows += count
    if batch:
        yield batch


def prepared(engine: Backend, corpus: Path) -> ir.Table:
    """The rows of a prepared corpus: work_id, year, type, field, weight, citations."""
    if not any(corpus.glob("year=*")):
        return _empty()
    rows = engine.read_parquet(str(corpus / "year=*" / "*.parquet"), hive_partitioning=True)
    return rows.select("work_id", rows.year.cast("int64").name("year"), "type", "field", "weight", "citations")


def _empty() -> ir.Table:
    columns = {"work_id": "string", "year": "int64", "type": "string", "field": "string"}
    return ibis.memtable([], schema=ibis.schema(columns | {"weight": "float64", "citations": "int64"}))


def years_of(rows: ir.Table, years: list[int]) -> ir.Table:
    """The rows of these years."""
    return rows.filter(rows.year.isin(years))


def histogram(rows: ir.Table) -> ir.Table:
    """field, year, type, citations, `weight` (the sum of the works' shares in the field) and `works` (how many)."""
    return rows.group_by(*CELL, "citations").agg(weight=rows.weight.sum(), works=rows.count())
