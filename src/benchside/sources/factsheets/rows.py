"""The file of fact sheets as rows of cleaned cells, and what is found out on the way.

Rows are numbered as a spreadsheet shows them: the headings are row 1, and a line break in a cell starts no new row.
"""

import csv
import io
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchside.errors import InputError
from benchside.model.origin import Decision, Refusal
from benchside.sources.tables.refusing import Refusals

_BLANK = frozenset({"", "#N/A", "N/A", "NA"})
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Row:
    """One row of the file: its number, its place in words, and its cells by heading."""

    number: int
    place: str
    cells: Mapping[str, str]

    def __getitem__(self, heading: str) -> str:
        """The cell's text with every run of white space as one blank; empty for `#N/A` and `NA`."""
        text = " ".join(self.cells[heading].split())
        return "" if text in _BLANK else text


@dataclass
class Findings:
    """What was settled and what was refused, in the order of the file."""

    decisions: list[Decision] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=Refusals)

    def settle(self, table: str, record: str, column: str, found: str, kept: str, reason: str) -> None:
        """Keeps a decision."""
        self.decisions.append(Decision(table, record, column, found, kept, reason))

    def refuse(self, table: str, row: Row, column: str, value: str, rule: str, do: str) -> None:
        """Keeps a refusal."""
        self.refusals.append(Refusal(table, row.place, column, value, rule, do))


def iso_date(text: str) -> str:
    """dd/mm/yyyy as an ISO date; `ValueError` where it is written otherwise or no such day exists."""
    match = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    if not match:
        raise ValueError(text)
    day, month, year = map(int, match.groups())
    return date(year, month, day).isoformat()


def read_rows(
    name: str, path: Path, needed: Collection[str], ignored: Collection[str], findings: Findings
) -> list[Row]:
    """The rows of the file. A row of the wrong length and a column that is not known are refused.

    `name` is the file's own: it may be kept under another, which would tell a reader nothing.
    """
    lines = _lines(name, _text(name, path))
    headings = [h.strip() for h in lines[0]]
    _check_headings(name, headings, needed)
    for heading in headings:
        if heading not in needed and heading not in ignored:
            findings.refuse(
                "project", Row(1, f"{name} row 1", {}), heading, heading, "this column is not known, so it is not read",
                "Remove the column, or say in the source's declaration what it means.",
            )  # fmt: skip
    rows = []
    for number, cells in enumerate(lines[1:], start=2):
        row = Row(number, f"{name} row {number}", dict(zip(headings, cells, strict=False)))
        if len(cells) == len(headings):
            rows.append(row)
        elif cells:
            findings.refuse(
                "project", row, "(row)", str(len(cells)), f"the row must have {len(headings)} cells, one for each heading",
                "Look for a quotation mark or a comma too many or too few in this row.",
            )  # fmt: skip
    return rows


MOST_BYTES = 32 << 20
"""The file is held in memory; the real one has half a million bytes."""


def _text(name: str, path: Path) -> str:
    try:
        if (size := path.stat().st_size) > MOST_BYTES:
            raise InputError(
                f"{name} has {size} bytes, expected at most {MOST_BYTES} of a table of fact sheets. Fetch the file again."
            )
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{name} could not be read: {error.strerror}. Check that the file is there.") from error
    start = len(_BOM) if raw.startswith(_BOM) else 0
    if not raw[start:].strip():
        raise InputError(f"{name} is empty, expected headings and rows. Put the whole file in its place.")
    try:
        return raw[start:].decode("utf-8")
    except UnicodeDecodeError as error:
        at = start + error.start
        raise InputError(
            f"{name} is not UTF-8: byte 0x{raw[at]:02x} at offset {at}. Save the file with the encoding UTF-8."
        ) from error


def _lines(name: str, text: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error as error:
        raise InputError(f"{name} is no CSV file: {error}. Save it as CSV with commas and quotation marks.") from error


def _check_headings(name: str, headings: list[str], needed: Collection[str]) -> None:
    missing = [h for h in needed if h not in headings]
    if missing:
        raise InputError(
            f"{name} lacks the column {', '.join(map(repr, missing))}. Found: {', '.join(headings)}. "
            "Give the column its published heading again."
        )
    twice = sorted({h for h in headings if headings.count(h) > 1})
    if twice:
        raise InputError(f"{name} has the column {', '.join(map(repr, twice))} twice. Keep one of them.")
