"""A work as the interface and the snapshot of OpenAlex give it, an object of objects: the flat row in it, and its addresses.

The flat row bears the columns that `works.py` reads. Addresses keep the place in the list of authors and the organisation of
each author; names, ids and ORCID iDs of authors are not taken.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchside.model.countries import COUNTRIES
from benchside.model.identifiers import SCHEMES
from benchside.sources.openalex.attribution import Award
from benchside.sources.openalex.cells import Gathered, Line, bare_id

_NOT_ASKED = "no figure asks for it"
_PERSONS = "would name persons"
_FOLLOWS = "follows from other fields"
_ADDRESS = "an address of the database itself"
TAKEN = (
    "id", "doi", "title", "display_name", "publication_year", "publication_date", "type", "primary_location", "open_access", "authorships",
    "cited_by_count", "fwci", "citation_normalized_percentile", "topics", "ids", "grants", "awards", "funders", "is_authors_truncated",
)  # fmt: skip
"""Fields of a work that are read."""
IGNORED = {
    "abstract_inverted_index": "text under the authors' rights, not needed",
    "abstract": "text under the authors' rights, not needed",
    "corresponding_author_ids": _PERSONS,
    "corresponding_institution_ids": _FOLLOWS,
    "primary_topic": "one of the topics",
    "locations": "the primary one is taken",
    "best_oa_location": "the primary location is taken",
    "institutions": _FOLLOWS,
    "concepts": "replaced by topics",
    "keywords": _NOT_ASKED,
    "mesh": _NOT_ASKED,
    "sustainable_development_goals": "made by a classifier; the model's priorities are stated by a project",
    "referenced_works": _NOT_ASKED,
    "related_works": _NOT_ASKED,
    "counts_by_year": "the count to date is taken",
    "cited_by_percentile_year": "the normalised percentile is taken",
    "summary_stats": _FOLLOWS,
    "apc_list": _NOT_ASKED,
    "apc_paid": _NOT_ASKED,
    "biblio": _NOT_ASKED,
    "language": _NOT_ASKED,
    "is_retracted": "the model has no column for it",
    "is_paratext": "the type says it",
    "is_xpac": _NOT_ASKED,
    "indexed_in": _NOT_ASKED,
    "institution_assertions": _NOT_ASKED,
    "has_abstract": _NOT_ASKED,
    "has_content": _NOT_ASKED,
    "content_urls": _NOT_ASKED,
    "content_url": _NOT_ASKED,
    "has_fulltext": _NOT_ASKED,
    "has_pdf": _NOT_ASKED,
    "fulltext_origin": _NOT_ASKED,
    "fulltext": "text under the authors' rights, not needed",
    "type_crossref": "the database's own type is taken",
    "type_id": _FOLLOWS,
    "versions": _NOT_ASKED,
    "datasets": _NOT_ASKED,
    "cited_by_api_url": _ADDRESS,
    "ngrams_url": _ADDRESS,
    "cited_by_ids": _NOT_ASKED,
    "relevance_score": "of one search alone",
    "updated": "a day of the database itself",
    "updated_date": "a day of the database itself",
    "created_date": "a day of the database itself",
    **dict.fromkeys(
        (
            "authors_count", "countries_distinct_count", "institutions_distinct_count", "locations_count", "topics_count", "concepts_count",
            "referenced_works_count", "related_works_count", "score",
        ),
        _FOLLOWS,
    ),
}  # fmt: skip
"""Fields of a work that are not taken, and why; also columns of the snapshot's and of the site's tables."""


def flat(work: Mapping[str, Any], place: str) -> Line:
    """The flat row of a work, as texts; what is missing is empty."""
    source = _object(_object(work, "primary_location"), "source")
    percentile = _object(work, "citation_normalized_percentile")
    return Line(place, {
        "work_id": _text(work.get("id")), "doi": _text(work.get("doi")), "title": _text(work.get("title") or work.get("display_name")),
        "year": _text(work.get("publication_year")), "date": _text(work.get("publication_date"))[:10], "type": _text(work.get("type")),
        "venue": _text(source.get("display_name")), "venue_type": _text(source.get("type")), "issn": _text(source.get("issn_l")),
        "oa_status": _text(_object(work, "open_access").get("oa_status")), "cited_by_count": _text(work.get("cited_by_count")),
        "fwci": _text(work.get("fwci")), "cnp_value": _text(percentile.get("value")),
        "is_top_1pct": _text(percentile.get("is_in_top_1_percent")) or "False",
        "is_top_10pct": _text(percentile.get("is_in_top_10_percent")) or "False",
        "topics_json": json.dumps([{"field": _text(_object(t, "field").get("display_name"))} for t in objects(work.get("topics"))]),
        "pmid": _text(_object(work, "ids").get("pmid")),
    })  # fmt: skip


def awards_of(work: Mapping[str, Any]) -> list[Award]:
    """The awards and funders that a work names, in the form of today (`awards`, `funders`) and of before 2026 (`grants`)."""
    found = [
        Award(bare_id(_text(a.get("funder_id"))), _text(a.get("funder_display_name")), _text(a.get("funder_award_id")))
        for a in objects(work.get("awards"))
    ]
    found += [Award(bare_id(_text(f.get("id"))), _text(f.get("display_name"))) for f in objects(work.get("funders"))]
    return found + [
        Award(bare_id(_text(g.get("funder"))), _text(g.get("funder_display_name")), _text(g.get("award_id")))
        for g in objects(work.get("grants"))
    ]


def add_addresses(work: Mapping[str, Any], line: Line, key: str, into: Gathered) -> None:
    """A record for each author and organisation; an author without one is kept with the country alone, or with the place alone."""
    for position, authorship in enumerate(objects(work.get("authorships")), 1):
        named = set()
        for institution in objects(authorship.get("institutions")):
            country = _country(institution)
            named.add(country)
            _add_address(line, key, position, _add_organisation(institution, line, into), country, into)
        countries = {c.upper() for c in map(_text, _listed(authorship.get("countries"))) if c}
        for country in sorted(countries - named) or ([] if named else [""]):
            _add_address(line, key, position, "", country, into)


def _add_address(line: Line, work: str, position: int, organisation: str, country: str, into: Gathered) -> None:
    own = f"{work}-{position}-{organisation or country or 'none'}"
    into.add(
        "authorship", own, line.place, "registry", authorship_id=own, work_id=work, position=str(position), organisation_id=organisation,
        country=country,
    )  # fmt: skip


def _add_organisation(institution: Mapping[str, Any], line: Line, into: Gathered) -> str:
    """The organisation under its id in the database; without an id or a name there is none."""
    own, name = bare_id(_text(institution.get("id"))), " ".join(_text(institution.get("display_name")).split())
    if not own or not name:
        return ""
    key, ror = f"openalex-{own}", _text(institution.get("ror")).removeprefix("https://ror.org/")
    if key in into.records.get("organisation", {}):
        return key
    if ror and not SCHEMES["ror"].is_valid(ror):
        _refuse(into, line, "ror", ror, SCHEMES["ror"].expected)
        ror = ""
    country, written = _country(institution), _text(institution.get("country_code"))
    if written and not country:
        _refuse(into, line, "country_code", written, "an ISO 3166 code of a country")
    into.add("organisation", key, line.place, "registry", organisation_id=key, name=name, country=country, ror=ror)
    if kind := _text(institution.get("type")):
        into.add("organisation_type", key, line.place, "registry", organisation_id=key, scheme="OpenAlex", type=kind)
    return key


def _country(institution: Mapping[str, Any]) -> str:
    """The country's code; empty where it is missing or not known."""
    code = _text(institution.get("country_code")).upper()
    return code if code in COUNTRIES else ""


def _refuse(into: Gathered, line: Line, name: str, value: str, expected: str) -> None:
    column = f"authorships.institutions.{name}"
    do = "Correct it; the organisation was taken without it."
    into.refuse("organisation", Line(line.place, {column: value}), column, f"expected {expected}", do)


def objects(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects in a list; nothing where there is no list."""
    return (item for item in _listed(value) if isinstance(item, Mapping))


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else ()


def _object(of: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = of.get(name)
    return value if isinstance(value, Mapping) else {}


def _text(value: Any) -> str:
    if value is None or value != value or isinstance(value, dict | list):  # a number that is none differs from itself
        return ""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
