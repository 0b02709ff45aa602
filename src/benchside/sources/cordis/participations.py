"""Participations under the register's own project numbers (rcn): a compiled table of all of Horizon 2020, without names.

Projects keep their rcn as key unless a table of projects among the files says which grant it is. The list of grant numbers that
somebody inferred is kept apart: it adds an alias, an identifier and an area, each marked as inferred, and changes no record.
"""

from collections import Counter

from benchside.sources.cordis import cells
from benchside.sources.cordis.organisations import (
    add_allocation,
    read_activity,
    read_country,
    say_coordinators,
)
from benchside.sources.cordis.projects import add_money
from benchside.sources.cordis.register import Register, classify
from benchside.sources.tables import cells as table_cells
from benchside.sources.tables.book import each_row
from benchside.sources.tables.listed_rights import organisation_key
from benchside.sources.tables.named_projects import GRANT_RULE, grant_number
from benchside.sources.tables.rows import Row, Sheet

PROGRAMME = "H2020"
"""The compiled tables hold Horizon 2020 alone, and say so nowhere but in their description."""
INFERRED_AREA = "imi2-inferred"
_INFERRED = "inferred, not stated by the register: grant found for the rcn by topic, size and cost of the project"


def take_participations(register: Register, sheet: Sheet) -> None:
    """All rows of the table; the project's own columns are taken from the first of its rows."""
    seen: dict[str, tuple[str, ...]] = {}
    coordinators: dict[str, set[str]] = {}
    missing: Counter[str] = Counter()
    rows: Counter[str] = Counter()

    def take(row: Row) -> None:
        activity = _take(register, row, seen, coordinators)
        rows[activity] += 1
        missing[activity] += not row["contribution"]

    each_row(register.book, sheet.name, "participation", sheet.rows(), take)
    say_coordinators(register, coordinators)
    if missing:
        shares = ", ".join(f"{a or 'none'} {missing[a]} of {rows[a]}" for a in sorted(rows))
        register.book.settle(
            "allocation", sheet.name, "contribution", f"{sum(missing.values())} of {sum(rows.values())} missing: {shares}", "missing",
            "a missing amount is not nought: there is no record",
        )  # fmt: skip


def _take(register: Register, row: Row, seen: dict[str, tuple[str, ...]], coordinators: dict[str, set[str]]) -> str:
    rcn = row.need("rcn", _rcn, "the register's number of a project, such as 216980")
    pic = row.need("pic", _pic, "a PIC of nine digits")
    role = row.coded("role", cells.ROLES, "role")
    project, organisation = project_of(register, rcn), organisation_key(pic)
    of_project = tuple(row[c] for c in ("start_date", "end_date", "max_contribution", "total_cost"))
    if rcn not in seen:
        seen[rcn] = of_project
        _add_project(register, row, project, rcn)
    elif seen[rcn] != of_project:
        row.apply(
            "start_date … total_cost",
            "what the rows say of their project differs: the first counts",
            str(of_project),
            str(seen[rcn]),
        )
    if role == "coordinator":
        coordinators.setdefault(project, set()).add(organisation)
    return _add(register, row, project, organisation, role, pic)


def _rcn(text: str) -> str:
    if not (text.isascii() and text.isdecimal() and len(text) <= 9):
        raise ValueError(text)
    return text


def _pic(text: str) -> str:
    if len(text) != 9:
        raise ValueError(text)
    return _rcn(text)


def project_of(register: Register, rcn: str) -> str:
    """The key of the project with this rcn: its grant where a table of projects gives both, else made of the rcn."""
    return register.rcns.get(rcn) or f"rcn-{rcn}"


def _add_project(register: Register, row: Row, project: str, rcn: str) -> None:
    start, end = row.day("start_date"), row.day("end_date")
    if not register.book.has("project", project):
        register.book.add("project", project, row.place, {
            "project_id": project, "acronym": f"rcn {rcn}", "programme_id": register.programme(PROGRAMME), "start_on": start, "end_on": end,
            "note": "the source gives neither acronym nor title", **row.proof,
        })  # fmt: skip
    register.book.add("project_identifier", f"{project}|rcn|{rcn}", row.place, {
        "project_id": project, "scheme": "rcn", "value": rcn, **row.proof,
    })  # fmt: skip
    dated = register.options.as_of
    add_money(register, row, project, row.amount("max_contribution"), row.amount("total_cost"), dated)


def _add(register: Register, row: Row, project: str, organisation: str, role: str, pic: str) -> str:
    book, key, activity = register.book, f"{project}:{organisation}", read_activity(row, "type")
    proof = row.proof
    country = read_country(row)
    if not country:
        row.apply(
            "country",
            "NA stands for a missing value in this table, and is also the code of Namibia: the country is left empty",
            row_text(row, "country"),
            "missing",
        )
    book.add("organisation", organisation, row.place, {
        "organisation_id": organisation, "name": f"PIC {pic}", "country": country, "pic": pic, "note": "the source gives no name", **proof,
    })  # fmt: skip
    group, basis = cells.partner_group(activity, None)
    values = {
        "participation_id": key, "project_id": project, "organisation_id": organisation, "partner_group": group, "group_basis": basis,
        "role": role, "activity_type": activity.lower(), **proof,
    }  # fmt: skip
    if not book.add("participation", key, row.place, values):
        row.apply("pic", "the participation is known already; its amount is kept", key, key)
    add_allocation(register, row, project, key, row.amount("contribution"), register.options.as_of)
    return activity


def row_text(row: Row, column: str) -> str:
    """The cell as it stands in the file."""
    return row.cells[row.sheet.at[column]]


def take_part(register: Register, row: Row) -> None:
    """A programme part of a project, under the short name that the compilers gave it."""
    rcn = row.need("rcn", _rcn, "the register's number of a project, such as 216980")
    part = row.need("programme_part", str, "the short name of a programme part such as SC1")
    project = project_of(register, rcn)
    if not register.book.has("project", project):
        _add_bare(register, row, project, rcn)
    classify(register, row, project, "programme part (short)", table_cells.key(part), part)


def _add_bare(register: Register, row: Row, project: str, rcn: str) -> None:
    row.apply("rcn", "no table among the files describes the project: it is kept with its number alone", rcn, project)
    register.book.add("project", project, row.place, {
        "project_id": project, "acronym": f"rcn {rcn}", "programme_id": register.programme(PROGRAMME),
        "note": "known from the table of programme parts alone", **row.proof,
    })  # fmt: skip


def take_inferred(register: Register, row: Row) -> None:
    """A grant number that somebody inferred for an rcn: kept as claimed, beside the project, never in it."""
    rcn = row.need("rcn", _rcn, "the register's number of a project, such as 216980")
    grant = row.need("id", grant_number, GRANT_RULE)
    acronym, topic = table_cells.words(row["acronym"]), table_cells.key(row["topic"])
    project, book = project_of(register, rcn), register.book
    if not book.has("project", project):
        _add_bare(register, row, project, rcn)
    candidates = row["candidates"]
    note = f"{_INFERRED}; {candidates} project{'s' if candidates != '1' else ''} came into question"
    proof = {**row.proof, "grade": "claimed", "note": note}
    book.add(
        "project_identifier",
        f"{project}|grant_number|{grant}",
        row.place,
        {"project_id": project, "scheme": "grant_number", "value": grant, **proof},
    )
    if acronym:
        book.add("project_alias", f"{project}|{acronym}", row.place, {"project_id": project, "alias": acronym, **proof})
    if topic:
        book.add("project_class", f"{project}|topic|{topic}", row.place, {
            "project_id": project, "scheme": "topic", "code": topic, "name": topic, **proof,
        })  # fmt: skip
    if topic.startswith("IMI2-"):
        book.add("area", INFERRED_AREA, "", {"area_id": INFERRED_AREA, "name": "IMI2 (inferred)", "note": _INFERRED})
        book.add("project_area", f"{project}|{INFERRED_AREA}", row.place, {
            "project_id": project, "area_id": INFERRED_AREA, "weight": "1", "basis": "sum_matched", **proof,
        })  # fmt: skip
