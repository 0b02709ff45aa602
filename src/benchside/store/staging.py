"""Bringing pieces into one table of texts, each row with the place a person finds it at.

A CSV file is streamed by the engine, which is fast and strict. Where that does not do (a row that cannot be parsed, an
empty line that would shift the count, line ends of an old Mac) the file is read again row by row: slower, with the exact
number of every row, as a spreadsheet shows it.
"""

import csv
import re
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import TextIO

import duckdb
import pyarrow as pa

from benchside.model.origin import RowsPiece
from benchside.model.record import RecordType
from benchside.store.checks import LONGEST_SHOWN, name, quoted

LONGEST_LINE = 1_000_000
"""Letters of one line or cell; a spreadsheet's cell holds 32 767."""
_BLANKS = "' ' || chr(9) || chr(10) || chr(13) || chr(160)"
_CHUNK = 1 << 20
_BATCH = 20_000
_CELL = re.compile(r'(?:"(?:[^"]|"")*"|[^",\r\n][^,\r\n]*|)(?:,|\r?\n|\r|$)')
_MAC_LINE_END = re.compile(rb"\r[^\n]")

TELL_CELLS = "Give the row as many cells as the header has; quote cells that hold commas or line breaks."
TELL_QUOTES = "Close the quotation mark; write one that belongs to the text twice, in a quoted cell."
TELL_LENGTH = "Shorten the cell, or see whether the line breaks of the file were lost."


@dataclass(frozen=True)
class Place:
    """Which source, snapshot and file the rows of a piece come from."""

    source: str
    snapshot: str
    file: str = ""

    @property
    def columns(self) -> str:
        """The two columns that all rows of the piece share, as SQL."""
        return f"{quoted(self.source)} AS source, {quoted(self.snapshot)} AS snapshot"


@dataclass(frozen=True)
class Unread:
    """A row of a CSV file that could not be read: its number, the column where it went wrong, text, rule, what to do."""

    row: int
    column: str
    value: str
    rule: str
    do: str


def open_stage(con: duckdb.DuckDBPyConnection, of: RecordType) -> None:
    """An empty table for the texts of a type."""
    columns = ", ".join(f"{name(c.name)} VARCHAR" for c in of.columns)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE staged ({columns}, source VARCHAR, source_record_id VARCHAR, snapshot VARCHAR, seq BIGINT)"
    )


def stage_rows(con: duckdb.DuckDBPyConnection, piece: RowsPiece, place: Place) -> None:
    """Rows that a source holds in memory, with the places it gave them."""
    if not piece.rows:
        return
    arrays = [pa.array([row[i] for row in piece.rows], pa.string()) for i in range(len(piece.columns))]
    table = pa.table([*arrays, pa.array(piece.places, pa.string())], names=[*piece.columns, "source_record_id"])
    con.register("piece", table)
    con.execute(
        f"INSERT INTO staged BY NAME SELECT *, {place.columns}, row_number() OVER () + {_last(con)} AS seq FROM piece"
    )
    con.unregister("piece")


def stage_csv(con: duckdb.DuckDBPyConnection, of: RecordType, path: Path, place: Place) -> None:
    """The rows of a CSV file; those that cannot be read go to `refused`. Rows without any text are passed by."""
    header = _header(path)
    if not header:
        return
    lines = _look(path)
    if lines.uneven or not _stream(con, path, header, place, lines.below):
        _read_row_by_row(con, of, path, header, place)
    empty = " AND ".join(f"coalesce(trim({name(c)}, {_BLANKS}), '') = ''" for c in header)
    con.execute(f"DELETE FROM staged WHERE {empty}")


def _header(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file), [])


def _last(con: duckdb.DuckDBPyConnection) -> int:
    row = con.execute("SELECT coalesce(max(seq), 0) FROM staged").fetchone()
    return row[0] if row else 0


@dataclass(frozen=True)
class _Lines:
    """What is seen of a file before it is read: does it need care, and how many line ends has it below the header?"""

    uneven: bool
    below: int


def _look(path: Path) -> _Lines:
    """Care is needed where empty lines would shift the count, lines end as on an old Mac, or a quotation mark is left over."""
    held, quotes, ends = b"", 0, 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            held = held[-2:] + chunk
            quotes, ends = quotes + chunk.count(b'"'), ends + chunk.count(b"\n")
            if b"\n\n" in held or b"\n\r\n" in held or (b"\r" in held and _MAC_LINE_END.search(held)):
                return _Lines(True, 0)
    return _Lines(quotes % 2 == 1, ends - held.endswith(b"\n"))


def _stream(con: duckdb.DuckDBPyConnection, path: Path, header: list[str], place: Place, lines: int) -> bool:
    """Stream the file through the engine; False, and nothing taken in, where it did not read every line of it.

    The lines are counted because the engine has passed over rows without a word (with a line end it did not expect, with a
    cell left open). It is not told the line end: told that of Windows it finds no rows at all.
    """
    columns = ", ".join(f"{quoted(c)}: 'VARCHAR'" for c in header)
    reader = (
        f"read_csv({quoted(str(path))}, auto_detect = false, columns = {{{columns}}}, header = true, delim = ',', "
        f"quote = '\"', escape = '\"', strict_mode = true, null_padding = false, parallel = false, max_line_size = {LONGEST_LINE})"
    )
    last = _last(con)
    try:
        con.execute(
            f"INSERT INTO staged BY NAME SELECT * EXCLUDE (n), {quoted(place.file + ' row ')} || (n + 1) AS source_record_id, "
            f"{place.columns}, n + {last} AS seq FROM (SELECT *, row_number() OVER () AS n FROM {reader})"
        )
    except duckdb.InvalidInputException:
        return False
    if _are_all_lines(con, header, last, lines):
        return True
    con.execute(f"DELETE FROM staged WHERE seq > {last}")
    return False


def _are_all_lines(con: duckdb.DuckDBPyConnection, header: list[str], last: int, lines: int) -> bool:
    """Do the rows staged after `last` take so many lines? Line breaks in cells are counted only where rows do not suffice."""
    inside = " + ".join(f"coalesce(length({name(c)}) - length(replace({name(c)}, chr(10), '')), 0)" for c in header)
    taken = (
        con.execute(f"SELECT count(*) + coalesce(sum({breaks}), 0) FROM staged WHERE seq > {last}").fetchone()
        for breaks in ("0", inside)
    )
    return any(row == (lines,) for row in taken)


def _read_row_by_row(
    con: duckdb.DuckDBPyConnection, of: RecordType, path: Path, header: list[str], place: Place
) -> None:
    unread: list[Unread] = []
    schema = pa.schema([*((c, pa.string()) for c in header), ("n", pa.int64())])
    con.register("piece", pa.RecordBatchReader.from_batches(schema, _batches(path, header, schema, unread)))
    con.execute(
        f"INSERT INTO staged BY NAME SELECT * EXCLUDE (n), {quoted(place.file + ' row ')} || n AS source_record_id, "
        f"{place.columns}, n + {_last(con)} AS seq FROM piece"
    )
    con.unregister("piece")
    rows = [
        (place.source, place.snapshot, of.name, f"{place.file} row {u.row}", u.column, u.value, u.rule, u.do)
        for u in unread
    ]
    if rows:
        con.executemany("INSERT INTO refused VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _batches(path: Path, header: list[str], schema: pa.Schema, unread: list[Unread]) -> Iterator[pa.RecordBatch]:
    rows = numbered_rows(path, header, unread)
    while batch := list(islice(rows, _BATCH)):
        cells = [pa.array([row[i] for _, row in batch], pa.string()) for i in range(len(header))]
        yield pa.record_batch([*cells, pa.array([n for n, _ in batch], pa.int64())], schema=schema)


def numbered_rows(path: Path, header: list[str], unread: list[Unread]) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header with their numbers, the header being row 1; what cannot be read is put into `unread`.

    A cell with line breaks is one row, as in a spreadsheet; an empty line counts and brings nothing. Where a quotation
    mark is wrong only the line it stands in is lost: reading goes on with the next.
    """
    with path.open(encoding="utf-8-sig", newline="") as file, _longest_cell(LONGEST_LINE):
        lines = _Reread(file)
        reader = csv.reader(lines, strict=True)
        next(reader)
        for number in count(2):
            lines.begin_row()
            try:
                row = next(reader, None)
            except csv.Error:
                unread.append(_misquoted(number, header, lines))
                lines.step_back()
                continue
            if row is None:
                return
            # Empty cells beyond the header hold nothing: commas at the end of a line are no fault, for the engine neither.
            beyond = "".join(row[len(header) :]).strip()
            if len(row) >= len(header) and not beyond and not lines.too_long:
                yield number, row[: len(header)]
            elif lines.too_long or any(cell.strip() for cell in row):
                unread.append(_miscounted(number, row, header, lines))


@contextmanager
def _longest_cell(letters: int) -> Iterator[None]:
    """The CSV reader's limit belongs to the whole process: it is set back."""
    before = csv.field_size_limit(letters)
    try:
        yield
    finally:
        csv.field_size_limit(before)


class _Reread:
    """The lines of a file. Those of the row being read are remembered, for the message and to go back to."""

    def __init__(self, file: TextIO):
        self._file = file
        self._again: deque[str] = deque()
        self.begin_row()

    def begin_row(self) -> None:
        """Forget the row before."""
        self.of_row: list[str] = []
        self.too_long = False

    def step_back(self) -> None:
        """Go back to the second line of the row being read."""
        self._again.extendleft(reversed(self.of_row[1:]))

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._file.readline(LONGEST_LINE)
        if not line:
            raise StopIteration
        self.of_row.append(line)
        if line.endswith(("\n", "\r")) or len(line) < LONGEST_LINE:
            return line
        self.too_long = True
        while (rest := self._file.readline(LONGEST_LINE)) and not rest.endswith(("\n", "\r")):
            pass
        return "\n"

    def text(self) -> str:
        """The first line of the row as it stands in the file, shortened."""
        return self.of_row[0].rstrip("\r\n")[:LONGEST_SHOWN]


def _misquoted(number: int, header: list[str], lines: _Reread) -> Unread:
    """The column named is the first whose cell is not well quoted within its line."""
    place, column = 0, 0
    while (cell := _CELL.match(lines.of_row[0], place)) and cell.end() > place:
        place, column = cell.end(), column + 1
    rule = "a quotation mark is not closed, or stands alone within a quoted cell"
    return Unread(number, header[min(column, len(header) - 1)], lines.text(), rule, TELL_QUOTES)


def _miscounted(number: int, row: list[str], header: list[str], lines: _Reread) -> Unread:
    """The column named is the first without a cell, or the last one where there are too many."""
    if lines.too_long:
        return Unread(number, header[0], lines.text(), f"the line is longer than {LONGEST_LINE} letters", TELL_LENGTH)
    column = header[len(row)] if len(row) < len(header) else header[-1]
    rule = f"{len(row)} cells in this row, expected {len(header)} as in the header"
    return Unread(number, column, lines.text(), rule, TELL_CELLS)
