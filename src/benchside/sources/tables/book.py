"""What a reading has gathered: records by table, what was settled and refused, and for each file how many rows were which.

A row is accepted where something of it was taken, else refused with its reason; a cell that is refused leaves its row
accepted. Rules that touch thousands of rows are told once for each file, with their number and the first row.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from benchside.model.columns import Column
from benchside.model.origin import Decision, Extract, Refusal, RowsPiece
from benchside.model.tables import RECORD_TYPES
from benchside.sources.tables.refusing import Refusals

FILE = "(file)"
"""The table under which a decision speaks of a whole file."""
SHOWN = 200


class RefusedRow(Exception):
    """Raised by a reader for a row of which nothing is taken."""

    def __init__(self, column: str, value: str, rule: str, do: str):
        super().__init__(rule)
        self.column, self.value, self.rule, self.do = column, value, rule, do


def twin(column: str, value: str, what: str, at: str) -> RefusedRow:
    """The refusal of a row that says again what stands at another place."""
    return RefusedRow(column, value, f"{what} already", f"See {at}; remove one of the two rows.")


@dataclass
class Tally:
    """The rows of one file: all, and those refused, by rule."""

    says: str
    rows: int = 0
    refused: dict[str, int] = field(default_factory=dict)

    @property
    def lost(self) -> int:
        """How many rows were refused."""
        return sum(self.refused.values())


@dataclass
class Rule:
    """A rule and how often it was applied in one file; place, found and kept are those of the first row."""

    place: str
    found: str
    kept: str
    times: int = 0


@dataclass
class Book:
    """Records by table and key, each with its place; what is there already is not written twice."""

    records: dict[str, dict[str, tuple[dict[str, str], str]]] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=Refusals)
    tallies: dict[str, Tally] = field(default_factory=dict)
    rules: dict[tuple[str, str, str, str], Rule] = field(default_factory=dict)

    def add(self, table: str, key: str, place: str, values: dict[str, str]) -> bool:
        """Keeps a record under its key, unless there is one; says whether it was kept."""
        of = self.records.setdefault(table, {})
        if key in of:
            return False
        of[key] = (values, place)
        return True

    def replace(self, table: str, key: str, place: str, values: dict[str, str]) -> None:
        """Keeps a record under its key, in place of one that may be there."""
        self.records.setdefault(table, {})[key] = (values, place)

    def has(self, table: str, key: str) -> bool:
        """Is there such a record?"""
        return key in self.records.get(table, ())

    def get(self, table: str, key: str) -> dict[str, str]:
        """The record, empty where there is none."""
        return self.records.get(table, {}).get(key, ({}, ""))[0]

    def settle(self, table: str, record: str, column: str, found: str, kept: str, reason: str) -> None:
        """Keeps a decision on one record."""
        self.decisions.append(Decision(table, record, column, found[:SHOWN], kept[:SHOWN], reason))

    def apply(self, file: str, table: str, column: str, reason: str, place: str, found: str, kept: str) -> None:
        """Counts a rule that was applied to a row."""
        rule = self.rules.setdefault((file, table, column, reason), Rule(place, found[:SHOWN], kept[:SHOWN]))
        rule.times += 1

    def refuse_cell(self, table: str, place: str, column: str, value: str, expected: str, do: str = "") -> None:
        """Keeps the refusal of a cell; its row is accepted without it."""
        self.refusals.append(
            Refusal(
                table, place, column, value[:SHOWN], expected, do or "Correct the cell; the rest of the row was taken."
            )
        )

    def refuse_row(self, file: str, table: str, place: str, why: RefusedRow, rows: int = 1) -> None:
        """Keeps the refusal of a row, or of many that share one reason."""
        self.refusals.append(Refusal(table, place, why.column, why.value[:SHOWN], why.rule, why.do))
        refused = self.tallies[file].refused
        refused[why.rule] = refused.get(why.rule, 0) + rows

    def extract(self) -> Extract:
        """Everything, as the store takes it: records as texts, and of each file how many rows were accepted and refused."""
        tables = {name: piece(list(of.values()), *self._without_place(name, of)) for name, of in self.records.items()}
        said = [*self.decisions, *self._applied(), *self._counted()]
        return Extract({n: [rows] for n, rows in tables.items() if n in RECORD_TYPES}, said, self.refusals)

    def _without_place(self, table: str, of: Mapping[str, tuple[dict[str, str], str]]) -> tuple[str, ...]:
        """The columns of a table that the model does not have; said, because nothing is dropped without a word."""
        names = {name for shape in {tuple(values) for values, _ in of.values()} for name in shape}
        of_model: tuple[Column, ...] = RECORD_TYPES[table].columns if table in RECORD_TYPES else ()
        unknown = tuple(sorted(names - {c.name for c in of_model}))
        if not of_model:
            self.settle(
                table,
                f"{len(of)} records",
                "(table)",
                f"{len(of)} records",
                "none",
                "the model has no table of this name",
            )
        elif unknown:
            self.settle(
                table,
                f"{len(of)} records",
                ", ".join(unknown),
                "values",
                "none",
                "the model has no column of this name",
            )
        return unknown

    def _applied(self) -> Iterator[Decision]:
        for (_, table, column, reason), rule in self.rules.items():
            row = f"{rule.place} and {rule.times - 1} more" if rule.times > 1 else rule.place
            yield Decision(table, row, column, rule.found, rule.kept, reason)

    def _counted(self) -> Iterator[Decision]:
        for name, tally in self.tallies.items():
            refused = "; ".join(f"{n} × {rule}" for rule, n in tally.refused.items())
            kept = f"{tally.rows - tally.lost} accepted, {tally.lost} refused"
            yield Decision(
                FILE,
                name,
                "rows",
                f"{tally.rows} rows",
                kept,
                f"{tally.says}{'; refused: ' if refused else ''}{refused}",
            )


def piece(records: list[tuple[dict[str, str], str]], *unknown: str) -> RowsPiece:
    """Records as rows of text, without the columns that the model does not know; what a record lacks is empty."""
    shapes = dict.fromkeys(tuple(values) for values, _ in records)
    columns = tuple(dict.fromkeys(name for shape in shapes for name in shape if name not in unknown))
    rows = [tuple([values.get(name, "") for name in columns]) for values, _ in records]
    return RowsPiece(columns, rows, [place for _, place in records])


def each_row(book: Book, file: str, table: str, rows: Iterator, take: Callable) -> None:
    """Hands every row to `take`; one that raises `RefusedRow` is refused, the others are accepted."""
    tally = book.tallies[file]
    for row in rows:
        tally.rows += 1
        try:
            take(row)
        except RefusedRow as why:
            book.refuse_row(file, table, row.place, why)
