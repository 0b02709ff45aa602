"""Opening DuckDB, with the settings every use of it needs."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import ibis
from ibis.backends.duckdb import Backend

from benchside.errors import UsageError
from benchside.store.checks import quoted

DEFAULT_MEMORY = "4GB"

EngineError = duckdb.Error
"""What the engine raises, for a caller who can do something else with a file that it does not read."""


def open_for_writing(path: Path, *, memory: str = DEFAULT_MEMORY) -> duckdb.DuckDBPyConnection:
    """A new database file that a build fills; what does not fit in memory spills beside it."""
    con = duckdb.connect(str(path))
    set_up(con.execute, memory)
    con.execute(f"SET temp_directory = {quoted(str(path.with_suffix('.spill')))}")
    return con


def open_for_reading(path: Path, *, memory: str = DEFAULT_MEMORY, spill: Path | None = None) -> Backend:
    """A finished build, read-only; temporary tables live in memory and spill to `spill`."""
    con = ibis.duckdb.connect(str(path), read_only=True)
    set_up(con.raw_sql, memory)
    if spill is not None:
        con.raw_sql(f"SET temp_directory = {quoted(str(spill))}")
    return con


def open_scratch(*, memory: str = DEFAULT_MEMORY, spill: Path) -> Backend:
    """An empty engine in memory that reads and writes files; what does not fit spills to `spill`.

    Rows come in no particular order unless asked for: the engine need not hold a file back to keep its order.
    """
    con = ibis.duckdb.connect()
    set_up(con.raw_sql, memory)
    con.raw_sql(f"SET temp_directory = {quoted(str(spill))}")
    con.raw_sql("SET preserve_insertion_order = false")
    return con


def set_up(execute: Callable[[str], object], memory: str) -> None:
    """No extension is fetched, and the engine's own progress bar stays out of answers that programs read."""
    for setting in ("autoinstall_known_extensions", "autoload_known_extensions", "enable_progress_bar"):
        execute(f"SET {setting} = false")
    try:
        execute(f"SET memory_limit = {quoted(memory)}")
    except duckdb.Error as error:
        raise UsageError(f'programme.toml: memory = {memory!r}, expected a size such as "4GB" or "500MB".') from error
