"""What projects brought forth, as CORDIS lists it: publications, deliverables, patents, summaries of reports, web links.

Names of authors and texts are not taken. A publication that several projects report is one work. A patent that a partner owned
before the project (BACKGROUND) is kept as such; only what the project itself brought forth (FOREGROUND) is exploitation.
"""

import re
from pathlib import PurePosixPath

from benchside.model.identifiers import SCHEMES
from benchside.sources.cordis.organisations import organisation_key
from benchside.sources.cordis.register import Register
from benchside.sources.tables import cells as table_cells
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
_YEARS_IN_FORCE = 20
"""A patent lasts twenty years: what was filed earlier before the project began could not be in force in it."""
_FIRST_START = "2007-01-01"
"""The first day of the oldest programme of which CORDIS lists patents; stands in for the start of a project that is not known."""
_PROGRAMME_OF_ID = re.compile(r"_(?:DELIV|PUBLI|PS|PR)(FP7|H2020|HORIZON)")


def _project(register: Register, row: Row) -> str:
    """The project that the row names; the ids of outputs end in their programme."""
    found = _PROGRAMME_OF_ID.search(row["id"]) if "id" in row.sheet.at else None
    return register.project(row, found[1] if found else "")


def take_publication(register: Register, row: Row) -> None:
    """A publication that a project reports."""
    own = row.need("id", table_cells.key, "the register's number of the publication")
    kind = row.coded("isPublishedAs", WORK_TYPES, "type of publication")
    project, book = _project(register, row), register.book
    doi = row.read("doi", _doi, SCHEMES["doi"].expected)
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


def _doi(text: str) -> str:
    bare = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", text.strip().lower()).rstrip(".,;")
    if not SCHEMES["doi"].is_valid(bare):
        raise ValueError(text)
    return bare


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
    _add_document(register, row, f"{key}:{row['projectID']}", register.project(row), "web_link", row["type"], url)


def take_web_item(register: Register, row: Row) -> None:
    """An item of the site itself, which names no project."""
    raise RefusedRow(
        "uri", row["uri"], "the row names no project", "Nothing: items of the site are no records of a programme."
    )


def _address(text: str) -> str:
    if not re.match(r"https?://", text, re.IGNORECASE):
        raise ValueError(text)
    return text


def take_irp(register: Register, row: Row) -> None:
    """A patent or another right that a project lists."""
    number = _number(row, "awardPrefix", "awardIdentifier", "awardKind")
    if not number:
        raise RefusedRow(
            "awardIdentifier",
            "",
            "expected the number of the publication",
            "Add it; without it the right has no identity.",
        )
    if row["type"] != "PATENT":
        raise RefusedRow(
            "type", row["type"], "unknown type of right; known: PATENT", "Say in the source what it means."
        )
    ground = row.coded(
        "patentType", {"FOREGROUND": "foreground", "BACKGROUND": "background", "": "unknown"}, "patent type"
    )
    if ground == "unknown":
        row.apply(
            "patentType", "without a statement the right counts as no result of the project", "missing", "unknown"
        )
    kind = row.read(
        "awardKind", _stage, "a kind code of a publication: A, W, B, C, E, T, U or Y, with or without a digit"
    )
    project = register.project(row)
    filed, priority, published = _days(register, row, project)
    key = f"{project}:{number}"
    values = {
        "patent_id": key, "project_id": project, "title": table_cells.words(row["title"]), "ground": ground,
        "stage": kind, "application": _number(row, "applicationPrefix", "applicationIdentifier", "applicationKind"),
        "publication": number, "family": row["patentFamilyIdentifier"], "priority_on": priority, "filed_on": filed, "published_on": published,
        **row.proof,
    }  # fmt: skip
    owner = _owner(register, row)
    _add_owner(register, row, key, owner)
    if register.book.add("patent", key, row.place, values):
        if ground == "foreground" and kind:
            _add_event(register, row, values, kind, owner)
    else:
        row.apply(
            "awardIdentifier",
            "a publication that several owners list is one right, described by the first of its rows",
            number,
            key,
        )


def _number(row: Row, prefix: str, identifier: str, kind: str) -> str:
    """Country, number and kind in one; a few numbers begin with the country already."""
    return table_cells.key(row[prefix] + row[identifier].removeprefix(row[prefix]) + row[kind])


def _add_owner(register: Register, row: Row, patent: str, organisation: str) -> None:
    """An owner of a right; the same owner twice is refused."""
    name = table_cells.words(row["applicantName"])
    key = f"{patent}|{organisation or name}"
    values = {
        "patent_owner_id": table_cells.key(key.replace("|", ":")), "patent_id": patent, "organisation_id": organisation, "name": name,
        **row.proof,
    }  # fmt: skip
    if not register.book.add("patent_owner", key, row.place, values):
        at = register.book.records["patent_owner"][key][1]
        raise twin("awardIdentifier", patent, "the project lists this publication of this owner", at)


def _stage(code: str) -> str:
    """B, C and E are granted, T translates a granted European patent, U and Y are registered models; A and W are applications."""
    if not re.fullmatch(r"[ABCETUWY]\d?", code):
        raise ValueError(code)
    return "application" if code[0] in "AW" else "granted"


def _days(register: Register, row: Row, project: str) -> tuple[str, str, str]:
    """Filed, priority and published: a day more than a patent's life before the project's start is refused."""
    start = register.book.get("project", project).get("start_on") or _FIRST_START
    earliest = f"{int(start[:4]) - _YEARS_IN_FORCE}{start[4:]}"
    filed, priority, published = (_recent(row, c, earliest) for c in ("applicationDate", "priorityDate", "awardDate"))
    if published and max(filed, priority) > published:
        register.book.refuse_cell(
            row.sheet.layout.id, row.place, "awardDate", published, "lies before the application or its priority"
        )
        published = ""
    return filed, priority, published


def _recent(row: Row, column: str, earliest: str) -> str:
    def parse(text: str) -> str:
        day = table_cells.day(text)
        if day < earliest:
            raise ValueError(text)
        return day

    return row.read(
        column,
        parse,
        "a day no earlier than twenty years, the life of a patent, before the project began",
    )


def _owner(register: Register, row: Row) -> str:
    """The organisation that the register names, made known under the applicant's name where it is not yet."""
    number = row["organisationID"]
    if not number.isdecimal():
        row.apply(
            "organisationID", "a right without an organisation is kept without it", number or "missing", "missing"
        )
        return ""
    key, name = organisation_key(number), table_cells.words(row["applicantName"])
    register.book.add("organisation", key, row.place, {
        "organisation_id": key, "name": name or f"PIC {number}", "pic": number if key.startswith("pic-") else "",
        "note": "" if name else "the source gives no name", **row.proof,
    })  # fmt: skip
    return key


def _add_event(register: Register, row: Row, patent: dict[str, str], stage: str, owner: str) -> None:
    kind = "patent_granted" if stage == "granted" else "patent_application"
    happened = patent["published_on"] if stage == "granted" else patent["filed_on"] or patent["published_on"]
    start = register.book.get("project", patent["project_id"]).get("start_on", "")
    if start and happened and happened < start:
        row.apply(
            "applicationDate",
            "a right that is called a result of the project was filed or granted before it began",
            happened,
            "kept",
        )
    register.book.add("exploitation_event", patent["patent_id"], row.place, {
        "exploitation_event_id": patent["patent_id"], "project_id": patent["project_id"], "organisation_id": owner,
        "kind": kind, "name": patent["title"] or patent["publication"], "family": patent["family"], "happened_on": happened, **row.proof,
    })  # fmt: skip
