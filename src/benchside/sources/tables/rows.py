"""Tables that were recognised, and their rows with cleaned cells; what the cleaning did is counted in the book."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from benchside.sources.tables import cells as table_cells
from benchside.sources.tables.book import Book, RefusedRow, Tally
from benchside.sources.tables.files import Part
from benchside.sources.tables.headers import suggestion
from benchside.sources.tables.layouts import Layout, known, nearest, recognised
from benchside.sources.tables.lines import Lines, header_of, numbered_rows


@dataclass(frozen=True)
class Known:
    """The tables of a register: its name, their layouts, and which layout a first row without headings shows, if any."""

    register: str
    layouts: Sequence[Layout]
    without_header: Callable[[list[str]], Layout | None] = lambda first: None


@dataclass
class Sheet:
    """A table: its name, what it is, where its columns stand, and its cells row by row. `document` is the key of the file."""

    name: str
    layout: Layout
    book: Book
    part: Part
    document: str
    delimiter: str = ","
    has_header: bool = True
    at: dict[str, int] = field(default_factory=dict)
    width: int = 0

    def rows(self) -> Iterator["Row"]:
        """The rows below the header that hold anything; those that cannot be read are refused on the way."""
        for number, found in islice(self._numbered(), self.has_header, None):
            if len(found) == self.width:
                yield Row(found, self, number)
            elif any(cell.strip() for cell in found[self.width :]) or len(found) < self.width:
                self._miscounted(number, found)
            else:
                yield Row(found[: self.width], self, number)

    def _numbered(self) -> Iterator[tuple[int, list[str]]]:
        if self.part.open_sheet:
            filled = ((n, row) for n, row in enumerate(self.part.open_sheet(), 1) if any(row))
            yield from ((n, row) for n, row in filled if any(cell.strip() for cell in row))
        elif self.part.open_text:
            with self.part.open_text() as stream:
                lines = Lines(stream)
                yield from numbered_rows(lines, self.delimiter, self._faulty)
            self._say_encoding(lines)

    def _faulty(self, number: int, value: str, rule: str, do: str) -> None:
        self.book.tallies[self.name].rows += 1
        self.book.refuse_row(
            self.name, self.layout.id, f"{self.name} row {number}", RefusedRow("(row)", value, rule, do)
        )

    def _miscounted(self, number: int, found: list[str]) -> None:
        # Which cell is missing or too many cannot be told, so that none is taken for another.
        rule = f"the row must have {self.width} cells, one for each column; it has {len(found)}"
        do = "Look for a delimiter or a quotation mark too many or too few in this row."
        self._faulty(number, " | ".join(found), rule, do)

    def _say_encoding(self, lines: Lines) -> None:
        if told := lines.encoding.lines:
            self.book.settle(
                "(file)", self.name, "encoding", f"{told} lines that are not UTF-8, the first line {lines.encoding.first}",
                "read as Windows-1252", "extracts of several years mix the two encodings; each line is read by itself",
            )  # fmt: skip


class Row:
    """One row. `row[column]` is the cell without blanks at its ends, encoded signs or a formula; empty where it is missing.

    `place` is the file and the row in words, `proof` the columns that say so of a record.
    """

    __slots__ = ("cells", "number", "place", "proof", "sheet")

    def __init__(self, found: list[str], sheet: Sheet, number: int):
        self.cells, self.sheet, self.number = found, sheet, number
        self.place = f"{sheet.name} row {number}"
        self.proof = {"document_id": sheet.document, "locator": f"row {number}", "grade": "registry"}

    def __getitem__(self, column: str) -> str:
        at = self.sheet.at.get(column)
        text = self.cells[at].strip() if at is not None else ""
        if text in self.sheet.layout.blanks:
            return ""
        return self._tidied(column, text) if "&" in text or text[0] in "=+-@" else text

    def _tidied(self, column: str, text: str) -> str:
        read = table_cells.plain(text)
        if read != text:
            self.apply(column, "signs that were encoded, once or more often, are read as text", text, read)
        safe = table_cells.harmless(read)
        if safe != read:
            self.apply(
                column,
                "a text that a spreadsheet would run as a formula is kept without the sign it begins with",
                read,
                safe,
            )
        return safe

    def apply(self, column: str, reason: str, found: str, kept: str) -> None:
        """Counts a rule that was applied to this row."""
        self.sheet.book.apply(self.sheet.name, self.sheet.layout.id, column, reason, self.place, found, kept)

    def read(self, column: str, parse: Callable[[str], str], expected: str) -> str:
        """The parsed cell; empty where it is empty, or where the parser will not have it: then the cell is refused."""
        text = self[column]
        if not text:
            return ""
        try:
            return parse(text)
        except (ValueError, ArithmeticError):
            self.sheet.book.refuse_cell(self.sheet.layout.id, self.place, column, text, f"expected {expected}")
            return ""

    def need(self, column: str, parse: Callable[[str], str], expected: str) -> str:
        """The parsed cell; without it nothing of the row can be taken."""
        text = self[column]
        try:
            if text:
                return parse(text)
        except (ValueError, ArithmeticError):
            pass
        raise RefusedRow(column, text, f"expected {expected}", "Correct the cell; without it the row has no place.")

    def coded(self, column: str, codes: dict[str, str], what: str) -> str:
        """The code that stands for the cell; an unknown one refuses the row, because none may stand in for it."""
        text = self[column]
        if text not in codes:
            raise RefusedRow(
                column,
                text,
                f"unknown {what}; known: {', '.join(codes)}",
                "Correct it, or say in the source what it means.",
            )
        return codes[text]

    def amount(self, column: str) -> str:
        """An amount; a third decimal is rounded and said, a decimal comma is read and said."""
        text = self[column]
        value = self.read(column, table_cells.amount, table_cells.AMOUNT_RULE)
        if value and "," in text:
            self.apply(column, "a decimal comma is read as a point", text, value)
        elif value and table_cells.is_rounded(text):
            self.apply(column, "more than two decimals are rounded to the cent, half to even", text, value)
        return value

    def day(self, column: str) -> str:
        """An ISO day."""
        return self.read(column, table_cells.day, table_cells.DAY_RULE)


def recognise(part: Part, book: Book, of: Known) -> Sheet | None:
    """The table in a file by its columns; None where it is none that is known: its rows are then refused, with what is missing."""
    header, delimiter = _header(part, of)
    layout, document = recognised(header, of.layouts), f"{of.register}-{table_cells.slug(part.name)}"
    if layout:
        sheet = Sheet(part.name, layout, book, part, document, delimiter)
    elif bare := of.without_header(header):
        sheet, header = Sheet(part.name, bare, book, part, document, delimiter, has_header=False), list(bare.columns)
        reason = f"the first row is a {bare.id} in the current order of columns"
        book.settle("(file)", part.name, "header", "none", ", ".join(header), reason)
    else:
        return _unknown(part, header, delimiter, book, of)
    sheet.at, sheet.width = sheet.layout.places(header), len(header)
    book.tallies[part.name] = Tally(f"read as {sheet.layout.id}")
    _say_unknown_columns(sheet, header, book)
    return sheet


def _header(part: Part, of: Known) -> tuple[list[str], str]:
    if part.open_sheet:
        first = next((row for row in part.open_sheet() if any(cell.strip() for cell in row)), [])
        return [cell.strip() for cell in first], ","
    assert part.open_text
    with part.open_text() as stream:
        header, delimiter = header_of(stream, partial(known, layouts=of.layouts))
    return [cell.strip() for cell in header], delimiter


def _unknown(part: Part, header: list[str], delimiter: str, book: Book, of: Known) -> None:
    """A table that is not known: all its rows are refused together."""
    near, lacking = nearest(header, of.layouts)
    sheet = Sheet(part.name, Layout("(unknown)", "", ()), book, part, "", delimiter, width=len(header))
    tally = book.tallies.setdefault(part.name, Tally("no table that is known"))
    rule = f"no known table has these columns; the nearest, {near.id}, needs also {', '.join(lacking[:12])}"
    rows = sum(1 for _ in sheet.rows())
    tally.rows += rows
    why = RefusedRow(
        "(header)", ", ".join(header), rule, "Give the columns their published names, or take the file away."
    )
    book.refuse_row(part.name, "(file)", part.name, why, rows)


def _say_unknown_columns(sheet: Sheet, header: list[str], book: Book) -> None:
    everything = (*sheet.layout.needed, *sheet.layout.taken, *sheet.layout.ignored)
    for name in dict.fromkeys(header):
        if name and not sheet.layout.knows(name):
            near = suggestion(name, everything)
            book.refuse_cell(
                sheet.layout.id, f"{sheet.name} row 1", name, name, f"this column is not known, so it is not read{near}",
                "Correct its name, or say in the source's layout what it means.",
            )  # fmt: skip
