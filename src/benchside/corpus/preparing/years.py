"""From staged inputs to the years of a corpus: one file for each, its rows sorted, with a hash of them all.

A year that is finished is not made again after an interruption: it waits beside the staged inputs until all are there.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchside.corpus.preparing.staged import Staged
from benchside.store.checks import quoted

COLUMNS = ("key", "work_id", "type", "field", "weight", "citations", "countries", "funders")
"""The columns of a prepared file; the year stands in the name of its folder."""
ROWS_AT_ONCE = 2_000_000
"""Small years are read together up to so many rows: each reading passes over all staged files."""


@dataclass(frozen=True)
class Year:
    """What a file of a year holds: rows, works, and the mixed hash of its rows."""

    rows: int
    works: int
    mixed: str


def count_left_out(staged: Staged) -> tuple[dict[int, int], dict[str, int]]:
    """Rows in cells by year, and works in no cell by reason."""
    found = staged.engine.raw_sql(
        f"SELECT year, left_out, count(*) FROM {staged.table('rows', 'key')} GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    years: dict[int, int] = {}
    left_out: dict[str, int] = {}
    for year, why, count in found:
        if why is None:
            years[year] = count
        else:
            left_out[why] = left_out.get(why, 0) + count
    return years, dict(sorted(left_out.items()))


def write_years(
    staged: Staged, rows: dict[int, int], counted: str | None, folder: Path, progress: Callable[[str], None]
) -> dict[int, Year]:
    """The files of all years in `folder`. `counted` is a table of citations by key, where the source's are not taken."""
    folder.mkdir(parents=True, exist_ok=True)
    missing = {year: count for year, count in rows.items() if not (folder / f"{year}.json").exists()}
    for years in _together(missing):
        progress(f"years {years[0]} to {years[-1]}" if len(years) > 1 else f"year {years[0]}")
        source = _source(staged, years, counted)
        if len(years) > 1:
            staged.engine.raw_sql(f"CREATE OR REPLACE TABLE together AS FROM {source}")
            source = "together"
        _write_all(staged, {year: f"(FROM {source} WHERE year = {year})" for year in years}, folder)
    staged.engine.raw_sql("DROP TABLE IF EXISTS together")
    return {year: Year(**json.loads((folder / f"{year}.json").read_text())) for year in sorted(rows)}


def _write_all(staged: Staged, sources: dict[int, str], folder: Path) -> None:
    """Small years are written side by side: one alone does not keep the processors busy."""
    with ThreadPoolExecutor(os.cpu_count()) as beside:
        runs = [
            beside.submit(write_year, staged.engine.con.cursor(), rows, folder, year) for year, rows in sources.items()
        ]
        try:
            for run in runs:
                run.result()
        finally:
            beside.shutdown(cancel_futures=True)


def put_in_place(folder: Path, out: Path, years: dict[int, Year]) -> None:
    """Move the finished years to the corpus."""
    for year in years:
        (folder / f"{year}.json").unlink()
        os.replace(folder / f"year={year}", out / f"year={year}")


def _together(rows: dict[int, int]) -> Iterator[list[int]]:
    batch: list[int] = []
    for year in sorted(rows):
        if batch and sum(rows[y] for y in batch) + rows[year] > ROWS_AT_ONCE:
            yield batch
            batch = []
        batch.append(year)
    if batch:
        yield batch


def _source(staged: Staged, years: list[int], counted: str | None) -> str:
    those = f"left_out IS NULL AND year BETWEEN {years[0]} AND {years[-1]}"
    columns = f"year, {', '.join(COLUMNS)}"
    if counted is None:
        return f"(SELECT {columns} FROM {staged.table('rows', 'key')} WHERE {those})"
    columns = columns.replace("citations", "coalesce(found, 0) AS citations").replace("key", "r.key AS key")
    return (
        f"(SELECT {columns} FROM {staged.table('rows', 'key')} r LEFT JOIN {counted} c ON c.key = r.key WHERE {those})"
    )


def write_year(con: Any, rows: str, folder: Path, year: int) -> None:
    """One file of a year, then what it holds: the latter says that the former is whole."""
    place = folder / f"year={year}"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    path = quoted(str(place / "part-0.parquet"))
    con.execute(
        f"COPY (SELECT {', '.join(COLUMNS)} FROM {rows} ORDER BY field, type, citations, key) TO {path} (FORMAT parquet)"
    )
    # A missing text is told from an empty one; the key follows from the id.
    text = ", ".join(f"coalesce(CAST({c} AS VARCHAR), chr(30))" for c in COLUMNS[1:])
    found = con.execute(
        f"SELECT count(*), count(DISTINCT key), CAST(bit_xor(md5_number(concat_ws(chr(31), {text}))) AS VARCHAR) "
        f"FROM read_parquet({path}, hive_partitioning = false)"
    ).fetchone()
    beside = folder / f"{year}.part"
    beside.write_text(json.dumps(dict(zip(("rows", "works", "mixed"), found, strict=True))), encoding="utf-8")
    os.replace(beside, folder / f"{year}.json")
