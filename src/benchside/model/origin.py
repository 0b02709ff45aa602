"""Where data come from, and what a source hands over.

A source hands over text, exactly as a person would write it in a workbook, so that one set of checks serves all
sources. What it settles on the way (a column that had slid, an amount read as a total) it says in decisions.
"""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Origin:
    """Producer, title, citation, version, address, dates and licence of what a source reads."""

    producer: str
    title: str
    citation: str
    licence: str
    url: str = ""
    version: str = ""
    published_on: str = ""


@dataclass(frozen=True)
class Decision:
    """Something a source settled: which row and column, what was found, what was kept, and why."""

    table: str
    record: str
    column: str
    found: str
    kept: str
    reason: str


@dataclass(frozen=True)
class Refusal:
    """Something that was not taken in: where it stood, its value, the rule it broke, and what to do."""

    table: str
    row: str
    column: str
    value: str
    rule: str
    do: str


@dataclass(frozen=True)
class CsvPiece:
    """A CSV file already in the model's columns; the store streams it. `name` is what messages call it."""

    path: Path
    name: str


@dataclass(frozen=True)
class RowsPiece:
    """Rows in memory: texts (empty for missing), one list for each row, and the place each row came from."""

    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]
    places: list[str]


@dataclass(frozen=True)
class Extract:
    """What a source hands over: pieces for each table, what it settled, and what it could not take in."""

    tables: dict[str, list[CsvPiece | RowsPiece]]
    decisions: list[Decision] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
