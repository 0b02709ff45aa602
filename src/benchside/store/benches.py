"""Opening an engine by its name."""

from pathlib import Path

from benchside.errors import UsageError, unknown
from benchside.store.bench import Bench
from benchside.store.duck import DuckBench

ENGINES = ("duckdb", "spark")


def open_bench(engine: str, *, memory: str, scratch: Path, master: str | None = None) -> Bench:
    """An engine by name; what does not fit in `memory` goes to the folder `scratch`, which is removed in the end.

    `master` is Spark's (`local[2]`, `spark://host:7077`); DuckDB has none.
    """
    check_engine(engine, master)
    if engine == "spark":
        from benchside.store.spark import SparkBench

        return SparkBench(master=master, memory=memory, scratch=scratch)
    return DuckBench(memory=memory, scratch=scratch)


def check_engine(engine: str, master: str | None) -> None:
    """`UsageError` for an engine that is not known, or a master of an engine that has none."""
    if engine not in ENGINES:
        raise unknown("engine", engine, ENGINES)
    if master is not None and engine != "spark":
        raise UsageError(f"--master {master} is for Spark; add --engine spark, or leave it out.")
