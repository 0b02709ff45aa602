"""What projects brought forth, as CORDIS lists it: publications, deliverables, summaries of reports, web links.

Names of authors and texts are not taken. A publication that several projects report is one work. Patents are read
by `tables/listed_rights.py`, because the source of patents reads the same table.
"""

import re
from pathlib import PurePosixPath

from benchside.model.identifiers import SCHEMES
from benchside.sources.cordis.register import Register
from benchside.sources.tables import cells as table_cells
from benchside.sources.tables import identifiers
from benchside.sources.tables.book import RefusedRow, twin
from benchside.sources.tables.rows import Row

WORK_TYPES = {
    "Peer reviewed articles": "article",
    "Non-peer reviewed articles": "other",
    "Non-peer reviewed article": "other",
    "Conference proceedings": "conference_paper",
    "Book chapters": "book_chapter",
    "Monographic books": "book",
    "Thesis dissertations": "other",
    "Thesis and dissertations": "other",
    "Other": "other",
}
"""Type of CORDIS → type of the model, which has none for theses and for articles that nobody reviewed."""

DELIVERABLE_TYPES = {
    "Documents, reports": "report",
    "Websites, patent fillings, videos etc.": "media",
    "Websites, patent filings, videos etc.": "media",
    "Open Research Data Pilot": "dataset",
    "Data sets, microdata, etc": "dataset",
    "Data Management Plan": "data_management",
    "Demonstrators, pilots, prototypes": "demonstrator",
    "Other": "other",
}
"""Type of deliverable → kind of document of the model."""

_SITE = "https://cordis.europa.eu"
_PROGRAMME_OF_ID = re.compile(r"_(?:DELIV|PUBLI|PS|PR)(FP7|H2020|HORIZON)")


def _project(register: Register, row: Row) -> str:
    """The project that the row names; the ids of outputs end in their programme."""
    found = _PROGRAMME_OF_ID.search(row["id"]) if "id" in row.sheet.at else None
    return register.named.project(row, found[1] if found else "")


def take_publication(register: Register, row: Row) -> None:
    """A publication that a project reports."""
    own = row.need("id", table_cells.key, "the register's number of the publication")
    kind = row.coded("isPublishedAs", WORK_TYPES, "type of publication")
    project, book = _project(register, row), register.book
    doi = row.read("doi", identifiers.doi, SCHEMES["doi"].expected)
    work = f"doi:{doi}" if doi and "|" not in doi else f"cordis:{own}"
    title = table_cells.words(row["title"])
    register.dated(row)
    if not title:
        row.apply("title", "a work without a title is kept and can be found by its id", "missing", "[no title]")
    if kind == "other" and row["isPublishedAs"] != "Other":
        row.apply("isPublishedAs", "the model has no type of its own for it", row["isPublishedAs"], kind)
    new = book.add("work", work, row.place, {
        "work_id": work, "doi": doi, "title": title or "[no title]", "work_type": kind, "journal": table_cells.words(row["journalTitle"]),
        "issn": _issn(row), "published_on": row.read("publishedYear", _year, "a year from 1950 to 2060"), **row.proof,
    })  # fmt: skip
    tie = {"project_id": project, "work_id": work, "found_by": "reported", **row.proof}
    tied = book.add("project_work", f"{project}|{work}", row.place, tie)
    if not tied:
        at = book.records["project_work"][f"{project}|{work}"][1]
        raise twin("doi", doi or own, "the project reports this work", at)
    if not new:
        row.apply("doi", "a work that several projects report is one work, of each of them", doi, work)


def _issn(row: Row) -> str:
    text = row["issn"].upper()
    if text == "0000-0000":
        row.apply("issn", "0000-0000 stands for a missing ISSN", text, "missing")
        return ""
    return row.read("issn", _issn_shape, SCHEMES["issn"].expected) if text else ""


def _issn_shape(text: str) -> str:
    if not SCHEMES["issn"].is_valid(text.upper()):
        raise ValueError(text)
    return text.upper()


def _year(text: str) -> str:
    if not re.fullmatch(r"\d{4}", text) or not 1950 <= int(text) <= 2060:
        raise ValueError(text)
    return text


def _add_document(register: Register, row: Row, key: str, project: str, kind: str, title: str, url: str) -> None:
    values = {
        "project_document_id": key, "project_id": project, "kind": kind, "title": title, "url": url,
        "published_on": register.dated(row) if "contentUpdateDate" in row.sheet.at else "", **row.proof,
    }  # fmt: skip
    if not register.book.add("project_document", key, row.place, values):
        at = register.book.records["project_document"][key][1]
        if at.rpartition(" row ")[0] == row.sheet.name:
            raise twin("id", key, "a document of this number stands there", at)


def take_deliverable(register: Register, row: Row) -> None:
    """A deliverable; its description is a text of the project and is not taken."""
    key = row.need("id", table_cells.key, "the register's number of the deliverable")
    kind = row["deliverableType"]
    if kind not in DELIVERABLE_TYPES:
        raise RefusedRow(
            "deliverableType",
            kind,
            f"unknown type of deliverable; known: {', '.join(DELIVERABLE_TYPES)}",
            "Say in the source what it means.",
        )
    _add_document(
        register,
        row,
        key,
        _project(register, row),
        DELIVERABLE_TYPES[kind],
        table_cells.words(row["title"]),
        row["url"],
    )


def take_summary(register: Register, row: Row) -> None:
    """The summary of a report, and what is attached to it: several paths in one cell, joined by `;`."""
    key = row.need("id", table_cells.key, "the register's number of the summary")
    project = _project(register, row)
    _add_document(register, row, key, project, "report_summary", table_cells.words(row["title"]), "")
    for number, path in enumerate(filter(None, (p.strip() for p in row["attachment"].split(";"))), 1):
        _add_document(
            register, row, f"{key}:{number}", project, "attachment", PurePosixPath(path).name, f"{_SITE}{path}"
        )


def take_web_link(register: Register, row: Row) -> None:
    """A link that a project gave; one address is one document of the project, however often it is named."""
    url = row.need("physUrl", _address, "an address that begins with http:// or https://")
    key = row.need("id", table_cells.key, "the register's number of the link")
    _add_document(register, row, f"{key}:{row['projectID']}", register.named.project(row), "web_link", row["type"], url)


def take_web_item(register: Register, row: Row) -> None:
    """An item of the site itself, which names no project."""
    raise RefusedRow(
        "uri", row["uri"], "the row names no project", "Nothing: items of the site are no records of a programme."
    )


def _address(text: str) -> str:
    if not re.match(r"https?://", text, re.IGNORECASE):
        raise ValueError(text)
    return text
