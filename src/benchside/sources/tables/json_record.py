"""One JSON record of a register: its cleaned values, each with the place it came from; what the cleaning did is counted in the book.

It is to JSON what `rows.Row` is to tables.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from benchside.sources.tables import cells as table_cells
from benchside.sources.tables.book import Book, RefusedRow, Tally, twin
from benchside.sources.tables.headers import suggestion
from benchside.sources.tables.json_records import Broken, Dump, records_of

ENCODED = "signs that were encoded, once or more often, are read as text"
AGAIN = "of records that several files give the first counts"
FORMULA = "a text that a spreadsheet would run as a formula is kept without the sign it begins with"


@dataclass(frozen=True)
class Record:
    """A record: its value, the file and the number in words (`place`), and the columns that say so of a record of ours (`proof`).

    `told` are the unknown fields of which the file has been told already.
    """

    value: Mapping[str, Any]
    book: Book
    file: str
    table: str
    place: str
    proof: Mapping[str, str] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)

    def at(self, *path: str) -> Any:
        """The value at the end of a path of keys; None where there is none."""
        found: Any = self.value
        for step in path:
            found = found.get(step) if isinstance(found, Mapping) else None
        return found

    def text(self, *path: str) -> str:
        """The text or number at a path, tidied; empty where there is none."""
        return self.tidied(path[-1], self.at(*path))

    def texts(self, *path: str) -> list[str]:
        """The texts of the list at a path, tidied, without empty ones; a single text is a list of one."""
        found = self.at(*path)
        listed = found if isinstance(found, list) else [found]
        return [text for one in listed if (text := self.tidied(path[-1], one))]

    def objects(self, *path: str) -> list[Mapping[str, Any]]:
        """The objects of the list at a path; what is no object is refused."""
        return self.listed(path[-1], self.at(*path))

    def listed(self, column: str, value: Any) -> list[Mapping[str, Any]]:
        """The objects of a list, or the one object; what is no object is refused."""
        listed = value if isinstance(value, list) else [] if value is None else [value]
        for one in listed:
            if not isinstance(one, Mapping):
                self.refuse(column, str(one), "expected a list of objects")
        return [one for one in listed if isinstance(one, Mapping)]

    def tidied(self, column: str, value: Any) -> str:
        """A value as text, without encoded signs and without what a spreadsheet would run."""
        if value is None or isinstance(value, Mapping | list | bool):
            return ""
        found = table_cells.words(str(value))
        read = table_cells.words(table_cells.plain(found))
        if read != found:
            self.apply(column, ENCODED, found, read)
        safe = table_cells.harmless(read)
        if safe != read:
            self.apply(column, FORMULA, read, safe)
        return safe

    def apply(self, column: str, reason: str, found: str, kept: str) -> None:
        """Counts a rule that was applied to this record."""
        self.book.apply(self.file, self.table, column, reason, self.place, found, kept)

    def refuse(self, column: str, value: str, expected: str, do: str = "") -> None:
        """Refuses one value; the record is taken without it."""
        self.book.refuse_cell(
            self.table,
            self.place,
            column,
            value,
            expected,
            do or "Correct the value; the rest of the record was taken.",
        )

    def say_unknown(self, of: Mapping[str, Any], known: Collection[str], where: str = "") -> None:
        """Tells fields that are neither taken nor left out for a reason, each once a file."""
        for name in of:
            if name not in known and (column := f"{where}{name}") not in self.told:
                self.told.add(column)
                rule = f"this field is not known, so it is not read{suggestion(name, known)}"
                self.refuse(
                    column, str(of[name]), rule, "Say in the source what it means; the rest of the record was taken."
                )


def is_again(record: Record, table: str, key: str, column: str, value: str) -> bool:
    """Does the record say again what stands there? Refused within one file; lists that overlap give a record several times."""
    if not record.book.has(table, key):
        return False
    at = record.book.records[table][key][1]
    if at.rsplit(" ", 2)[0] == record.file:
        raise twin(column, value, f"the {table} stands", at)
    record.apply(column, AGAIN, value, at)
    return True


def each_record(
    book: Book, dump: Dump, lists: Collection[str], table: str, document: str, take: Callable[[Record], None],
    unwrap: Callable[[Mapping[str, Any]], Any] = lambda value: value,
) -> None:  # fmt: skip
    """Hands every record of a file to `take`; one that raises `RefusedRow` or is no object is refused, the others are accepted."""
    tally, told = book.tallies.setdefault(dump.name, Tally(f"read as {table}")), set()
    for number, value in _unwrapped(dump, lists, unwrap):
        tally.rows += 1
        place = f"{dump.name} record {number}"
        try:
            take(Record(_object(value), book, dump.name, table, place, {
                "document_id": document, "locator": f"record {number}", "grade": "registry",
            }, told))  # fmt: skip
        except RefusedRow as why:
            book.refuse_row(dump.name, table, place, why)


def _unwrapped(dump: Dump, lists: Collection[str], unwrap: Callable) -> Iterator[tuple[int, Any]]:
    for number, value in records_of(dump, tuple(lists)):
        yield number, unwrap(value) if isinstance(value, Mapping) else value


def _object(value: Any) -> Mapping[str, Any]:
    if isinstance(value, Broken):
        raise RefusedRow("(record)", value.text, value.why, "Fetch the record again.")
    if not isinstance(value, Mapping):
        raise RefusedRow("(record)", str(value), "expected an object", "Fetch the file again.")
    return value
