"""Patents: lists that Espacenet gives of a search, rows in the columns of PATSTAT, and the rights that CORDIS lists of projects.

A table of CORDIS is read by the source `cordis` where it is a part of its files; here it is read by the same reader, for those who
have it alone. Names of inventors are not kept, their number is.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from benchside.errors import InputError, UsageError
from benchside.model.origin import Extract, Origin
from benchside.sources.base import Source
from benchside.sources.patents.database import take_application, take_party, take_publication, take_title
from benchside.sources.patents.layouts import KNOWN, LAYOUTS, LISTS, ORDER
from benchside.sources.patents.lists import take_listed
from benchside.sources.patents.options import Options, options_of
from benchside.sources.patents.reading import Reading
from benchside.sources.patents.rights import write
from benchside.sources.tables import cells
from benchside.sources.tables.book import FILE, Book, Tally, each_row
from benchside.sources.tables.files import Part, parts_of
from benchside.sources.tables.listed_rights import take_irp
from benchside.sources.tables.named_projects import NamedProjects
from benchside.sources.tables.preamble import Below, header_row
from benchside.sources.tables.rows import Row, Sheet, recognise

ORIGIN = Origin(
    producer="European Patent Office",
    title="Patents of projects",
    citation="European Patent Office: Espacenet and PATSTAT, as downloaded",
    licence="as the terms of the database say; the facts of a publication are public",
    url="https://worldwide.espacenet.com",
)


def read(files: Mapping[str, Path], options: Mapping[str, object]) -> Extract:
    """The model's tables from any number of tables of patents.

    A decision in the table `(file)` says of each file how many rows it has, how many were accepted and how many refused, by rule.
    """
    said, book = options_of(options), Book()
    reading = Reading(book, said, NamedProjects(book, said.project_ids))
    parts, passed = parts_of(files)
    if not parts:
        raise InputError(
            f"No table of patents found among {', '.join(sorted(files)) or 'none'}. Expected CSV, XLSX, or a ZIP of them."
        )
    for name, why in passed.items():
        book.settle(FILE, name, "rows", "0 rows", "passed by", why)
    sheets = [sheet for part in parts if (sheet := _sheet(part, book))]
    for sheet in sorted(sheets, key=lambda s: (ORDER.index(s.layout.reads), s.name)):
        _check_project(sheet, said)
        take = READERS[sheet.layout.reads]
        each_row(book, sheet.name, sheet.layout.id, sheet.rows(), lambda row, take=take: take(reading, row))
    write(list(reading.rights.values()), book, said)
    _finish(reading, sheets)
    return book.extract()


def _check_project(sheet: Sheet, said: Options) -> None:
    if sheet.layout.reads != "irps" and not said.project and not said.projects:
        raise UsageError(
            f'{sheet.name} does not say whose the patents are. Name in programme.toml project = "…", or projects = {{ … }} by family '
            "or publication number."
        )


def _sheet(part: Part, book: Book) -> Sheet | None:
    """The table, below the lines about the search that stand above a list."""
    number, header, mark = header_row(part, lambda found: any(set(layout.needed) <= set(found) for layout in LISTS))
    if number <= 1:
        return recognise(part, book, KNOWN)
    layout = next(layout for layout in LISTS if set(layout.needed) <= set(header))
    sheet = Below(part.name, layout, book, part, f"patents-{cells.key(part.name)}", mark, first=number)
    sheet.at, sheet.width = layout.places(header), len(header)
    book.tallies[part.name] = Tally(f"read as {layout.id}, from row {number} on")
    return sheet


READERS: Mapping[str, Callable[[Reading, Row], None]] = {
    "application": take_application,
    "publication": take_publication,
    "title": take_title,
    "party": take_party,
    "list": take_listed,
    "irps": lambda reading, row: take_irp(reading.named, row),
}


def _finish(reading: Reading, sheets: list[Sheet]) -> None:
    """The documents; and the projects, where the options say that no other source describes them."""
    book, said = reading.book, reading.options
    for sheet in sheets:
        book.add("document", sheet.document, "", {
            "document_key": sheet.document, "title": f"Patents, {sheet.layout.id}: {sheet.name}", "publisher": ORIGIN.producer, "url": ORIGIN.url,
            "printed_on": said.as_of, "licence": ORIGIN.licence,
        })  # fmt: skip
    if not said.programme:
        # Organisations and projects belong to the source that describes them; a second record would be refused.
        book.records.pop("organisation", None)
        return
    book.add(
        "programme", said.programme, "", {"programme_id": said.programme, "name": said.programme_name or said.programme}
    )
    named = {values["project_id"]: place for values, place in book.records.get("patent", {}).values()}
    for key, place in named.items():
        mention = reading.named.mentions.get(key)
        book.add("project", key, place, {"project_id": key, "acronym": (mention.acronym if mention else "") or key, "programme_id": said.programme})  # fmt: skip


SOURCE = Source(
    id="patents",
    origin=ORIGIN,
    files="**/*",
    read=read,
    expects={"patent": (0, 500_000)},
    ignored={f"{layout.id}: {column}": why for layout in LAYOUTS for column, why in layout.ignored.items()},
)
"""The bounds are those of any extract, from one project to a programme."""
