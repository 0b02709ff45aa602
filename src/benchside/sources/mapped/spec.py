"""What a mapping says, once it is read: the document, and for each table of the model the columns of a sheet that feed it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from benchside.model.columns import Column
from benchside.model.record import RecordType


@dataclass(frozen=True)
class Field:
    """How one column of the model is fed: from columns of the sheet, or a constant; translated, dated, multiplied."""

    of: Column
    columns: tuple[str, ...] = ()
    constant: str | None = None
    is_key: bool = False
    prefix: str = ""
    codes: Mapping[str, str] | None = None
    dates: tuple[str, ...] = ()
    decimal: str = ""
    times: Decimal | None = None


@dataclass(frozen=True)
class PassOver:
    """Rows that are not taken: those whose cell is one of the words, and why."""

    column: str
    equals: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Split:
    """A cell that holds several things: each becomes a row of its own. `pattern` names the pieces of one of them."""

    column: str
    by: str
    pattern: re.Pattern[str] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The columns that the pieces become: `Partners.name` of the group `name`."""
        return tuple(f"{self.column}.{name}" for name in self.pattern.groupindex) if self.pattern else ()


@dataclass(frozen=True)
class Entry:
    """One table of the model from one sheet."""

    number: int
    file: str
    sheet: str
    header_row: int
    table: RecordType
    fields: tuple[Field, ...]
    ignored: Mapping[str, str]
    pass_over: tuple[PassOver, ...]
    split: Split | None
    blanks: frozenset[str]

    @property
    def columns(self) -> set[str]:
        """The columns of the sheet that are read, or looked at."""
        named = {c for f in self.fields for c in f.columns} | {p.column for p in self.pass_over}
        made = set(self.split.names) if self.split else set()
        return (named - made) | ({self.split.column} if self.split else set())

    @property
    def place(self) -> str:
        """What messages call it."""
        return (
            f"[[table]] {self.number} ({self.file}{', sheet ' + self.sheet if self.sheet else ''} → {self.table.name})"
        )


@dataclass(frozen=True)
class Spec:
    """The whole mapping: the document that the records cite, the tables, and the files that are left out."""

    name: str
    document: Mapping[str, str]
    entries: tuple[Entry, ...]
    files_ignored: Mapping[str, str]
