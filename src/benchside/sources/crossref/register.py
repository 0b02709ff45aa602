"""What the two sources of Crossref share: options, files, DOIs, dates with parts missing."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchside.errors import InputError, UsageError, unknown
from benchside.model.identifiers import SCHEMES
from benchside.model.origin import Extract, Origin
from benchside.sources.tables.book import FILE, Book, RefusedRow
from benchside.sources.tables.cells import slug
from benchside.sources.tables.identifiers import bare_doi
from benchside.sources.tables.json_record import Record, each_record
from benchside.sources.tables.json_records import dumps_of

LICENCE = "facts that Crossref lets anybody use and pass on (its page on the licence of metadata); abstracts, which are not so, are not taken"
PRODUCER = "Crossref"
URL = "https://www.crossref.org"
LISTS = ("items",)
DATE_RULE = "expected a year, a year and a month, or a day between 1400 and 2060"


def checked(source: str, written: Mapping[str, object], known: tuple[str, ...]) -> str:
    """The option `as_of`, once all options are known ones; `UsageError` says which to mend."""
    for name in written:
        if name not in known:
            raise unknown(f"option of the source {source}", name, known, do="Correct programme.toml.")
    value = written.get("as_of", "")
    as_of = value.isoformat() if isinstance(value, date) else str(value)
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", as_of):
        raise UsageError(
            f"programme.toml: {source}, as_of = {as_of!r}, expected the day on which the records were fetched, such as 2026-06-30."
        )
    return as_of


def read_files(
    files: Mapping[str, Path], book: Book, table: str, origin: Origin, as_of: str, take: Callable[[Record], None]
) -> None:
    """Hands every record of every file to `take`; each file is a document, and files that hold no records are said."""
    dumps, beside = dumps_of(files)
    if not dumps:
        raise InputError(
            f"No records of Crossref found among {', '.join(sorted(files)) or 'none'}. Expected JSON, JSON lines, either as .gz, or a ZIP of them."
        )
    for name in beside:
        book.settle(FILE, name, "rows", "0 rows", "passed by", "no JSON file")
    for dump in dumps:
        document = f"crossref-{slug(dump.name)}"
        book.add("document", document, "", {
            "document_key": document, "title": f"{origin.title}: {dump.name}", "publisher": PRODUCER, "url": origin.url,
            "printed_on": as_of, "licence": LICENCE,
        })  # fmt: skip
        each_record(book, dump, LISTS, table, document, take, unwrap)


def unwrap(value: Mapping[str, Any]) -> Any:
    """The record in an answer of the interface, or the record itself."""
    return value["message"] if "message" in value and "DOI" not in value else value


def doi_of(record: Record) -> str:
    """The record's DOI, bare and in small letters; without one nothing of it can be taken."""
    doi = bare_doi(record.text("DOI"))
    if not SCHEMES["doi"].is_valid(doi):
        raise RefusedRow(
            "DOI", str(record.at("DOI") or ""), f"expected {SCHEMES['doi'].expected}", "Fetch the record again."
        )
    return doi


def partial_date(parts: Any) -> str:
    """`2020`, `2020-03` or `2020-03-05` from the parts of a date; empty where all are missing; `ValueError` where they are no date.

    >>> partial_date([[2020, 3]]), partial_date([["2020"]]), partial_date([[None]]), partial_date([])
    ('2020-03', '2020', '', '')
    """
    first = parts[0] if isinstance(parts, list) and parts else parts
    if first in (None, [], [None]):
        return ""
    if not isinstance(first, list) or len(first) > 3 or any(isinstance(part, bool) for part in first):
        raise ValueError(parts)
    numbers = [int(str(part)) for part in first]
    day = date(*[*numbers, 1, 1][:3])
    if not 1400 <= day.year <= 2060:
        raise ValueError(parts)
    return day.isoformat()[: (4, 7, 10)[len(numbers) - 1]]


def date_at(record: Record, value: Any, column: str) -> str:
    """The partial date in an object, or in the first of a list of them; what is no date is refused."""
    found = value[0] if isinstance(value, list) and value else value
    parts = found.get("date-parts") if isinstance(found, Mapping) else found
    try:
        return partial_date(parts)
    except (ValueError, TypeError, ArithmeticError):
        record.refuse(column, str(parts), DATE_RULE)
        return ""


@dataclass(frozen=True)
class Reading:
    """What a reading fills: the book, and the options all sources of Crossref have."""

    book: Book
    as_of: str

    def extract(self) -> Extract:
        """Everything that was read."""
        return self.book.extract()


def funder_names(record: Record, funder: Mapping[str, Any]) -> set[str]:
    """All by which a funder can be named: its DOI, that DOI's own number, other identifiers, and its name in small letters."""
    said = [record.tidied("funder", funder.get("DOI")), record.tidied("funder", funder.get("name"))]
    said += [record.tidied("funder", one.get("id")) for one in record.listed("funder", funder.get("id"))]
    return {name for text in said for name in funder_keys(text)}


def funder_keys(text: str) -> set[str]:
    """A funder's name or identifier as it is compared.

    >>> sorted(funder_keys("https://doi.org/10.13039/501100000780")), sorted(funder_keys("https://ror.org/00k4n6c32"))
    (['10.13039/501100000780', '501100000780'], ['00k4n6c32'])
    """
    bare = bare_doi(text.removeprefix("https://ror.org/")).casefold()
    return {key for key in (bare, bare.removeprefix("10.13039/")) if key}
