"""Patents as CORDIS lists them of projects: one table, which stands among the others of an extract or alone.

A patent that a partner owned before the project (BACKGROUND) is kept as such; only what the project itself brought forth
(FOREGROUND) is exploitation.
"""

from benchside.model.identifiers import SCHEMES
from benchside.sources.tables import cells as table_cells
from benchside.sources.tables.book import RefusedRow, twin
from benchside.sources.tables.layouts import Layout
from benchside.sources.tables.named_projects import NamedProjects
from benchside.sources.tables.patent_kinds import KIND_RULE, stage
from benchside.sources.tables.rows import Row

IRPS = Layout(
    "projectIrps", "irps",
    ("projectID", "type", "title", "applicationIdentifier", "awardDate", "awardPrefix", "awardIdentifier", "awardKind"),
    (
        "organisationID", "applicantName", "applicationDate", "applicationPrefix", "applicationKind", "priorityDate",
        "patentType", "patentFamilyIdentifier", "contentUpdateDate", "projectAcronym",
    ),
    {
        "epoAppUrl": "made of the application's number", "epoPubUrl": "made of the publication's number",
        **dict.fromkeys(("rcn", "id", "collection"), "no meaning outside the register"),
    },
)  # fmt: skip
"""The rights that projects list."""

_YEARS_IN_FORCE = 20
"""A patent lasts twenty years: what was filed earlier before the project began could not be in force in it."""
_FIRST_START = "2007-01-01"
"""The first day of the oldest programme of which CORDIS lists patents; stands in for the start of a project that is not known."""


def take_irp(named: NamedProjects, row: Row) -> None:
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
    kind = row.read("awardKind", lambda code: stage(number[:2], code), KIND_RULE)
    project = named.project(row)
    filed, priority, published = _days(named, row, project)
    key = f"{project}:{number}"
    values = {
        "patent_id": key, "project_id": project, "title": table_cells.words(row["title"]), "ground": ground,
        "stage": kind, "application": _number(row, "applicationPrefix", "applicationIdentifier", "applicationKind"),
        "publication": number, "family": row["patentFamilyIdentifier"], "priority_on": priority, "filed_on": filed, "published_on": published,
        **row.proof,
    }  # fmt: skip
    owner = _owner(named, row)
    _add_owner(named, row, key, owner)
    if named.book.add("patent", key, row.place, values):
        if ground == "foreground" and kind:
            _add_event(named, row, values, kind, owner)
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


def _add_owner(named: NamedProjects, row: Row, patent: str, organisation: str) -> None:
    """An owner of a right; the same owner twice is refused."""
    name = table_cells.words(row["applicantName"])
    key = f"{patent}|{organisation or name}"
    values = {
        "patent_owner_id": table_cells.key(key.replace("|", ":")), "patent_id": patent, "organisation_id": organisation, "name": name,
        **row.proof,
    }  # fmt: skip
    if not named.book.add("patent_owner", key, row.place, values):
        at = named.book.records["patent_owner"][key][1]
        raise twin("awardIdentifier", patent, "the project lists this publication of this owner", at)


def _days(named: NamedProjects, row: Row, project: str) -> tuple[str, str, str]:
    """Filed, priority and published: a day more than a patent's life before the project's start is refused."""
    start = named.book.get("project", project).get("start_on") or _FIRST_START
    earliest = f"{int(start[:4]) - _YEARS_IN_FORCE}{start[4:]}"
    filed, priority, published = (_recent(row, c, earliest) for c in ("applicationDate", "priorityDate", "awardDate"))
    if published and max(filed, priority) > published:
        named.book.refuse_cell(
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


def _owner(named: NamedProjects, row: Row) -> str:
    """The organisation that the register names, made known under the applicant's name where it is not yet."""
    number = row["organisationID"]
    if not number.isdecimal():
        row.apply(
            "organisationID", "a right without an organisation is kept without it", number or "missing", "missing"
        )
        return ""
    key, name = organisation_key(number), table_cells.words(row["applicantName"])
    named.book.add("organisation", key, row.place, {
        "organisation_id": key, "name": name or f"PIC {number}", "pic": number if key.startswith("pic-") else "",
        "note": "" if name else "the source gives no name", **row.proof,
    })  # fmt: skip
    return key


def organisation_key(number: str) -> str:
    """`pic-999997930`; `cordis-1234567` for a number of the register that is no PIC."""
    return f"pic-{number}" if SCHEMES["pic"].is_valid(number) else f"cordis-{number}"


def _add_event(named: NamedProjects, row: Row, patent: dict[str, str], stage: str, owner: str) -> None:
    kind = "patent_granted" if stage == "granted" else "patent_application"
    happened = patent["published_on"] if stage == "granted" else patent["filed_on"] or patent["published_on"]
    start = named.book.get("project", patent["project_id"]).get("start_on", "")
    if start and happened and happened < start:
        row.apply(
            "applicationDate",
            "a right that is called a result of the project was filed or granted before it began",
            happened,
            "kept",
        )
    named.book.add("exploitation_event", patent["patent_id"], row.place, {
        "exploitation_event_id": patent["patent_id"], "project_id": patent["project_id"], "organisation_id": owner,
        "kind": kind, "name": patent["title"] or patent["publication"], "family": patent["family"], "happened_on": happened, **row.proof,
    })  # fmt: skip
