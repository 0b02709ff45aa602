"""A record type, declared once.

From the one declaration come the table's schema, the checks, the workbook template, the data
dictionary, the JSON Schema and the portal's form.
"""

from dataclasses import dataclass, field

from benchside.model.columns import Code, Column, Date, Reference, Text
from benchside.model.history import Event, History

MODEL_VERSION = 1
"""Raised whenever a table changes in a way that an older Benchside would read wrongly."""

PROVENANCE = (
    Column("document_id", Reference(to="document"), "The document that supports this record.", example="D010"),
    Column(
        "locator", Text(), "Where in the document: a page, a table, or at most a dozen words quoted.", example="p. 2"
    ),
    Column("grade", Code(codes="evidence_grade"), "How strong the support is.", example="documented"),
    Column("known_on", Date(), "When it became known; empty means the date of the document.", example="2019-11-01"),
    Column("note", Text(), "What a reader of this record should know."),
)
"""The columns every record type bears besides its own."""


@dataclass(frozen=True)
class SumRule:
    """The `column` of all records that share `by` must add up to `total` (in kept units)."""

    column: str
    by: tuple[str, ...]
    total: int
    says: str


@dataclass(frozen=True)
class OrderRule:
    """`earlier` must not lie after `later` where both are given."""

    earlier: str
    later: str


@dataclass(frozen=True)
class AnyPointer:
    """A pair of columns that together point to a record of any type: its type and its key."""

    type_column: str
    key_column: str


Rule = SumRule | OrderRule | AnyPointer


@dataclass(frozen=True)
class RecordType:
    """Everything there is to say of one table: columns, key, history and rules.

    `key` defaults to the column `<name>_id`. `told_once`: where several sources list such records for one project, the lists are
    not added up; one source's count for each value of these columns (none: one for the whole list). None: all of them count.
    """

    name: str
    title: str
    family: str
    help: str
    own: tuple[Column, ...]
    history: History = field(default_factory=Event)
    key: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    told_once: tuple[str, ...] | None = None

    def __post_init__(self):
        if not self.key:
            object.__setattr__(self, "key", (f"{self.name}_id",))

    @property
    def columns(self) -> tuple[Column, ...]:
        """The type's own columns, then those of provenance."""
        return self.own + PROVENANCE

    def column(self, name: str) -> Column:
        """The column of that name; `KeyError` where there is none."""
        return {c.name: c for c in self.columns}[name]
