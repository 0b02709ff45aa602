"""Tables of works of OpenAlex by their columns: the site's export, with lists joined by `|`, and the flat works of studies.

Every name that a column may bear is brought to the one of the flat row that `works.py` reads.
"""

import json

from benchside.sources.openalex.attribution import Award
from benchside.sources.openalex.candidates import PREFIX
from benchside.sources.openalex.cells import Line, bare_id
from benchside.sources.openalex.nested import IGNORED as NOT_TAKEN
from benchside.sources.openalex.openalex_programme import IGNORED as OF_STUDY
from benchside.sources.tables.layouts import Layout
from benchside.sources.tables.rows import Known, Row

_PERSONS = "would name persons"
_FOLLOWS = "follows from other columns"
SEARCH_REASON = "how a study found the work: the source openalex_programme reads it"

_RENAMED = {
    "id": "work_id", "publication_year": "year", "publication_date": "date", "primary_location.source.display_name": "venue",
    "primary_location.source.type": "venue_type", "primary_location.source.issn_l": "issn", "open_access.oa_status": "oa_status",
    "citation_normalized_percentile.value": "cnp_value", "citation_normalized_percentile.is_in_top_1_percent": "is_top_1pct",
    "citation_normalized_percentile.is_in_top_10_percent": "is_top_10pct", "authorships.institutions.id": "institution_ids",
    "authorships.institutions.display_name": "institution_names", "authorships.countries": "countries",
    "authorships.institutions.country_code": "countries", "topics.field.display_name": "fields",
    "primary_topic.field.display_name": "main_field", "ids.pmid": "pmid", "awards.funder_award_id": "award_numbers",
    "awards.funder_id": "award_funder_ids", "awards.funder_display_name": "award_funders", "grants.award_id": "award_numbers",
    "grants.funder": "award_funder_ids", "grants.funder_display_name": "award_funders", "funders.id": "funder_ids",
    "funders.display_name": "funder_names", "citations": "cited_by_count",
}  # fmt: skip

_IGNORED = {
    **NOT_TAKEN,
    **OF_STUDY,
    **dict.fromkeys(
        (
            "authorships.author.id", "authorships.author.display_name", "authorships.author.orcid", "authorships.author_position",
            "authorships.raw_author_name", "authorships.is_corresponding", "author_openalex_id", "first_author_last_name", "all_authors",
            "coauthor_openalex_ids", "authorships.raw_affiliation_string", "authorships.raw_affiliation_strings",
        ),
        _PERSONS,
    ),
    **dict.fromkeys(
        (
            "ids.openalex", "ids.doi", "ids.mag", "ids.pmcid", "open_access.is_oa", "open_access.oa_url", "open_access.any_repository_has_fulltext",
            "primary_location.is_oa", "primary_location.version", "primary_location.license", "primary_location.landing_page_url",
            "primary_location.pdf_url", "primary_location.source.id", "primary_location.source.issn", "primary_location.source.is_in_doaj",
            "primary_location.source.host_organization", "primary_location.source.host_organization_name", "primary_topic.id",
            "primary_topic.display_name", "primary_topic.score", "primary_topic.subfield.display_name", "primary_topic.domain.display_name",
            "topics.id", "topics.display_name", "topics.score", "topics.subfield.display_name", "topics.domain.display_name",
            "authorships.institutions.ror", "authorships.institutions.type", "authorships.institutions.lineage",
            "authorships.institutions", "awards.id", "awards.display_name", "program", "biblio.volume", "biblio.issue", "biblio.first_page", "biblio.last_page",
        ),
        _FOLLOWS,
    ),
}  # fmt: skip
"""Columns that are not taken, and why."""


class _WithSearches(dict[str, str]):
    """The same and every column by which a study says how it found a work: their names are the study's own."""

    def __contains__(self, column: object) -> bool:
        return super().__contains__(column) or str(column).startswith(PREFIX)


_TAKEN = (
    "doi", "title", "display_name", "type", "year", "date", "venue", "venue_type", "issn", "oa_status", "cited_by_count", "fwci", "cnp_value",
    "is_top_1pct", "is_top_10pct", "topics_json", "fields", "main_field", "institution_ids", "institution_names", "countries", "pmid",
    *_RENAMED,
)  # fmt: skip
"""All that is read; the primary field only where the topics name none."""

EXPORT = Layout("export of the site", "works", ("id", "publication_year"), _TAKEN, _WithSearches(_IGNORED), _RENAMED)
FLAT = Layout("flat works", "works", ("work_id", "title"), _TAKEN, _WithSearches(_IGNORED), _RENAMED)
KNOWN = Known("openalex", (EXPORT, FLAT))


def line_of(row: Row) -> Line:
    """The flat row in a row of a table. Without a column of types the type is `other`; of venues, a venue is taken as a journal."""
    at = row.sheet.at
    cells = {c: row[c] for c in at if c in _CANONICAL}
    cells["title"] = cells.get("title") or row["display_name"]
    if "type" not in at:
        cells["type"] = "other"
        row.apply(
            "type", "without a column of types a work is of another type, and compared with none", "no column", "other"
        )
    if "venue_type" not in at and cells.get("venue"):
        cells["venue_type"] = "journal"
        row.apply(
            "venue_type", "without a column of kinds of venue every venue is taken as a journal", "no column", "journal"
        )
    for flag in ("is_top_1pct", "is_top_10pct"):
        cells[flag] = {"true": "True", "false": "False", "": "False"}.get(
            cells.get(flag, "").lower(), cells.get(flag, "")
        )
    cells["date"] = cells.get("date", "")[:10]
    cells.setdefault("topics_json", "")
    if not cells["topics_json"]:
        named = _parts(row["fields"]) or _parts(row["main_field"])
        cells["topics_json"] = json.dumps([{"field": name} for name in named])
    return Line(row.place, cells)


def awards_of(row: Row) -> list[Award]:
    """The awards and funders in a row: numbers beside their funders where the lists are of one length, else each by itself."""
    numbers, ids, names = (_parts(row[c]) for c in ("award_numbers", "award_funder_ids", "award_funders"))
    if numbers and len(numbers) == len(ids or names):
        found = [
            Award(bare_id(ids[n]) if ids else "", names[n] if len(names) == len(numbers) else "", number)
            for n, number in enumerate(numbers)
        ]
    else:
        found = [Award(number=n) for n in numbers] + [Award(bare_id(i)) for i in ids] + [Award(funder=n) for n in names]
    return (
        found
        + [Award(bare_id(i)) for i in _parts(row["funder_ids"])]
        + [Award(funder=n) for n in _parts(row["funder_names"])]
    )


_CANONICAL = (set(_TAKEN) - set(_RENAMED)) | {"work_id"} | set(_RENAMED.values())


def _parts(cell: str) -> list[str]:
    return [p.strip() for p in cell.split("|") if p.strip()]
