"""Tables by name on DuckDB, the engine for one machine."""

import csv
import os
import shutil
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from benchside.errors import InputError
from benchside.store.bench import Question, text_of
from benchside.store.checks import quoted
from benchside.store.engine import set_up


class DuckBench:
    """DuckDB in memory; it spills to disk."""

    dialect = "duckdb"
    errors: tuple[type[Exception], ...] = (duckdb.Error,)

    def __init__(self, *, memory: str, scratch: Path) -> None:
        self._con = _opened(memory, scratch).cursor()
        self._scratch = scratch

    def name_parquet(self, name: str, folder: Path, pattern: str, *, by_year: bool = False) -> None:
        source = f"read_parquet({quoted(f'{folder}/{pattern}')}, hive_partitioning = {str(by_year).lower()})"
        self._con.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS SELECT * FROM {source}")

    def name_file(self, name: str, path: Path) -> None:
        if path.suffix == ".parquet":
            source = f"(SELECT COLUMNS(*)::VARCHAR FROM read_parquet({quoted(str(path))}))"
        else:
            # With its columns named, the engine need not guess the form of the file, which takes longer than reading it.
            columns = ", ".join(f"{quoted(c)}: 'VARCHAR'" for c in csv_heading(path))
            form = "auto_detect = false, delim = ',', quote = '\"', escape = '\"', header = true"
            source = f"read_csv({quoted(str(path))}, columns = {{{columns}}}, {form})"
        self._con.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS SELECT * FROM {source}")

    def name_rows(self, name: str, rows: pa.Table) -> None:
        self._con.register("handed", rows)
        self._con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT * FROM handed")
        self._con.unregister("handed")

    def columns(self, name: str) -> list[str]:
        return [row[0] for row in self._con.execute(f"DESCRIBE {name}").fetchall()]

    def make(self, name: str, question: Question, *args: Any) -> None:
        self._con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {text_of(question, self.dialect, *args)}")

    def ask(self, question: Question, *args: Any) -> pa.Table:
        return self._con.execute(text_of(question, self.dialect, *args)).to_arrow_table()

    def write(self, path: Path, name: str, order: Sequence[str]) -> None:
        write_file(self._con, path, name, order)

    def close(self) -> None:
        self._con.close()
        if self._scratch.exists():
            # An engine that has spilled cannot be given another folder, nor lose this one.
            _opened.cache_clear()
            shutil.rmtree(self._scratch, ignore_errors=True)


@lru_cache(maxsize=1)
def _opened(memory: str, scratch: Path) -> duckdb.DuckDBPyConnection:
    """An engine kept open until another is asked for: to open one takes as long as to scan a million rows.

    Each bench has a connection of its own to it, and with it its own temporary tables, which go when it is closed.
    """
    con = duckdb.connect()
    set_up(con.execute, memory)
    con.execute(f"SET temp_directory = {quoted(str(scratch))}; SET preserve_insertion_order = false")
    return con


def csv_heading(path: Path) -> list[str]:
    """The column names of a CSV file; `InputError` where it has none, or one twice."""
    with path.open(encoding="utf-8-sig", newline="", errors="replace") as file:
        names = next(csv.reader(file), [])
    if not names or len(set(names)) < len(names):
        raise InputError(f"{path} begins with {','.join(names)!r:.200}; expected a line of column names, each once.")
    return names


def write_file(con: duckdb.DuckDBPyConnection, path: Path, source: str, order: Sequence[str]) -> None:
    """Rows sorted into a file beside its place, which is then moved there."""
    beside = path.with_name(f"{path.stem}.part{path.suffix}")
    form = "csv, HEADER" if path.suffix == ".csv" else "parquet"
    columns = ", ".join(f'"{c}"' for c in order)
    con.execute(f"COPY (SELECT * FROM {source} ORDER BY {columns}) TO {quoted(str(beside))} (FORMAT {form})")
    os.replace(beside, path)
