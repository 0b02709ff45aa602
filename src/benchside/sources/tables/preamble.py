"""Tables whose line of columns is not the first: what stands above it is passed over, and rows keep their numbers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from benchside.sources.tables.files import Part
from benchside.sources.tables.lines import DELIMITERS, Lines, numbered_rows
from benchside.sources.tables.rows import Sheet

MOST_ABOVE = 50
"""Rows above the line of columns, at most."""


@dataclass
class Below(Sheet):
    """A table whose columns stand in row `first`."""

    first: int = 1

    def _numbered(self) -> Iterator[tuple[int, list[str]]]:
        return ((n, row) for n, row in super()._numbered() if n >= self.first)


def numbered(part: Part, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, each with its number; those that are no CSV are left to the reading that follows."""
    if part.open_sheet:
        yield from ((n, row) for n, row in enumerate(part.open_sheet(), 1) if any(cell.strip() for cell in row))
    elif part.open_text:
        with part.open_text() as stream:
            yield from numbered_rows(Lines(stream), delimiter, lambda *told: None)


def header_row(part: Part, is_header: Callable[[Sequence[str]], bool], *, only: int = 0) -> tuple[int, list[str], str]:
    """The first row that is the line of columns (or row `only`): its number, cells and delimiter; 0 where there is none."""
    for mark in DELIMITERS if part.open_text else (",",):
        for number, row in takewhile(lambda found: found[0] <= MOST_ABOVE, numbered(part, mark)):
            cells = [cell.strip() for cell in row]
            if only in (0, number) and is_header(cells):
                return number, cells, mark
    return 0, [], ","
