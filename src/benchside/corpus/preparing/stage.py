"""One input staged by itself: read, checked, written as Parquet into a folder that is whole or absent."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ibis.backends.duckdb import Backend

from benchside.corpus.manifest import Input, Known
from benchside.corpus.preparing import rules
from benchside.corpus.preparing.lines import Unread
from benchside.corpus.preparing.plain import take_tables
from benchside.corpus.preparing.refusals import write_refused
from benchside.corpus.preparing.settings import Settings
from benchside.corpus.preparing.works import take_lines, take_page, take_parquet
from benchside.store.checks import quoted
from benchside.store.engine import open_scratch

STAGED = {
    "rows": "SELECT key, work_id, year, type, share.field AS field, share.weight AS weight, citations, countries, funders, left_out "
    "FROM (SELECT *, unnest(CASE WHEN left_out IS NULL THEN shares ELSE [NULL] END) AS share FROM taken) ORDER BY year",
}
EDGES = {
    "works": "SELECT key, year FROM taken",
    "references": "SELECT key AS citing, cited, count(*) AS times FROM (SELECT key, unnest(refs) AS cited FROM taken) GROUP BY ALL",
}
AUTHORS = {"authors": "SELECT DISTINCT key AS work, author FROM (SELECT key, unnest(authors) AS author FROM taken)"}
"""Name of a staged file → its query. `works` and those after it only where citations are counted from edges; numbers alone."""


def stage(of: Input, its: Known, place: Path, settings: Settings) -> None:
    """Write the rows and refusals of an input to `place`; nothing to do if it is there.

    A plain function of plain values: any thread, process or machine that sees the files can run it.
    """
    if place.exists():
        return
    beside = place.with_name(f"{place.name}.part")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    with scratch(beside / "spill", settings) as engine:
        rules.open_taken(engine)
        unread = _take(engine, of, settings)
        unread += rules.refuse(engine)
        write_refused(beside, its.name, unread)
        for name, query in _files(settings).items():
            engine.raw_sql(
                f"COPY ({query}) TO {quoted(str(beside / f'{name}.parquet'))} (FORMAT parquet, ROW_GROUP_SIZE 20480)"
            )
    shutil.rmtree(beside / "spill", ignore_errors=True)
    os.replace(beside, place)


@contextmanager
def scratch(spill: Path, settings: Settings) -> Iterator[Backend]:
    """An engine with the threads and memory of the settings."""
    engine = open_scratch(memory=settings.memory, spill=spill)
    engine.raw_sql(f"SET threads = {settings.threads}")
    try:
        yield engine
    finally:
        engine.disconnect()


def _files(settings: Settings) -> dict[str, str]:
    return STAGED | (EDGES if settings.has_edges else {}) | (AUTHORS if settings.has_authors else {})


def _take(engine: Backend, of: Input, settings: Settings) -> list[Unread]:
    """Fill `taken`; what the reading refused."""
    if of.kind == "tables":
        return take_tables(engine, of.files, settings)
    if of.kind == "parquet":
        take_parquet(engine, of.files[0], settings)
        return []
    return (take_page if of.kind == "page" else take_lines)(engine, of.files[0], settings)
