"""Rows of text from the flat files that studies of OpenAlex are published in, and the cleaning of single cells.

A file is CSV or Parquet. A Parquet value becomes the text that the CSV would hold, so that both are read by the same
rules: missing is empty, a whole number has no point. No text stands for a missing value: `NA` is Namibia.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

import pyarrow
import pyarrow.parquet

from benchside.errors import InputError
from benchside.model.origin import CsvPiece, Decision, Refusal, RowsPiece
from benchside.sources.tables.book import FILE, piece
from benchside.sources.tables.csv_guard import encoding_fault
from benchside.sources.tables.refusing import Refusals

MISSING = "missing"


@dataclass(frozen=True)
class Line:
    """One row of a file: its place in words, and its cells by column, without blanks at their ends."""

    place: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def listed(self, column: str) -> list[str]:
        """The parts of a cell joined by `|`, each once."""
        return list(dict.fromkeys(p.strip() for p in self[column].split("|") if p.strip()))


@dataclass
class Gathered:
    """The records of each table by key, with what was settled and what was refused."""

    document: str = ""
    records: dict[str, dict[str, tuple[dict[str, str], str]]] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=Refusals)
    lost: dict[str, str] = field(default_factory=dict)
    """Place of a row of which nothing was taken → the rule it broke."""

    def add(self, table: str, key: str, place: str, grade: str = "", **values: str) -> None:
        """Keeps a record under its key, the first where there are several; it cites the file unless no grade is given."""
        proof = {"document_id": self.document, "locator": place, "grade": grade} if grade else {}
        self.records.setdefault(table, {}).setdefault(key, (values | proof, place))

    def settle(self, table: str, record: str, column: str, found: str, kept: str, reason: str) -> None:
        """Keeps a decision."""
        self.decisions.append(Decision(table, record, column, found, kept, reason))

    def refuse(self, table: str, line: Line, column: str, rule: str, do: str) -> None:
        """Keeps a refusal of a cell."""
        self.refusals.append(Refusal(table, line.place, column, line[column], rule, do))

    def lose(self, table: str, line: Line, column: str, rule: str, do: str) -> None:
        """Keeps a refusal of a whole row."""
        self.refuse(table, line, column, rule, do)
        self.lost.setdefault(line.place, rule)

    def count(self, name: str, places: Sequence[str], says: str) -> None:
        """Says of a file how many rows it has, how many were accepted and how many refused, by rule."""
        rules = Counter(self.lost[place] for place in places if place in self.lost)
        refused = "; ".join(f"{n} × {rule}" for rule, n in rules.items())
        kept = f"{len(places) - rules.total()} accepted, {rules.total()} refused"
        self.settle(
            FILE, name, "rows", f"{len(places)} rows", kept, f"{says}{'; refused: ' if refused else ''}{refused}"
        )

    def pass_by_notes(self, names: Iterable[str]) -> None:
        """Says of the notes among the files that nothing is taken of them."""
        for name in sorted(names):
            if is_notes(name):
                self.settle(FILE, name, "rows", "0 rows", "passed by", "notes beside the tables, not a table")

    def pieces(self) -> dict[str, list[CsvPiece | RowsPiece]]:
        """One piece for each table."""
        return {name: [piece(list(of.values()))] for name, of in self.records.items()}


def is_notes(name: str) -> bool:
    """Is it a text beside the tables, for people?"""
    return PurePosixPath(name).suffix.lower() in (".txt", ".md")


def not_a_file_of(source: str, name: str, kinds: Iterable[str]) -> InputError:
    """The error for a file whose name is none of those by which the source knows what a file holds."""
    known = ", ".join(f"{kind}.csv or {kind}.parquet" for kind in kinds)
    return InputError(f"{name}: not a file of {source}. Expected {known}. Rename or remove it.")


def read_lines(name: str, path: Path, needed: tuple[str, ...], known: tuple[str, ...]) -> list[Line]:
    """The rows of a CSV or Parquet file; `InputError` where it cannot be read, lacks a column or has an unknown one."""
    rows = list(_parquet(name, path) if PurePosixPath(name).suffix.lower() == ".parquet" else _csv(name, path))
    found = rows[0]
    lacking = [c for c in needed if c not in found]
    strange = [c for c in found if c not in needed and c not in known and not c.startswith("prov_")]
    if lacking or strange:
        raise InputError(
            f"{name}: missing columns: {', '.join(lacking) or 'none'}; unknown columns: {', '.join(strange) or 'none'}. "
            f"Expected {', '.join(needed)}; also known: {', '.join(known)}. Rename or remove them."
        )
    return [
        Line(f"{name} row {n}", dict(zip(found, map(str.strip, cells), strict=True)))
        for n, cells in enumerate(rows[1:], 2)
    ]


def _csv(name: str, path: Path) -> Iterator[list[str]]:
    if fault := encoding_fault(name, path):
        raise InputError(fault)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, strict=True))
    except csv.Error as error:
        raise InputError(f"{name} is no CSV file: {error}. Save it as CSV with commas and quotation marks.") from error
    if not rows:
        raise InputError(f"{name} is empty, expected a line of columns and rows. Put the whole file in its place.")
    for number, cells in enumerate(rows, 1):
        if cells and len(cells) != len(rows[0]):
            raise InputError(f"{name} row {number} has {len(cells)} cells, expected {len(rows[0])}. Mend that row.")
        if cells:
            yield cells


def _parquet(name: str, path: Path) -> Iterator[list[str]]:
    try:
        table = pyarrow.parquet.read_table(path)
    except (pyarrow.ArrowInvalid, OSError) as error:
        raise InputError(f"{name} is no Parquet file: {error}. Fetch it again, or save it as CSV.") from error
    yield list(table.column_names)
    for row in table.to_pylist():
        yield [_text(row[c]) for c in table.column_names]


def _text(value: Any) -> str:
    if value is None or value != value:  # a number that is none differs from itself
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def bare_id(text: str) -> str:
    """An id without the address of OpenAlex."""
    return re.sub(r"^https?://openalex\.org/", "", text)
