"""A finished build, opened read-only, and its tables as they stood at a date.

The store applies a type's history here, once for each table and date; indicators are handed the tables and never see a
date. Records of a `Version` type without a date are left out; they are given by `history`.
"""

import os
import secrets
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import ibis.expr.types as ir
from ibis.backends.duckdb import Backend

from benchside.errors import InputError
from benchside.model.history import Version
from benchside.model.record import MODEL_VERSION
from benchside.model.tables import RECORD_TYPES, record_type
from benchside.store import engine, one_project
from benchside.store.builds import manifest
from benchside.store.standing import HISTORY, standing

_TEXTS: dict[tuple[str, Hashable], str] = {}
"""What is kept, by name and meaning → the engine's text for it, with `at_@_` before the names of tables; every build has the same tables."""


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


class OlderBuild(InputError):
    """A build made when the model had fewer tables or columns; its figures cannot be asked for as they are now defined."""


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
        if missing := _missing(self._con):
            self._con.disconnect()
            raise OlderBuild(
                f"The build {self.name} was made before Benchside kept {missing}. Run `benchside build` again, or name another build."
            )
        self._kept: set[str] = set()
        self._has_joined = bool(self.query(f"SELECT 1 FROM {one_project.CLUSTER} LIMIT 1"))

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

    def query(self, text: str) -> list[dict]:
        """The rows of a question written by `selection`, as dictionaries of Python values."""
        return self._con.con.execute(text).to_arrow_table().to_pylist()

    def keep_at(
        self,
        name: str,
        wanted: Iterable[str],
        as_of: str,
        make: Callable[[Tables], ir.Table],
        *,
        meaning: Hashable,
        whole: tuple[str, ...] = (),
    ) -> str:
        """The rows that `make` gives of the wanted tables at the date, worked out once and kept; the name of the table that holds them.

        Compiling an expression takes longer than running it, so that its text is kept as well, for all builds: only the names
        of the tables differ. `meaning` tells what `make` gives from anything else of that name. The columns `whole` are kept as
        64-bit integers, whatever the engine's sums gave.
        """
        kept = f"{name}_{_stamp(as_of)}"
        if kept not in self._kept:
            tables = {t: self._standing(t, as_of) for t in wanted}
            if (name, meaning) not in _TEXTS:
                given = Tables({t: self._con.table(at) for t, at in tables.items()})
                _TEXTS[name, meaning] = str(self._con.compile(make(given))).replace(f"at_{_stamp(as_of)}_", "at_@_")
            text = _TEXTS[name, meaning].replace("at_@_", f"at_{_stamp(as_of)}_")
            self._con.con.execute(f'CREATE TEMP TABLE "{kept}" AS SELECT {_whole(whole)} FROM ({text})')
            self._kept.add(kept)
        return kept

    def tables(self, names: Iterable[str], as_of: str | None = None) -> Tables:
        """The named tables as they stood at the date (default: the build's own)."""
        return Tables({n: self.table(n, as_of) for n in names})

    def table(self, name: str, as_of: str | None = None) -> ir.Table:
        """One table as it stood at the date."""
        return self._con.table(self._standing(name, as_of or self.as_of))

    def history(self, name: str) -> ir.Table:
        """Every accepted record of a type, dated or not, from whatever time."""
        return self._con.table(record_type(name).name)

    def system(self, name: str) -> ir.Table:
        """The tables `refused` and `decision`."""
        return self._con.table(name)

    def _standing(self, name: str, date: str) -> str:
        """The name under which a table stands as it was at the date; amounts are settled once, the rest is looked through."""
        kept = f"at_{_stamp(date)}_{name}"
        if kept not in self._kept:
            kind = "TABLE" if not name.endswith(HISTORY) and isinstance(record_type(name).history, Version) else "VIEW"
            text = standing(name, date, is_latest=date >= self.as_of, table=self._joined(name.removesuffix(HISTORY)))
            self._con.con.execute(f'CREATE TEMP {kind} "{kept}" AS {text}')
            self._kept.add(kept)
        return kept

    def standing_projects(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The projects that stand for those of the keys, each once; a key that none stands for stays."""
        if not self._has_joined:
            return tuple(keys)
        rows = self.query(f"SELECT project_id, cluster_id FROM {one_project.CLUSTER}")
        stands = {row["project_id"]: row["cluster_id"] for row in rows}
        return tuple(dict.fromkeys(stands.get(key, key) for key in keys))

    def _joined(self, name: str) -> str:
        """The table of a type's records under the projects that stand for theirs: its own where the build joined no projects."""
        text = one_project.text(record_type(name)) if self._has_joined else None
        if text is None:
            return name
        kept = f"joined_{name}"
        if kept not in self._kept:
            self._con.con.execute(f'CREATE TEMP TABLE "{kept}" AS {text}')
            self._kept.add(kept)
        return kept


def _missing(con: Backend) -> str:
    """The first table or column of the model that the build does not have; empty where it has all."""
    found = con.con.execute("SELECT table_name, column_name FROM information_schema.columns").fetchall()
    kept = {(table, column) for table, column in found}
    lost = [(of.name, column.name) for of in RECORD_TYPES.values() for column in of.columns]
    return next((f"`{column}` of the table `{table}`" for table, column in lost if (table, column) not in kept), "")


def _whole(columns: tuple[str, ...]) -> str:
    replaced = ", ".join(f"CAST({c} AS BIGINT) AS {c}" for c in columns)
    return f"* REPLACE ({replaced})" if columns else "*"


def _stamp(date: str) -> str:
    return (date or "ever").replace("-", "")


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
