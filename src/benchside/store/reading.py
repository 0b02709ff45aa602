"""A finished build, opened read-only, and its tables as they stood at a date.

The store applies a type's history here, once for each table and date; indicators are handed the tables and never see a
date. Records of a `Version` type without a date are left out; they are given by `history`.
"""

import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import ibis
import ibis.expr.types as ir
from ibis.backends.duckdb import Backend

from benchside.errors import InputError
from benchside.model.history import Event, Span, Version
from benchside.model.record import MODEL_VERSION
from benchside.model.tables import record_type
from benchside.store import engine
from benchside.store.builds import manifest

HISTORY = "_history"
"""`<type>_history` names all readings of a `Version` type, for indicators about change."""


@dataclass(frozen=True)
class Tables:
    """The named tables an indicator asked for, as attributes; a table it did not declare is not there."""

    named: dict[str, ir.Table]

    def __getattr__(self, name: str) -> ir.Table:
        try:
            return self.named[name]
        except KeyError:
            raise AttributeError(
                f"table {name!r} was not declared; declared: {', '.join(sorted(self.named))}"
            ) from None


class Build:
    """One build, open for reading. What is asked twice is kept in temporary tables for as long as it is open."""

    def __init__(self, folder: Path, *, memory: str = engine.DEFAULT_MEMORY):
        self.folder = folder
        self.name = folder.name
        self.manifest = manifest(folder.parents[1], folder.name)
        if self.manifest["model_version"] > MODEL_VERSION:
            raise InputError(
                f"The build {self.name} was made with model {self.manifest['model_version']}, this Benchside reads up to {MODEL_VERSION}. Update Benchside."
            )
        self.as_of: str = self.manifest["as_of"]
        self._con = _opened(folder, memory)
        self._kept: dict[str, ir.Table] = {}

    def close(self) -> None:
        """Close the engine; temporary tables go with it."""
        self._con.disconnect()

    def __enter__(self) -> "Build":
        return self

    def __exit__(self, *args) -> None:
        self.close()

    def fetch(self, expression: ir.Table) -> list[dict]:
        """The rows of an expression, as dictionaries of Python values."""
        return self._con.to_pyarrow(expression).to_pylist()

    def keep(self, name: str, expression: ir.Table) -> ir.Table:
        """The expression's rows, worked out once and kept under `name` until the build is closed."""
        if name not in self._kept:
            self._kept[name] = self._con.create_table(name, expression, temp=True)
        return self._kept[name]

    def has_kept(self, name: str) -> ir.Table | None:
        """The rows kept under `name`, if there are any."""
        return self._kept.get(name)

    def tables(self, names: Iterable[str], as_of: str | None = None) -> Tables:
        """The named tables as they stood at the date (default: the build's own)."""
        return Tables({n: self.table(n, as_of) for n in names})

    def table(self, name: str, as_of: str | None = None) -> ir.Table:
        """One table as it stood at the date."""
        date = as_of or self.as_of
        kept = f"at_{date or 'ever'}_{name}".replace("-", "")
        if kept not in self._kept:
            self._kept[kept] = self._standing(name, date, kept)
        return self._kept[kept]

    def history(self, name: str) -> ir.Table:
        """Every accepted record of a type, dated or not, from whatever time."""
        return self._con.table(record_type(name).name)

    def system(self, name: str) -> ir.Table:
        """The tables `refused` and `decision`."""
        return self._con.table(name)

    def _standing(self, name: str, date: str, kept: str) -> ir.Table:
        if name.endswith(HISTORY):
            return self._readings(name.removesuffix(HISTORY), date)
        history, table = record_type(name).history, self._con.table(name)
        if history == Event():
            return table
        day = ibis.literal(date).cast("date") if date else None
        if isinstance(history, Version):
            dated = table.filter(table.true_from.notnull() if day is None else table.true_from <= day)
            return self._con.create_table(kept, _latest(dated, history, record_type(name).key), temp=True)
        begun = table if day is None else table.filter(_has_begun(table, day, date >= self.as_of))
        if isinstance(history, Span):
            begun = begun.mutate(
                current=ibis.literal(True) if day is None else (begun.true_to.isnull() | (begun.true_to > day))
            )
        return begun

    def _readings(self, name: str, date: str) -> ir.Table:
        """Every reading by the date, and those without a date, as far as they were known by then."""
        table = self._con.table(record_type(name).name)
        if not date:
            return table
        day = ibis.literal(date).cast("date")
        return table.filter(
            (table.true_from <= day) | (table.true_from.isnull() & (table.known_on.isnull() | (table.known_on <= day)))
        )


def _opened(folder: Path, memory: str) -> Backend:
    """Each reader spills to a folder of its own: engines that share one overwrite each other's pages."""
    spill = folder / f".spill-{os.getpid()}-{secrets.token_hex(4)}"
    try:
        return engine.open_for_reading(folder / "build.duckdb", memory=memory, spill=spill)
    except duckdb.Error as error:
        raise InputError(
            f"{folder / 'build.duckdb'} cannot be opened: {str(error).splitlines()[0]} "
            f"Name another build, or remove the folder {folder} and run `benchside build`."
        ) from error


def _has_begun(table: ir.Table, day, is_latest: bool):
    """A record without any date is known as of the build, and no earlier."""
    return (table.true_from <= day) | table.true_from.isnull() if is_latest else table.true_from <= day


def _latest(table: ir.Table, history: Version, key: tuple[str, ...]) -> ir.Table:
    """The latest reading of each value; ties by when it became known, then by document, then by key."""
    order = [table[c].desc() for c in dict.fromkeys(("true_from", "known_on", "document_id", *key))]
    ranked = table.mutate(_rank=ibis.row_number().over(group_by=list(history.of), order_by=order))
    return ranked.filter(ranked._rank == 0).drop("_rank")
