"""The rows of a CSV file that comes from outside: any of three delimiters, mixed encodings, cells of any length.

Read line by line, so that neither a cell of a hundred megabytes nor a quotation mark that is never closed fills the memory.
"""

import csv
import io
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

LONGEST = 1_000_000
"""Bytes of one line, letters of one cell; the longest text that a register is known to publish has some 40 000."""
DELIMITERS = (",", ";", "\t")
_BOM = b"\xef\xbb\xbf"

Faulty = Callable[[int, str, str, str], None]
"""Told of a row that cannot be read: its number, the beginning of its text, the rule, what to do."""


@dataclass
class Encoding:
    """How many lines were not UTF-8 and were read as Windows-1252, and the first of them."""

    lines: int = 0
    first: int = 0


class Lines:
    """Lines of text from a stream of bytes. Those of the row being read are remembered, to go back to."""

    def __init__(self, stream: BinaryIO):
        self.encoding = Encoding()
        self._stream = stream
        self._again: deque[str] = deque()
        self._number = 0
        self.of_row: list[str] = []
        self.is_too_long = False

    def begin_row(self) -> None:
        """Forget the row before."""
        self.of_row.clear()
        self.is_too_long = False

    def step_back(self) -> None:
        """Go back to the second line of the row being read."""
        self._again.extendleft(reversed(self.of_row[1:]))

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._read()
        self.of_row.append(line)
        return line

    def _read(self) -> str:
        raw = self._stream.readline(LONGEST)
        if not raw:
            raise StopIteration
        self._number += 1
        if len(raw) == LONGEST and not raw.endswith(b"\n"):
            self.is_too_long = True
            while (rest := self._stream.readline(LONGEST)) and not rest.endswith(b"\n"):
                pass
            # What is left begins no quoted cell, so that the row ends with this line.
            return raw[:200].decode("utf-8", "replace").replace('"', "") + "\n"
        if self._number == 1:
            raw = raw.removeprefix(_BOM)
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return self._other_encoding(raw)

    def _other_encoding(self, raw: bytes) -> str:
        self.encoding.lines += 1
        self.encoding.first = self.encoding.first or self._number
        # The five bytes that Windows-1252 leaves open are read as the control signs of Latin 1.
        try:
            return raw.decode("cp1252")
        except UnicodeDecodeError:
            return raw.decode("latin-1")


def header_of(stream: BinaryIO, prefer: Callable[[list[str]], int] = len) -> tuple[list[str], str]:
    """The cells of the first line and the delimiter that `prefer` values most; nothing where the file is empty."""
    lines = Lines(stream)
    with _longest_cell():
        first = _first_line(lines)
        readings = [(_cells(first, lines, mark), mark) for mark in DELIMITERS]
    return max(readings, key=lambda found: prefer(found[0]))


def _first_line(lines: Lines) -> str:
    for line in lines:
        if line.strip() and not line.strip('" \r\n').startswith("sep="):
            return line
    return ""


def _cells(first: str, lines: Lines, mark: str) -> list[str]:
    """The first row; a cell with line breaks, as in a file without a header, goes on in the following lines."""
    whole = first
    while whole.count('"') % 2 and len(whole) < LONGEST and (more := next(lines, "")):
        whole += more
    lines.step_back()
    try:
        return next(csv.reader(io.StringIO(whole, newline=""), delimiter=mark), [])
    except csv.Error:
        return []


def numbered_rows(lines: Lines, delimiter: str, faulty: Faulty) -> Iterator[tuple[int, list[str]]]:
    """Every row with its number, the first being row 1; empty lines count as rows of a spreadsheet do, and bring nothing.

    Where a quotation mark is wrong the line it stands in is lost and told of; reading goes on with the next.
    """
    with _longest_cell():
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        number = 0
        while True:
            number += 1
            lines.begin_row()
            try:
                row = next(reader, None)
            except csv.Error as error:
                faulty(number, _shown(lines), f"the row is no CSV ({error})", _DO_QUOTES)
                lines.step_back()
                continue
            if row is None:
                return
            if lines.is_too_long:
                faulty(number, _shown(lines), f"a line is longer than {LONGEST} bytes", _DO_LENGTH)
            elif any(row):
                yield number, row


_DO_QUOTES = "Close the quotation mark; write one that belongs to the text twice, in a quoted cell."
_DO_LENGTH = "Shorten the cell, or see whether the line breaks of the file were lost."


def _shown(lines: Lines) -> str:
    return lines.of_row[0].rstrip("\r\n")[:200] if lines.of_row else ""


@contextmanager
def _longest_cell() -> Iterator[None]:
    """The CSV reader's limit belongs to the whole process: it is set back."""
    before = csv.field_size_limit(LONGEST)
    try:
        yield
    finally:
        csv.field_size_limit(before)
