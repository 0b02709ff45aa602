"""Opening DuckDB, with the settings every use of it needs."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import ibis
from ibis.backends.duckdb import Backend

from benchside.errors import UsageError
from benchside.store.checks import quoted

DEFAULT_MEMORY = "4GB"


def open_for_writing(path: Path, *, memory: str = DEFAULT_MEMORY) -> duckdb.DuckDBPyConnection:
    """A new database file that a build fills; what does not fit in memory spills beside it."""
    con = duckdb.connect(str(path))
    _limit(con.execute, memory)
    con.execute(f"SET temp_directory = {quoted(str(path.with_suffix('.spill')))}")
    con.execute("SET autoinstall_known_extensions = false")
    con.execute("SET autoload_known_extensions = false")
    return con


def open_for_reading(path: Path, *, memory: str = DEFAULT_MEMORY, spill: Path | None = None) -> Backend:
    """A finished build, read-only; temporary tables live in memory and spill to `spill`."""
    con = ibis.duckdb.connect(str(path), read_only=True)
    _limit(con.raw_sql, memory)
    con.raw_sql("SET autoinstall_known_extensions = false")
    con.raw_sql("SET autoload_known_extensions = false")
    if spill is not None:
        con.raw_sql(f"SET temp_directory = {quoted(str(spill))}")
    return con


def _limit(execute: Callable[[str], object], memory: str) -> None:
    try:
        execute(f"SET memory_limit = {quoted(memory)}")
    except duckdb.Error as error:
        raise UsageError(f'programme.toml: memory = {memory!r}, expected a size such as "4GB" or "500MB".') from error
