"""Baselines: how much weight each cell (field, year, type) holds at each number of citations.

Every cell mean and every exact threshold follows from these counts; they are a small fraction of the corpus and can be
kept, merged and sent in its place. `works` is a count and the same on every engine; `weight` is a sum of fractions, whose last
bits depend on the order in which an engine happens to add them.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir

from benchside.corpus.manifest import MANIFEST, read_manifest, write_manifest
from benchside.errors import UsageError
from benchside.store.bench import Bench
from benchside.store.benches import open_bench
from benchside.store.engine import DEFAULT_MEMORY

CELL = ("field", "year", "type")
CORPUS = {
    "key": "int64", "work_id": "string", "type": "string", "field": "string", "weight": "float64",
    "citations": "int64", "countries": "string", "funders": "string", "year": "int64",
}  # fmt: skip
"""The columns of a prepared corpus; the year stands in the names of its folders."""
BASELINES = {
    "field": "string", "year": "int64", "type": "string", "citations": "int64", "weight": "float64", "works": "int64",
}  # fmt: skip
ROWS_AT_ONCE = 20_000_000
"""Years are counted together up to so many rows of the corpus: memory is bounded, small years cost no query each."""
SCRATCH = "spill"


def baselines(
    corpus: Path,
    out: Path,
    *,
    memory: str = DEFAULT_MEMORY,
    progress: Callable[[str], None] = lambda text: None,
    about: dict[str, Any] | None = None,
    engine: str = "duckdb",
    master: str | None = None,
) -> dict[str, Any]:
    """The baselines of a prepared corpus in the folder `out`: Parquet with field, year, type, citations, weight, works.

    Returns their manifest. `about` is the manifest of a corpus that is not finished yet. Raises `InputError` where
    `corpus` is no finished corpus, `UsageError` where `out` is taken.
    """
    about = about or read_manifest(corpus, "corpus")
    _begin(out)
    bench = open_bench(engine, memory=memory, scratch=out / SCRATCH, master=master)
    try:
        name_corpus(bench, "corpus", corpus, about)
        rows = sum(_write(bench, out, years, progress) for years in batches(about))
    finally:
        bench.close()
    kept = {key: about[key] for key in ("fields", "citations") if key in about}
    content = {"kind": "baselines", "of": about["content_hash"], **kept, "rows": rows}
    write_manifest(out, content)
    return content


def _write(bench: Bench, out: Path, years: list[int], progress: Callable[[str], None]) -> int:
    """The baselines of some years; how many rows."""
    progress(f"years {years[0]} to {years[-1]}")
    bench.make("counts", histogram, tuple(years))
    bench.write(out / f"years-{years[0]}-{years[-1]}.parquet", "counts", (*CELL, "citations"))
    return bench.ask(_how_many).column("rows")[0].as_py()


def _begin(out: Path) -> None:
    """An interrupted run without manifest is begun again; it takes seconds."""
    if out.exists() and (not out.is_dir() or (out / MANIFEST).exists()):
        raise UsageError(f"{out} is there already. Name a new folder, or remove this one.")
    strange = [p.name for p in out.glob("*") if not p.name.startswith("years-") and p.name != SCRATCH]
    if strange:
        raise UsageError(f"{out} holds {strange[0]}, which is no part of baselines. Name a new or empty folder.")
    out.mkdir(parents=True, exist_ok=True)
    for rest in out.glob("years-*"):
        rest.unlink()
    shutil.rmtree(out / SCRATCH, ignore_errors=True)


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


def name_corpus(bench: Bench, name: str, corpus: Path, about: dict[str, Any]) -> None:
    """The rows of a prepared corpus as a table; a corpus without works has no files."""
    if about["years"]:
        bench.name_parquet(name, corpus, "year=*/*.parquet", by_year=True)
    else:
        bench.name_rows(name, ibis.schema(CORPUS).to_pyarrow().empty_table())


def corpus_rows(name: str = "corpus", years: tuple[int, ...] | None = None) -> ir.Table:
    """The rows of a prepared corpus that goes by a name, or those of some years."""
    rows = ibis.table(CORPUS, name=name)
    return rows if years is None else rows.filter(rows.year.isin(years))


def histogram(years: tuple[int, ...] | None = None) -> ir.Table:
    """field, year, type, citations, `weight` (the sum of the works' shares in the field) and `works` (how many)."""
    rows = corpus_rows(years=years)
    counts = rows.group_by(*CELL, "citations").agg(weight=rows.weight.sum(), works=rows.count())
    return counts.select(*BASELINES)


def _how_many() -> ir.Table:
    counts = ibis.table(BASELINES, name="counts")
    return counts.agg(rows=counts.count())
