"""Patents: lists that Espacenet gives of a search, rows in the columns of PATSTAT, and the rights that CORDIS lists of projects.

A table of CORDIS is read by the source `cordis` where it is a part of its files; here it is read by the same reader, for those who
have it alone. Names of inventors are not kept, their number is.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchside.errors import InputError, UsageError
from benchside.model.origin import Extract, Origin
from benchside.sources.base import Source
from benchside.sources.cordis.outputs import take_irp
from benchside.sources.cordis.register import Options as CordisOptions
from benchside.sources.cordis.register import Register
from benchside.sources.patents.kinds import AUTHORITIES, GRANTED, KIND_RULE, number_of, stage
from benchside.sources.patents.layouts import KNOWN, LAYOUTS, LISTS, NEVER, ORDER, STATUS
from benchside.sources.patents.options import Options, options_of
from benchside.sources.patents.rights import Publication, Right, write
from benchside.sources.tables import cells
from benchside.sources.tables.book import FILE, Book, RefusedRow, Tally, each_row, twin
from benchside.sources.tables.files import Part, parts_of
from benchside.sources.tables.preamble import Below, header_row
from benchside.sources.tables.rows import Row, Sheet, recognise

ORIGIN = Origin(
    producer="European Patent Office",
    title="Patents of projects",
    citation="European Patent Office: Espacenet and PATSTAT, as downloaded",
    licence="as the terms of the database say; the facts of a publication are public",
    url="https://worldwide.espacenet.com",
)


@dataclass
class _Reading:
    """The book, the options, the register of CORDIS where one of its tables is read, and the rights by their key."""

    book: Book
    options: Options
    register: Register
    rights: dict[str, Right] = field(default_factory=dict)


def read(files: Mapping[str, Path], options: Mapping[str, object]) -> Extract:
    """The model's tables from any number of tables of patents.

    A decision in the table `(file)` says of each file how many rows it has, how many were accepted and how many refused, by rule.
    """
    said, book = options_of(options), Book()
    reading = _Reading(book, said, Register(book, CordisOptions(said.as_of, project_ids=said.project_ids)))
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


def _day(row: Row, column: str) -> str:
    return "" if row[column] == NEVER else row.day(column)


def _publication(row: Row, authority: str, number: str, kind: str, published: str, column: str) -> Publication:
    """A publication; `RefusedRow` for an authority or a kind that is not known."""
    if authority not in AUTHORITIES:
        raise RefusedRow(
            column,
            authority,
            "unknown authority, expected a two-letter code of WIPO ST.3",
            "Correct it, or add it to the source.",
        )
    try:
        is_at = stage(authority, kind)
    except ValueError as error:
        raise RefusedRow(
            column,
            f"{authority} {kind}",
            f"unknown kind of publication, expected {KIND_RULE}",
            "Correct it, or say in the source what it means.",
        ) from error
    return Publication(cells.key(f"{authority}{number}{kind}"), is_at, published, row.place, row.proof)


def _take_application(reading: _Reading, row: Row) -> None:
    """An application; with the columns of a publication beside it, one row for each publication."""
    key = row.need("appln_id", cells.key, "the database's number of the application")
    authority = row["appln_auth"]
    if authority not in AUTHORITIES:
        raise RefusedRow(
            "appln_auth",
            authority,
            "unknown authority, expected a two-letter code of WIPO ST.3",
            "Correct it, or add it to the source.",
        )
    publication = _published(row) if row["publn_nr"] else None
    right = reading.rights.get(key)
    if right is None:
        right = reading.rights[key] = Right(key, row.place, row.proof, row.sheet.name)
        right.application = cells.key(authority + row["appln_nr"] + row["appln_kind"])
        right.family = "" if row["docdb_family_id"] in ("", "0") else cells.key(row["docdb_family_id"])
        right.title, right.filed_on, right.priority_on = (
            cells.words(row["appln_title"]),
            _day(row, "appln_filing_date"),
            _day(row, "earliest_filing_date"),
        )
        right.is_granted = bool(row["granted"]) and row.read("granted", _granted, "Y, N, 1 or 0") == "Y"
        right.inventors = int(row.read("nb_inventors", _count, "a whole number") or 0) or None
        right.state = _state(row)
    elif publication is None:
        raise twin("appln_id", key, "the application stands", right.place)
    if publication:
        _add_publication(right, publication, row)


def _published(row: Row) -> Publication:
    return _publication(
        row, row["publn_auth"], row["publn_nr"], row["publn_kind"], _day(row, "publn_date"), "publn_kind"
    )


def _add_publication(right: Right, found: Publication, row: Row) -> None:
    if twins := [p for p in right.publications if p.number == found.number]:
        raise twin("publn_nr", found.number, "the publication stands", twins[0].place)
    if row["publn_first_grant"] in ("Y", "1"):
        found.stage = GRANTED
    right.publications.append(found)


def _granted(text: str) -> str:
    return {"Y": "Y", "1": "Y", "N": "N", "0": "N"}.get(text.upper()) or _refused(text)


def _count(text: str) -> str:
    return text if re.fullmatch(r"\d{1,4}", text) else _refused(text)


def _refused(text: str) -> str:
    raise ValueError(text)


def _state(row: Row) -> str:
    """What is noted of a right that was given up or lost; the word is told where it is not known."""
    word = row["status"].lower()
    if word and word not in STATUS:
        row.sheet.book.refuse_cell(
            row.sheet.layout.id, row.place, "status", row["status"], f"unknown state; known: {', '.join(STATUS)}"
        )
    state = STATUS.get(word, "")
    if state:
        row.apply(
            "status",
            "the model has no stage for a right that was given up or lost: it is noted, and the application counts",
            word,
            state,
        )
    return state


def _right_of(reading: _Reading, row: Row) -> Right:
    key = row.need("appln_id", cells.key, "the database's number of the application")
    if key not in reading.rights:
        raise RefusedRow(
            "appln_id", key, "no table of applications has it", "Add the application, or see why it was refused."
        )
    return reading.rights[key]


def _take_publication(reading: _Reading, row: Row) -> None:
    """A publication of an application that another table describes."""
    right = _right_of(reading, row)
    _add_publication(right, _published(row), row)


def _take_title(reading: _Reading, row: Row) -> None:
    right = _right_of(reading, row)
    if right.title and right.title != cells.words(row["appln_title"]):
        row.apply("appln_title", "of several titles the first is kept", row["appln_title"], right.title)
    right.title = right.title or cells.words(row["appln_title"])


def _take_party(reading: _Reading, row: Row) -> None:
    """An applicant, or an inventor, of whom only the number is kept; an applicant who is an inventor too is a person."""
    right = _right_of(reading, row)
    name = cells.words(row["psn_name"] or row["person_name"])
    is_inventor = row["invt_seq_nr"] not in ("", "0")
    if is_inventor:
        right.persons.add(name.casefold())
        right.inventors = max(right.inventors or 0, len(right.persons))
        row.apply("person_name", "names of inventors are not kept, their number is", "a name", "one more inventor")
    elif row["applt_seq_nr"] in ("", "0"):
        raise RefusedRow(
            "applt_seq_nr",
            row["applt_seq_nr"],
            "neither applicant nor inventor",
            "Give the row the number of one of the two.",
        )
    elif name:
        right.owners[name] = None


def parties(cell: str) -> list[str]:
    """The names in a cell of a list: each ends with its country in brackets, a semicolon or the end of a line.

    >>> parties("UNIV MADE [NL] MADE GMBH [DE]"), parties("Made A; Made B")
    (['UNIV MADE', 'MADE GMBH'], ['Made A', 'Made B'])
    """
    found = re.split(r"\[[A-Z]{2}\]|;|\n|\r", cell)
    return list(dict.fromkeys(name for part in found if (name := cells.words(part).strip(" ,"))))


def _take_listed(reading: _Reading, row: Row) -> None:
    """A row of a list: one family, with as many publications as the cell names."""
    numbers = row["Publication number"].split()
    if not numbers:
        raise RefusedRow(
            "Publication number",
            "",
            "expected a number such as WO2019012095A1",
            "Add it; without it the right has no identity.",
        )
    family = cells.key(row["Family number"])
    key = f"list:{family or numbers[0]}"
    if key in reading.rights:
        raise twin("Family number", family, "the family stands", reading.rights[key].place)
    right = Right(
        key, row.place, row.proof, row.sheet.name, cells.words(row["Title"]), family=family, state=_state(row)
    )
    right.priority_on = _day(row, "Earliest priority")
    _add_listed(right, row, numbers)
    inventors = parties(row["Inventors"])
    right.inventors = len(inventors) or None
    right.persons = {name.casefold() for name in inventors}
    right.owners = dict.fromkeys(parties(row["Applicants"]))
    if inventors:
        row.apply(
            "Inventors", "names of inventors are not kept, their number is", "names", f"{len(inventors)} inventors"
        )
    reading.rights[key] = right


def _add_listed(right: Right, row: Row, numbers: list[str]) -> None:
    """The publications of a cell with their days, in the same order; the first alone is dated where there are fewer days."""
    days = row["Publication date"].split()
    if len(days) != len(numbers):
        row.apply(
            "Publication date",
            "there are not as many days as publications: the first day is that of the first publication",
            f"{len(days)} for {len(numbers)}",
            "the first",
        )
        days = days[:1]
    faults: list[RefusedRow] = []
    for n, text in enumerate(numbers):
        try:
            right.publications.append(
                _publication(
                    row, *_number(text), _listed_day(row, days[n] if n < len(days) else ""), "Publication number"
                )
            )
        except RefusedRow as fault:
            faults.append(fault)
    if not right.publications:
        raise faults[0]
    for fault in faults:
        row.sheet.book.refuse_cell(row.sheet.layout.id, row.place, fault.column, fault.value, fault.rule)


def _number(text: str) -> tuple[str, str, str]:
    try:
        return number_of(text)
    except ValueError as error:
        raise RefusedRow(
            "Publication number", text, "expected authority, number and kind such as WO2019012095A1", "Correct it."
        ) from error


def _listed_day(row: Row, text: str) -> str:
    try:
        return cells.day(text) if text else ""
    except ValueError:
        row.sheet.book.refuse_cell(
            row.sheet.layout.id, row.place, "Publication date", text, f"expected {cells.DAY_RULE}"
        )
        return ""


READERS: Mapping[str, Callable[[_Reading, Row], None]] = {
    "application": _take_application,
    "publication": _take_publication,
    "title": _take_title,
    "party": _take_party,
    "list": _take_listed,
    "irps": lambda reading, row: take_irp(reading.register, row),
}


def _finish(reading: _Reading, sheets: list[Sheet]) -> None:
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
        mention = reading.register.mentions.get(key)
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
