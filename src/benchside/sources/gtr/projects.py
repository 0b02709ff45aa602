"""Projects of Gateway to Research: their dates, money, classes, and the organisations they name.

The value of a grant is a contribution of a national funder, in pounds. Health categories are areas of a project where their
percentages sum to a hundred; where they do not, the project is in no area, because its parts would not make a whole.
"""

from decimal import Decimal

from benchside.sources.gtr import cells
from benchside.sources.gtr.register import (
    Mention,
    Register,
    add_lead,
    add_organisation,
    add_participation,
    add_reference,
    coded,
)
from benchside.sources.gtr.words import FUND_TYPES
from benchside.sources.tables import cells as table_cells
from benchside.sources.tables import places
from benchside.sources.tables.book import twin
from benchside.sources.tables.cells import slug
from benchside.sources.tables.rows import Row

STATUSES = ("Active", "Closed")
ROLES = {
    "LEAD_RO": "coordinator",
    "LEAD_ORG": "coordinator",
    "FELLOW": "participant",
    "PARTICIPANT": "participant",
    "PROJECT_PARTNER": "associated_partner",
    "PP": "associated_partner",
}
"""Role of an organisation in a grant → role of the model."""
UNCLASSIFIED = "Unclassified:"
"""What stands for no category."""
COLLABORATOR = ("COLLABORATOR", "COLLAB", "CO_FUNDER")
"""Roles of organisations that reported outcomes name: they are partners of a collaboration, not of the grant."""


def take_project(register: Register, row: Row) -> None:
    """A row of the table of projects."""
    project = row.need("project_id", table_cells.key, "the register's id of a project")
    if register.book.has("project", project):
        raise twin("project_id", project, "the project stands", register.book.records["project"][project][1])
    coded(row, "status", STATUSES, "status")
    start, end = _dates(row)
    reference = row["grant_reference"]
    register.mentions[project] = Mention(row.place, row.sheet.document, reference, row["funder"])
    register.book.add("project", project, row.place, {
        "project_id": project, "acronym": table_cells.words(reference) or project, "title": table_cells.words(row["title"]),
        "programme_id": register.programme(row["funder"]), "start_on": start, "end_on": end,
        "website": f"https://gtr.ukri.org/project/{project}", **row.proof,
    })  # fmt: skip
    add_reference(register.book, project, reference, row.place, row.proof)
    if row["lead_org_id"]:
        add_lead(register, row, project)
    if "value_pounds" in row.sheet.at:
        _add_money(register, row, project)
    _classify(register, row, project)


def take_fund(register: Register, row: Row) -> None:
    """A fund on a page of the interface: the value of a project's grant."""
    _add_money(register, row, register.project(row))


def _dates(row: Row) -> tuple[str, str]:
    start, end = (row.read(column, cells.day, cells.DAY_RULE) for column in ("start", "end"))
    if start and end and end < start:
        row.sheet.book.refuse_cell(row.sheet.layout.id, row.place, "end", end, f"lies before the start {start}")
        end = ""
    return start, end


def _add_money(register: Register, row: Row, project: str) -> None:
    """The grant's value in pounds. Nought is kept as the register gives it; what is missing stays missing."""
    value = row.amount("value_pounds")
    kind = coded(row, "fund_type", FUND_TYPES, "sort of value")
    if not value:
        row.apply("value_pounds", "a missing amount is not nought: there is no record", "missing", "missing")
        return
    if not Decimal(value):
        row.apply("value_pounds", "a grant of nought pounds is kept as the register gives it", "0", "0")
    key = f"{project}:grant:{kind or 'value'}"
    new = register.book.add("contribution", key, row.place, {
        "contribution_id": key, "project_id": project, "payer": "national", "form": "grant", "region": "unspecified", "amount": value,
        "currency": "GBP", "state": "registry", "precision": "exact", "valid_on": register.options.as_of, "label": kind, **row.proof,
    })  # fmt: skip
    if not new:
        at = register.book.records["contribution"][key][1]
        raise twin("value_pounds", value, "the project has a value of this sort", at)


def _classify(register: Register, row: Row, project: str) -> None:
    for column, scheme in (
        ("health_categories", "HRCS health category"),
        ("research_activities", "HRCS research activity"),
        ("research_subjects", "research subject"),
    ):
        parts = _shares(row, column)
        for name, share in parts:
            code = name.split(" ")[0] if scheme == "HRCS research activity" and name[0].isdigit() else slug(name)
            register.book.add("project_class", f"{project}|{scheme}|{code}", row.place, {
                "project_id": project, "scheme": scheme, "code": code, "name": name, "note": f"{share} %", **row.proof,
            })  # fmt: skip
        if column == "health_categories" and parts:
            _add_areas(register, row, project, parts)


def _shares(row: Row, column: str) -> list[tuple[str, str]]:
    text = row[column]
    if text == UNCLASSIFIED:
        row.apply(column, "the register's word for a project without a category is no category", text, "missing")
        return []
    try:
        return cells.shares(text) if text else []
    except ValueError:
        expected = "expected names with percentages such as Infection:60|Cancer:40"
        row.sheet.book.refuse_cell(row.sheet.layout.id, row.place, column, text, expected)
        return []


def _add_areas(register: Register, row: Row, project: str, parts: list[tuple[str, str]]) -> None:
    together = sum(Decimal(share) for _, share in parts)
    if together != 100 or len({name for name, _ in parts}) < len(parts):
        reason = "the percentages do not sum to 100: the project is in no area, its categories are kept"
        row.apply("health_categories", reason, row["health_categories"], f"{together} %")
        return
    for name, share in parts:
        area = slug(name)
        register.book.add("area", area, row.place, {"area_id": area, "name": name, **row.proof})
        register.book.add("project_area", f"{project}|{area}", row.place, {
            "project_id": project, "area_id": area, "weight": f"{Decimal(share) / 100:f}", "basis": "stated", **row.proof,
        })  # fmt: skip


def take_organisation(register: Register, row: Row) -> None:
    """An organisation on a page of the interface."""
    own = row.need("org_id", table_cells.key, "the register's id of an organisation")
    _organisation(register, row, own)


def take_member(register: Register, row: Row) -> None:
    """An organisation of a project. One that reported outcomes name is kept as an organisation and takes no part in the grant."""
    project = register.project(row)
    own = row.need("org_id", table_cells.key, "the register's id of an organisation")
    role = row.need("role", _role, f"a known role: {', '.join((*ROLES, *COLLABORATOR))}")
    organisation = _organisation(register, row, own)
    register.partners.setdefault((project, table_cells.words(row["org_name"]).casefold()), organisation)
    if role in COLLABORATOR:
        reason = "an organisation that only a reported collaboration names takes no part in the grant"
        row.apply("role", reason, role, "the organisation alone")
    elif not add_participation(register, row, project, organisation, ROLES[role]):
        row.apply("role", "the grant names the organisation already", role, "once")


def _role(text: str) -> str:
    if text not in ROLES and text not in COLLABORATOR:
        raise ValueError(text)
    return text


def _organisation(register: Register, row: Row, own: str) -> str:
    """The organisation with its place; the table of organisations knows the country that the table of projects does not."""
    country = row.read("country", places.country, places.COUNTRY_RULE)
    key = add_organisation(register, row, own, row["org_name"], country, row["postcode"])
    kept = register.book.get("organisation", key)
    if country and not kept["country"]:
        kept["country"] = country
    return key
