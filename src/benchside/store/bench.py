"""Tables by name, and questions of them, on whichever engine was opened.

A question is a function that gives an Ibis expression over named tables. All engines have the same small interface, so that
whoever asks does not know which of them answers.
"""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Thread
from typing import Any, Protocol

import ibis
import ibis.expr.types as ir
import pyarrow as pa

Question = Callable[..., ir.Table]
"""A function that gives an expression over tables by name, from arguments that can be compared."""


_KEPT: dict[str, str] = {}


def remember(file: Path) -> None:
    """Take texts that were worked out before from a JSON file, by the names that `name_of` gives; nothing without it."""
    if file.exists():
        _KEPT.update(json.loads(file.read_text(encoding="utf-8")))


def name_of(question: Question, dialect: str, args: tuple[Any, ...]) -> str:
    """The name under which the text of a question is kept."""
    return f"{dialect}: {question.__module__}.{question.__qualname__}{args!r}"


@cache
def text_of(question: Question, dialect: str, *args: Any) -> str:
    """The expression of a question in an engine's own text; worked out at most once in a process for the same arguments."""
    return _KEPT.get(name_of(question, dialect, args)) or worked_out(question, dialect, args)


def worked_out(question: Question, dialect: str, args: tuple[Any, ...]) -> str:
    """The text of a question, from its expression."""
    return str(ibis.to_sql(question(*args), dialect=dialect, pretty=False))


def foresee(bench: "Bench", *asked: tuple[Any, ...]) -> Thread:
    """Work out the text of questions (each with its arguments) while the engine is still at something else.

    A thread, because the engine leaves Python free while it works. What goes wrong here is raised when the question is asked.
    """

    def work() -> None:
        with suppress(Exception):
            for question, *args in asked:
                text_of(question, bench.dialect, *args)

    thread = Thread(target=work, daemon=True)
    thread.start()
    return thread


class Bench(Protocol):
    """What every engine can do."""

    dialect: str
    errors: tuple[type[Exception], ...]
    """What the engine raises over a file or a value that it cannot read."""

    def name_parquet(self, name: str, folder: Path, pattern: str, *, by_year: bool = False) -> None:
        """Parquet files below a folder as a table; `by_year` where they lie in folders `year=…`, which becomes a column."""

    def name_file(self, name: str, path: Path) -> None:
        """A Parquet file, or a CSV file with a heading, as a table of texts."""

    def name_rows(self, name: str, rows: pa.Table) -> None:
        """Rows in memory as a table."""

    def columns(self, name: str) -> list[str]:
        """The names of a table's columns."""
        ...

    def make(self, name: str, question: Question, *args: Any) -> None:
        """The answer to a question as a table that is worked out once."""

    def ask(self, question: Question, *args: Any) -> pa.Table:
        """The answer to a question, in memory."""
        ...

    def write(self, path: Path, name: str, order: Sequence[str]) -> None:
        """A table in a Parquet or CSV file, in the order of some columns; the file is whole or absent."""

    def close(self) -> None:
        """Give back memory and disk."""
