"""Apache Spark, for a corpus that outgrows one machine: the same questions as on DuckDB, in Spark's own text.

Needs the extra `benchside[spark]` and Java 17. The driver and all workers must see the corpus, and the place of what is
written, under the same paths. Spark leaves its answers in parts; the driver's DuckDB sorts them into one file.
"""

import logging
import os
import re
import shutil
import sys
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import ibis
import pyarrow as pa

from benchside.errors import BenchsideError, UsageError
from benchside.store.bench import Question, text_of
from benchside.store.checks import quoted
from benchside.store.duck import csv_heading, write_file
from benchside.store.engine import set_up

if TYPE_CHECKING:
    from ibis.backends.pyspark import Backend

LOCAL = "local[*]"
_LOGGING = "log4j2.properties"
_QUIET = """rootLogger.level = error
rootLogger.appenderRef.stderr.ref = stderr
appender.stderr.type = Console
appender.stderr.name = stderr
appender.stderr.target = SYSTEM_ERR
appender.stderr.layout.type = PatternLayout
appender.stderr.layout.pattern = %p %c{1}: %m%n
"""
_UNITS = {"K": 1, "M": 1024, "G": 1024**2, "T": 1024**3}


def open_spark(master: str | None = None, *, memory: str, scratch: Path) -> "Backend":
    """A Spark session as an Ibis backend; on this machine alone unless `master` names another.

    `memory` is what the driver may use, and each worker's process. Raises `UsageError` where Spark or Java is missing.
    """
    try:
        with warnings.catch_warnings():
            # PySpark imports parts of the standard library and of pandas that are going out.
            warnings.simplefilter("ignore", DeprecationWarning)
            warnings.simplefilter("ignore", FutureWarning)
            from pyspark.errors import PySparkRuntimeError
            from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError(
            f"--engine spark: {error}. Install it with `pip install benchside[spark]`, or use --engine duckdb."
        ) from error
    _check_java()
    master = master or LOCAL
    scratch.mkdir(parents=True, exist_ok=True)
    (scratch / _LOGGING).write_text(_QUIET, encoding="utf-8")
    builder = SparkSession.builder.appName("benchside").master(master)
    for name, value in _settings(master, memory, scratch).items():
        builder = builder.config(name, value)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    logging.getLogger("py4j").setLevel(logging.ERROR)
    try:
        session = builder.getOrCreate()
    except (PySparkRuntimeError, OSError) as error:
        raise UsageError(f"Spark did not start on {master}: {error}. It needs Java 17: set JAVA_HOME to it.") from error
    return ibis.pyspark.connect(session)


def _check_java() -> None:
    home = os.environ.get("JAVA_HOME")
    java = Path(home, "bin", "java") if home else None
    if not (java.exists() if java else shutil.which("java")):
        where = f"JAVA_HOME is {home}, which has no bin/java" if home else "no `java` is on the path"
        raise UsageError(f"--engine spark needs Java 17, and {where}. Install it, or use --engine duckdb.")


def _settings(master: str, memory: str, scratch: Path) -> dict[str, str]:
    size = _megabytes(memory)
    found = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.warehouse.dir": str(scratch / "warehouse"),
        "spark.local.dir": str(scratch / "shuffle"),
        "spark.driver.memory": f"{size}m",
        "spark.executor.memory": f"{size}m",
        "spark.driver.extraJavaOptions": f"-Duser.timezone=UTC -Dlog4j2.configurationFile={scratch / _LOGGING}",
    }
    if re.match(r"local|spark://(127\.|localhost)", master):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        found |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
        # The default of 200 parts is meant for a cluster.
        found["spark.sql.shuffle.partitions"] = str(4 * (os.cpu_count() or 1))
    return found


def _megabytes(memory: str) -> int:
    """A size such as `4GB` as Spark's Java wants it."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([KMGT])i?B?", memory.strip(), re.IGNORECASE)
    if not match:
        raise UsageError(f'memory = {memory!r}, expected a size such as "4GB" or "500MB".')
    return max(int(float(match[1]) * _UNITS[match[2].upper()] / 1024), 1)


def run_on_workers(
    work: Callable[..., None], items: Sequence[tuple[Any, ...]], *, master: str | None, memory: str, scratch: Path
) -> None:
    """Call a function once for each of some items, as tasks of their own on the workers, where Benchside is installed too.

    The function and the items travel there: plain functions and values, with absolute paths. What it raises of
    Benchside's own errors is raised here, the first of them.
    """

    def attempt(item: tuple[Any, ...]) -> BenchsideError | None:
        try:
            work(*item)
        except BenchsideError as error:
            return error
        return None

    session = open_spark(master, memory=memory, scratch=scratch.absolute())._session
    try:
        told = session.sparkContext.parallelize(list(items), max(len(items), 1)).map(attempt).collect()
    finally:
        session.stop()
        shutil.rmtree(scratch, ignore_errors=True)
    for error in filter(None, told):
        raise error


class SparkBench:
    """Spark, with the interface of `bench.Bench`."""

    dialect = "pyspark"

    def __init__(self, *, master: str | None, memory: str, scratch: Path) -> None:
        scratch = scratch.absolute()
        backend = open_spark(master, memory=memory, scratch=scratch)
        from pyspark.errors import PySparkException

        self.errors: tuple[type[Exception], ...] = (PySparkException,)
        self._session, self._scratch, self._memory = backend._session, scratch, memory

    def name_parquet(self, name: str, folder: Path, pattern: str, *, by_year: bool = False) -> None:
        folder = folder.absolute()
        reader = self._session.read.option("basePath", str(folder)) if by_year else self._session.read
        rows = reader.parquet(f"{folder}/{pattern}")
        rows = rows.withColumn("year", rows["year"].cast("bigint")) if by_year else rows
        rows.createOrReplaceTempView(name)

    def name_file(self, name: str, path: Path) -> None:
        path = path.absolute()
        if path.suffix == ".parquet":
            rows = self._session.read.parquet(str(path))
            rows = rows.select(*(rows[f"`{c}`"].cast("string").alias(c) for c in rows.columns))
        else:
            schema = ", ".join(f"`{c}` STRING" for c in csv_heading(path))
            form = {"header": True, "quote": '"', "escape": '"', "multiLine": True, "mode": "FAILFAST"}
            rows = self._session.read.csv(str(path), schema=schema, **form)
        rows.createOrReplaceTempView(name)

    def name_rows(self, name: str, rows: pa.Table) -> None:
        self._session.createDataFrame(rows).createOrReplaceTempView(name)

    def columns(self, name: str) -> list[str]:
        return self._session.table(name).columns

    def make(self, name: str, question: Question, *args: Any) -> None:
        rows = self._session.sql(text_of(question, self.dialect, *args)).persist()
        rows.count()
        rows.createOrReplaceTempView(name)

    def ask(self, question: Question, *args: Any) -> pa.Table:
        return self._session.sql(text_of(question, self.dialect, *args)).toArrow()

    def write(self, path: Path, name: str, order: Sequence[str]) -> None:
        parts = self._scratch / f"{name}.parts"
        self._session.table(name).write.mode("overwrite").parquet(str(parts))
        with duckdb.connect() as con:
            set_up(con.execute, self._memory)
            con.execute(f"SET temp_directory = {quoted(str(self._scratch / 'sorting'))}")
            write_file(con, path, f"read_parquet({quoted(f'{parts}/*.parquet')})", order)
        shutil.rmtree(parts)

    def close(self) -> None:
        self._session.stop()
        shutil.rmtree(self._scratch, ignore_errors=True)
