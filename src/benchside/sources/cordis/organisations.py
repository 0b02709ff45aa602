"""Organisations and their participations, from the table with a row for each participant of each project.

One organisation in one project is one participation, whatever the number of its rows: a third party of two beneficiaries has
two. The EU contribution of a participant is an allocation, which divides the grant; the contribution net of what it passes on
to third parties, and its total cost, are amounts of their own that are never added to it.
"""

from dataclasses import dataclass
from decimal import Decimal

from benchside.sources.cordis import cells
from benchside.sources.cordis.register import Register
from benchside.sources.tables import cells as table_cells
from benchside.sources.tables.book import each_row, twin
from benchside.sources.tables.listed_rights import organisation_key
from benchside.sources.tables.rows import Row, Sheet

MEASURES = (("netEcContribution", "net_eu_contribution"), ("totalCost", "total_cost"))
"""Column → what the amount is, of those that are no allocation."""


@dataclass(frozen=True)
class Part:
    """One row of a participation: where it stands, its role, whether it has ended, and its amounts by column."""

    row: Row
    order: str
    role: str
    ended: str
    dated: str
    sme: bool | None
    amounts: dict[str, str]


def take_organisations(register: Register, sheet: Sheet) -> None:
    """All rows of the table; participations are written when all their rows are known."""
    pairs: dict[tuple[str, str], list[Part]] = {}
    coordinators: dict[str, set[str]] = {}
    each_row(register.book, sheet.name, "organization", sheet.rows(), lambda row: _take(register, row, pairs))
    for (project, organisation), parts in pairs.items():
        main = min(parts, key=lambda part: cells.ROLE_RANK.index(part.role))
        if len(parts) > 1:
            _say_merged(register, project, organisation, parts, main)
        if main.role == "coordinator":
            coordinators.setdefault(project, set()).add(organisation)
        _add_participation(register, project, organisation, parts, main)
    say_coordinators(register, coordinators)


def _take(register: Register, row: Row, pairs: dict[tuple[str, str], list[Part]]) -> None:
    number = row.need("organisationID", _digits, "the register's number of an organisation, such as the PIC 999997930")
    role = row.coded("role", cells.ROLES, "role")
    project, organisation = register.named.project(row), organisation_key(number)
    parts = pairs.get((project, organisation), [])
    ended, sme = row.read("endOfParticipation", _yes_no, "true or false"), _sme(row)
    amounts = {c: row.amount(c) for c in ("ecContribution", "netEcContribution", "totalCost")}
    part = Part(row, row["order"], role, ended, register.dated(row), sme, amounts)
    for other in parts:
        _refuse_twin(part, other)
    pairs.setdefault((project, organisation), []).append(part)
    if not amounts["ecContribution"]:
        row.apply("ecContribution", "a missing amount is not nought: there is no record", "missing", "missing")
    _add_organisation(register, row, organisation, number, part)


def _refuse_twin(part: Part, other: Part) -> None:
    """Two rows of one organisation in one project must differ in their order or, where there is none, in what they say."""
    if part.order and part.order == other.order:
        raise twin("order", part.order, "the participation stands in this place of the order", other.row.place)
    if not part.order and part.role == other.role and part.amounts == other.amounts:
        raise twin(
            "organisationID",
            part.row["organisationID"],
            "the participation stands there with these amounts",
            other.row.place,
        )


def _digits(text: str) -> str:
    if not (text.isascii() and text.isdecimal() and len(text) <= 12):
        raise ValueError(text)
    return text


def _yes_no(text: str) -> str:
    return {True: "yes", False: "no", None: ""}[table_cells.flag(text)]


def _sme(row: Row) -> bool | None:
    word = row.read("SME", _yes_no, "true, false or nothing")
    if not word and "SME" in row.sheet.at:
        row.apply("SME", "a missing SME status is neither yes nor no: no status is recorded", "missing", "missing")
    return {"yes": True, "no": False, "": None}[word]


def read_country(row: Row, column: str = "country") -> str:
    """The ISO code; `EL` and `UK` are the Union's own codes of Greece and the United Kingdom."""
    text = row[column]
    if text in cells.EU_COUNTRIES:
        row.apply(column, "the Union's own code is kept as the ISO code", text, cells.EU_COUNTRIES[text])
    return row.read(column, cells.country, "an ISO code of a country, EL or UK")


def read_activity(row: Row, column: str = "activityType") -> str:
    """The activity type; an unknown one is refused, the row is kept without it."""
    text = row[column]
    if text and text not in cells.ACTIVITIES:
        row.sheet.book.refuse_cell(
            row.sheet.layout.id, row.place, column, text, f"unknown activity type; known: {', '.join(cells.ACTIVITIES)}"
        )
        return ""
    return text


def _add_organisation(register: Register, row: Row, organisation: str, number: str, part: Part) -> None:
    name = table_cells.words(row["name"])
    if not name:
        row.apply("name", "an organisation without a name is called by its number", "missing", f"PIC {number}")
    proof, book = row.proof, register.book
    before = book.get("organisation", organisation)
    if not before or before["note"] or register.latest_of.get(organisation, "") < part.dated:
        register.latest_of[organisation] = part.dated
        book.replace("organisation", organisation, row.place, {
            "organisation_id": organisation, "name": name or f"PIC {number}", "city": table_cells.words(row["city"]), "country": read_country(row),
            "pic": number if organisation.startswith("pic-") else "", "note": "" if name else "the source gives no name", **proof,
        })  # fmt: skip
    else:
        read_country(row)
    for kind, text in (("label", name), ("acronym", table_cells.words(row["shortName"]))):
        if text:
            book.add("organisation_name", f"{organisation}|{kind}|{text}", row.place, {
                "organisation_name_id": f"{organisation}:{len(book.records.get('organisation_name', ())) + 1}",
                "organisation_id": organisation, "name": text, "kind": kind, **proof,
            })  # fmt: skip
    for scheme, value in (
        ("pic", number if organisation.startswith("pic-") else ""),
        ("vat", table_cells.key(row["vatNumber"])),
    ):
        if value:
            book.add("organisation_identifier", f"{organisation}|{scheme}|{value}", row.place, {
                "organisation_id": organisation, "scheme": scheme, "value": value, **proof,
            })  # fmt: skip
    _add_place(register, row, organisation)
    _add_status(register, row, organisation, part)


def _add_place(register: Register, row: Row, organisation: str) -> None:
    where = row.read(
        "geolocation", lambda text: "|".join(cells.place(text)), "latitude,longitude such as 52.2033051,0.124862"
    )
    if not where and not row["nutsCode"]:
        return
    latitude, _, longitude = where.partition("|")
    city, country = table_cells.words(row["city"]), cells.EU_COUNTRIES.get(row["country"], row["country"])
    key = f"{organisation}|{where}|{city}"
    register.book.add("organisation_place", key, row.place, {
        "organisation_place_id": f"{organisation}:{len(register.book.records.get('organisation_place', ())) + 1}",
        "organisation_id": organisation, "city": city, "country": country if country in cells.COUNTRIES else "",
        "latitude": latitude, "longitude": longitude, "nuts": row["nutsCode"], "postcode": row["postCode"], **row.proof,
    })  # fmt: skip


def _add_status(register: Register, row: Row, organisation: str, part: Part) -> None:
    """Sector and SME status on the day of the row; without a statement on SME there is no status."""
    if part.sme is None:
        return
    key = f"{organisation}:{part.dated or 'undated'}"
    sector, _ = cells.partner_group(read_activity(row), part.sme)
    is_sme = "yes" if part.sme else "no"
    values = {
        "organisation_status_id": key, "organisation_id": organisation, "sector": sector, "is_sme": is_sme, "declared_on": part.dated,
        **row.proof,
    }  # fmt: skip
    if not register.book.add("organisation_status", key, row.place, values):
        before = register.book.get("organisation_status", key)
        if (before["sector"], before["is_sme"]) != (sector, is_sme):
            there = f"{before['sector']}, SME {before['is_sme']}"
            row.apply("SME", "of two statements on one day the first is kept", f"{sector}, SME {is_sme}", there)


def _add_participation(register: Register, project: str, organisation: str, parts: list[Part], main: Part) -> None:
    row, key = main.row, f"{project}:{organisation}"
    group, basis = cells.partner_group(known_activity(row), main.sme)
    before = register.participated.get(key, "")
    if not register.book.has("participation", key) or before < main.dated:
        register.participated[key] = main.dated
        ended = [part.ended for part in parts]
        register.book.replace("participation", key, row.place, {
            "participation_id": key, "project_id": project, "organisation_id": organisation, "partner_group": group, "group_basis": basis,
            "role": main.role, "has_left": "no" if "no" in ended else ended[0], "activity_type": known_activity(row).lower(),
            "note": f"{len(parts)} rows" if len(parts) > 1 else "", **row.proof,
        })  # fmt: skip
    allocated = _sum(parts, "ecContribution")
    add_allocation(register, row, project, key, allocated, main.dated)
    for column, measure in MEASURES:
        add_participation_amount(register, row, key, measure, _sum(parts, column), main.dated)


def known_activity(row: Row) -> str:
    """The activity type where it is known; what is wrong with it was said when the organisation was read."""
    return row["activityType"] if row["activityType"] in cells.ACTIVITIES else ""


def _sum(parts: list[Part], column: str) -> str:
    """The sum of the rows that give the amount; empty where none does."""
    given = [part.amounts[column] for part in parts if part.amounts[column]]
    if len(given) < 2:
        return given[0] if given else ""
    total = sum(map(Decimal, given))
    return str(int(total)) if total == int(total) else str(total)


def add_allocation(register: Register, row: Row, project: str, participation: str, amount: str, dated: str) -> None:
    """The EU contribution of a participant; missing where the register gives none."""
    key = f"{participation}:{dated or 'undated'}"
    _add_amount(register, row, "allocation", key, amount, {
        "allocation_id": key, "project_id": project, "participation_id": participation,
    }, dated)  # fmt: skip


def add_participation_amount(
    register: Register, row: Row, participation: str, measure: str, amount: str, dated: str
) -> None:
    """Another amount of a participant."""
    key = f"{participation}:{measure}:{dated or 'undated'}"
    own = {"participation_amount_id": key, "participation_id": participation, "measure": measure}
    _add_amount(register, row, "participation_amount", key, amount, own, dated)


def _add_amount(
    register: Register, row: Row, table: str, key: str, amount: str, own: dict[str, str], dated: str
) -> None:
    if not amount:
        return
    values = {
        **own, "amount": amount, "currency": "EUR", "state": register.options.state, "precision": "exact", "valid_on": dated,
        **row.proof,
    }  # fmt: skip
    if not register.book.add(table, key, row.place, values):
        there, at = register.book.records[table][key]
        if there["amount"] != amount:
            rule = f"{at} gives {there['amount']} for the same day"
            register.book.refuse_cell(
                row.sheet.layout.id, row.place, table, amount, rule, "See which is right; the first is kept."
            )


def _say_merged(register: Register, project: str, organisation: str, parts: list[Part], main: Part) -> None:
    found = "; ".join(f"row {p.row.number}: {p.role}{', ended' if p.ended == 'yes' else ''}" for p in parts)
    reason = "an organisation has several rows in one project: they are one participation, in the first of its roles, and amounts are added"
    register.book.settle("participation", f"{project}:{organisation}", "role", found, main.role, reason)


def say_coordinators(register: Register, coordinators: dict[str, set[str]]) -> None:
    """Says of each project with several coordinators that all are kept."""
    for project, named in coordinators.items():
        if len(named) > 1:
            found = ", ".join(sorted(named))
            register.book.settle(
                "participation",
                project,
                "role",
                found,
                f"{len(named)} coordinators",
                "the register names several coordinators: all are kept",
            )
