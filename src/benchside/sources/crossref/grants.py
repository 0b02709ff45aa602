"""One grant of Crossref as records of the model: its projects, their money by funder, and the organisations of the investigators.

Names of persons are not taken: of the investigators is kept how many belong to each organisation, and whether one leads.
"""

from collections.abc import Mapping
from typing import Any

from benchside.model.countries import COUNTRIES
from benchside.model.identifiers import SCHEMES
from benchside.sources.crossref.money import Grants, Project, gather_money
from benchside.sources.crossref.register import date_at, doi_of
from benchside.sources.crossref.words import GRANT
from benchside.sources.crossref.works import add_organisation, ror_of
from benchside.sources.tables import cells as table_cells
from benchside.sources.tables.book import RefusedRow
from benchside.sources.tables.json_record import Record, is_again
from benchside.sources.tables.titles import plain_title

TAKEN = ("DOI", "type", "award", "award-start", "project", "URL")
IGNORED = {
    **dict.fromkeys((
        "indexed", "created", "deposited", "issued", "published", "source", "member", "prefix", "score", "content-domain", "publisher",
        "content-created", "content-updated", "aliases", "resource", "update-policy", "alternative-id", "language", "version",
    ), "says when and how the record was made, nothing of the grant"),
    **dict.fromkeys(("reference-count", "references-count", "is-referenced-by-count", "relation"), "works name their grants themselves"),
    **dict.fromkeys(("title", "funder", "author"), "the projects of the grant say it"),
}  # fmt: skip
PROJECT_TAKEN = (
    "project-title", "award-start", "award-end", "award-planned-start", "award-planned-end", "award-amount", "funding",
    "lead-investigator", "co-lead-investigator", "investigator",
)  # fmt: skip
PROJECT_IGNORED = {"project-description": "text under the authors' rights, not needed"}
KNOWN = frozenset((*TAKEN, *IGNORED))
PROJECT_KNOWN = frozenset((*PROJECT_TAKEN, *PROJECT_IGNORED))

ROLES = (("lead-investigator", "coordinator"), ("co-lead-investigator", "lead"), ("investigator", "participant"))
"""Sort of investigator → role of the organisation, the first where it has several."""


def take_grant(reading: Grants, record: Record) -> None:
    """A record of Crossref that is a grant."""
    doi, said = doi_of(record), record.text("type")
    if said != GRANT:
        raise RefusedRow("type", said, f"expected {GRANT}", "Read works with the source crossref_works.")
    if is_again(record, "(grant)", doi, "DOI", doi):
        return
    listed = record.objects("project")
    if not listed:
        raise RefusedRow("project", "", "expected at least one project", "Fetch the record again.")
    reading.book.add("(grant)", doi, record.place, {})
    record.say_unknown(record.value, KNOWN)
    award = record.text("award")
    standing = dict.fromkeys([*reading.standing.projects(doi), *reading.standing.projects(award)])
    for number, one in enumerate(listed, 1):
        record.say_unknown(one, PROJECT_KNOWN, "project.")
        own = f"crossref:{table_cells.key(doi)}" + (f":{number}" if len(listed) > 1 else "")
        project = Project(next(iter(standing), own), one, award, doi)
        _add_numbers(reading, record, project)
        if standing:
            reason = "the project stands in another source, which has its money and organisations: the grant's numbers alone are added"
            record.apply("award", reason, project.award or doi, project.key)
        else:
            _add_project(reading, record, project)
            gather_money(reading, record, project)
            _add_organisations(reading, record, project)


def _add_project(reading: Grants, record: Record, project: Project) -> None:
    start, end = _dates(record, project)
    reading.book.add("project", project.key, record.place, {
        "project_id": project.key, "acronym": project.award or project.doi, "title": _title(record, project), "programme_id": reading.programme,
        "grant_number": project.award if SCHEMES["grant_number"].is_valid(project.award) else "", "start_on": start, "end_on": end,
        "website": record.text("URL"), **record.proof,
    })  # fmt: skip


def _add_numbers(reading: Grants, record: Record, project: Project) -> None:
    for scheme, value in (("grant_number", project.award), ("doi", project.doi)):
        if value:
            number = table_cells.key(value)
            reading.book.add("project_identifier", f"{project.key}|{scheme}|{number}", record.place, {
                "project_id": project.key, "scheme": scheme, "value": number, **record.proof,
            })  # fmt: skip


def _title(record: Record, project: Project) -> str:
    """The English title, or the first one."""
    titles = record.listed("project-title", project.said.get("project-title"))
    chosen = next((t for t in titles if str(t.get("language", "")).startswith("en")), titles[0] if titles else {})
    return table_cells.harmless(plain_title(record.tidied("project-title", chosen.get("title"))))


def _dates(record: Record, project: Project) -> tuple[str, str]:
    """First and last day: as they came to pass, else as planned, else the grant's own beginning."""
    said = project.said
    start = (
        date_at(record, said.get("award-start"), "award-start")
        or date_at(record, record.at("award-start"), "award-start")
        or date_at(record, said.get("award-planned-start"), "award-planned-start")
    )
    end = date_at(record, said.get("award-end"), "award-end") or date_at(
        record, said.get("award-planned-end"), "award-planned-end"
    )
    shared = min(len(start), len(end))
    if start and end and end[:shared] < start[:shared]:
        record.refuse("award-end", end, f"lies before the start {start}")
        return start, ""
    if start and end and len(start) < len(end) and start == end[:shared]:
        reason = "a beginning of which the day is not known stands for the last day of its year or month, or for the end if that is sooner"
        record.apply("award-start", reason, start, end)
        return end, end
    return start, end


def _add_organisations(reading: Grants, record: Record, project: Project) -> None:
    """A participation for each organisation of an investigator, with how many of them belong to it."""
    heads: dict[str, int] = {}
    roles: dict[str, str] = {}
    for column, role in ROLES:
        for person in record.listed(column, project.said.get(column)):
            addresses = record.listed("affiliation", person.get("affiliation"))
            if not addresses:
                record.apply(column, "an investigator without an organisation is in no head-count", role, "not counted")
            if len(addresses) > 1:
                record.apply(
                    column,
                    "an investigator of several organisations is a head of each of them",
                    f"{len(addresses)} organisations",
                    "each",
                )
            for key in dict.fromkeys(filter(None, (_organisation(reading, record, one) for one in addresses))):
                heads[key] = heads.get(key, 0) + 1
                roles.setdefault(key, role)
    for key, count in heads.items():
        participation = f"{project.key}:{key}"
        reading.book.add("participation", participation, record.place, {
            "participation_id": participation, "project_id": project.key, "organisation_id": key, "partner_group": "unknown",
            "group_basis": "the register does not say it", "role": roles[key], "head_count": str(count), **record.proof,
        })  # fmt: skip


def _organisation(reading: Grants, record: Record, address: Mapping[str, Any]) -> str:
    """The organisation, by its ROR id where it has one, else by the name that the funder gives it; its key."""
    name, ror = record.tidied("affiliation", address.get("name")), ror_of(record, address)
    if not ror and not table_cells.slug(name):
        record.refuse("affiliation", name, "expected a name or a ROR id")
        return ""
    key = f"crossref-{table_cells.slug(name)[:80]}"
    if ror:
        key = add_organisation(reading, record, ror, name)
    else:
        reading.book.add("organisation", key, record.place, {"organisation_id": key, "name": name, **record.proof})
    country = record.tidied("country", address.get("country")).upper()
    if country and country not in COUNTRIES:
        record.refuse("country", country, "expected an ISO code of a country")
    elif country:
        reading.book.get("organisation", key).setdefault("country", country)
    return key
