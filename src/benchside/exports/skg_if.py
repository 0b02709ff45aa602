"""Projects, organisations, works and journals as SKG-IF JSON-LD, by which scholarly knowledge graphs exchange.

A project is a grant of that framework. Dates are instants there, which the model does not have: the day that is kept is
given, at its beginning for a start and for a work, at its end for an end; a year or a month alone is kept as its last day.
"""

from datetime import date
from pathlib import Path
from typing import Any

from benchside.exports.base import Export, Given, filled, urn, write_json
from benchside.exports.organisations import Organisation, organisations, rows_of, stands_for

CONTEXT = ["https://w3id.org/skg-if/context/skg-if.json", {"@base": "https://w3id.org/skg-if/sandbox/benchside/"}]
TYPES = {
    "article": ("literature", "JournalArticle"), "review": ("literature", "ReviewArticle"),
    "conference_paper": ("literature", "ConferencePaper"), "book": ("literature", "Book"),
    "book_chapter": ("literature", "BookChapter"), "preprint": ("literature", "Preprint"), "dataset": ("research data", "Dataset"),
    "report": ("literature", "ReportDocument"), "other": ("other", "Expression"),
}  # fmt: skip
"""work_type → product type and the FaBiO class of the manifestation."""
FABIO = "http://purl.org/spar/fabio/"
ACCESS = {"gold": "open", "green": "open", "hybrid": "open", "bronze": "open", "closed": "closed"}
ROLES = {"coordinator": "project leader", "lead": "project leader"}
"""Our role → theirs; every other role is a project member."""
ACTIVITIES = {"hes": "education", "rec": "research", "pub": "government", "prc": "company"}
GROUPS = {"industry": "company", "sme": "company", "patient_organisation": "nonprofit", "regulator": "government"}


def write(given: Given, path: Path) -> dict[str, int]:
    """Write the graph: organisations, grants, venues, products, each in the order of their keys."""
    stands, works = stands_for(given), given.rows("work")
    took_part = rows_of(given, "participation", stands)
    parts = {
        "organisations": _organisations(organisations(given, stands), took_part),
        "grants": _grants(given, took_part),
        "venues": _venues(works),
        "products": _products(given, works, rows_of(given, "authorship", stands)),
    }
    write_json(path, {"@context": CONTEXT, "@graph": [entity for part in parts.values() for entity in part]})
    return {name: len(part) for name, part in parts.items()}


def _organisations(known: list[Organisation], took_part: list[dict]) -> list[dict[str, Any]]:
    types: dict[str, set[str]] = {}
    for row in took_part:
        kind = ACTIVITIES.get(row["activity_type"]) or GROUPS.get(row["partner_group"])
        types.setdefault(row["organisation_id"], set()).update({kind} if kind else ())
    return [
        filled({
            "local_identifier": urn("organisation", o.key), "entity_type": "organisation", "name": o.name, "other_names": list(o.other_names),
            "identifiers": [i for ror in (o.ror, *o.other_rors) for i in _identifiers(ror=ror)], "country": o.country,
            "types": sorted(types.get(o.key, ())),
        })
        for o in known
    ]  # fmt: skip


def _grants(given: Given, took_part: list[dict]) -> list[dict[str, Any]]:
    """The funded amount is the figure of public funding by project, so that it cannot disagree with the report."""
    asked = given.desk.ask("public_funding", by="project")
    paid = {f.cut: f.value for f in asked if f.value is not None and f.status == "computed"}
    streams = {row["programme_id"]: row["name"] for row in given.rows("programme")}
    members: dict[str, list[dict]] = {}
    for row in took_part:
        members.setdefault(row["project_id"], []).append(row)
    return [
        _grant(p, members.get(p["project_id"], []), streams, paid.get(p["project_id"])) for p in given.rows("project")
    ]


def _grant(p: dict, members: list[dict], streams: dict[str, str], paid: float | None) -> dict[str, Any]:
    roles: dict[str, set[str]] = {}
    for row in members:
        roles.setdefault(row["organisation_id"], set()).add(ROLES.get(row["role"], "project member"))
    money = {"currency": "EUR", "funded_amount": float(paid)} if paid is not None else {}
    return filled({
        "local_identifier": urn("project", p["project_id"]), "entity_type": "grant", "grant_number": p["grant_number"],
        "titles": {"none": p["title"]} if p["title"] else {}, "acronym": p["acronym"],
        "funding_stream": streams.get(p["programme_id"]), **money, "duration": _duration(p), "website": _address(p["website"]),
        "beneficiaries": [urn("organisation", key) for key in sorted(roles)],
        "contributions": [{"by": urn("organisation", key), "role": sorted(roles[key])} for key in sorted(roles)],
    })  # fmt: skip


def _duration(p: dict) -> dict[str, str] | None:
    """A duration without a start is none in the framework."""
    if not p["start_on"]:
        return None
    end = f"{p['end_on'].isoformat()}T23:59:59" if p["end_on"] else ""
    return filled({"start": _instant(p["start_on"]), "end": end})


def _venues(works: list[dict]) -> list[dict[str, Any]]:
    """Each journal once, by its ISSN or else by its name; of several names of one ISSN the first in order of the works' keys."""
    found: dict[str, dict] = {}
    for row in works:
        if key := _venue(row):
            found.setdefault(key, row)
    return [
        filled({
            "local_identifier": key, "entity_type": "venue", "name": row["journal"], "identifiers": _identifiers(issn=row["issn"]),
            "type": "journal" if row["issn"] or row["work_type"] in ("article", "review") else "unknown",
        })
        for key, row in sorted(found.items())
    ]  # fmt: skip


def _venue(work: dict) -> str:
    known = work["issn"] or work["journal"]
    return urn("venue", known) if known else ""


def _products(given: Given, works: list[dict], authorships: list[dict]) -> list[dict[str, Any]]:
    grants = _pairs(given.rows("project_work"), "project_id", "project")
    authors = _pairs(authorships, "organisation_id", "organisation")
    return [_product(row, grants.get(row["work_id"], []), authors.get(row["work_id"], [])) for row in works]


def _pairs(rows: list[dict], column: str, kind: str) -> dict[str, list[str]]:
    """work → the things of a kind that it is tied to, each once."""
    found: dict[str, set[str]] = {}
    for row in rows:
        if row[column]:
            found.setdefault(row["work_id"], set()).add(urn(kind, row[column]))
    return {work: sorted(keys) for work, keys in found.items()}


def _product(w: dict, grants: list[str], authors: list[str]) -> dict[str, Any]:
    kind, manifestation = TYPES[w["work_type"]]
    access = ACCESS.get(w["open_access"])
    shown = filled({
        "type": {"class": FABIO + manifestation, "labels": {"en": w["work_type"].replace("_", " ")}, "defined_in": FABIO},
        "dates": {"publication": _instant(w["published_on"])} if w["published_on"] else {},
        "access_rights": {"status": access, "description": w["open_access"]} if access else {},
        "biblio": filled({"in": _venue(w)}),
    })  # fmt: skip
    return filled({
        "local_identifier": urn("work", w["work_id"]), "entity_type": "product", "product_type": kind, "titles": {"none": [w["title"]]},
        "identifiers": _identifiers(doi=w["doi"], pmid=w["pmid"], openalex=w["openalex_id"]), "manifestations": [shown],
        "relevant_organisations": authors, "funding": grants,
    })  # fmt: skip


def _identifiers(**known: str | None) -> list[dict[str, str]]:
    return [{"scheme": scheme, "value": value} for scheme, value in known.items() if value]


def _address(text: str | None) -> str:
    return text if text and text.startswith(("http://", "https://")) else ""


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00"


EXPORT = Export(
    id="skg_if",
    title="Scholarly knowledge graph, SKG-IF",
    standard="SKG-IF 1.0 as JSON-LD",
    url="https://skg-if.github.io/interoperability-framework/",
    holds="Organisations, records that are one as one, projects as grants with public funding and roles, works as products with journal, access, funding and organisations.",
    loses="Other money than public funding, cities, keys of records that are one organisation, dates of participation, persons (none are kept), assets, effects, provenance.",
    write=write,
    suffix=".jsonld",
)
