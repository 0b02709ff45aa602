"""Pages of the interface of Gateway to Research (JSON) as tables: one row for each record, in the columns of the flattened tables.

A page holds the records of one sort under one key. Fields that are not known become columns of their own name, so that they are
told like unknown columns of a table.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchside.errors import InputError
from benchside.sources.tables.files import Part
from benchside.sources.tables.json_records import page_of

MOST_BYTES = 64 << 20
"""A page holds at most a hundred records; a file of many pages is another thing."""

_OF_RECORD = {"href", "ext", "created", "updated", "description", "impact", "supportingUrl", "id"}
"""Fields of every record that are not taken: addresses, days of the register itself, texts that may name persons."""


@dataclass(frozen=True)
class Page:
    """A sort of record: field → column, fields that are not taken, and what every row bears besides."""

    fields: Mapping[str, str]
    ignored: frozenset[str] = frozenset()
    fixed: Mapping[str, str] = field(default_factory=dict)
    is_outcome: bool = True

    @property
    def columns(self) -> list[str]:
        """The columns of the table that the page becomes."""
        ties = ["project_id", "outcomeId"] if self.is_outcome else []
        return [*ties, *self.fields.values(), *self.fixed]


def _page(fields: Mapping[str, str], ignored: str = "", **fixed: str) -> Page:
    return Page(fields, frozenset(ignored.split()), fixed)


_MADE = {"title": "title", "type": "type", "yearFirstProvided": "yearFirstProvided"}

PAGES: Mapping[str, Page] = {
    "project": Page({
        "id": "project_id", "title": "title", "status": "status", "grantCategory": "grant_category", "leadFunder": "funder", "start": "start",
        "end": "end", "identifiers": "grant_reference", "healthCategories": "health_categories", "researchActivities": "research_activities",
        "researchSubjects": "research_subjects", "links": "lead_org_id",
    }, frozenset((
        "abstractText", "techAbstractText", "potentialImpact", "leadOrganisationDepartment", "researchTopics", "rcukProgrammes", "participantValues",
    )), is_outcome=False),
    "fund": Page({"links": "project_id", "id": "fund_id", "valuePounds": "value_pounds", "category": "fund_type"},
        frozenset(("start", "end", "type")), is_outcome=False),
    "organisation": Page({"id": "org_id", "name": "org_name", "addresses": "postcode", "country": "country"},
        frozenset(("links", "regNumber", "website", "addresses.country")), is_outcome=False),
    "publication": Page({
        "links": "project_id", "outcomeid": "outcome_id", "title": "title", "type": "type", "journalTitle": "journal", "datePublished": "date",
        "issn": "issn", "doi": "doi", "pubMedId": "pubmed_id",
    }, frozenset((
        "author", "abstractText", "otherInformation", "isbn", "volumeTitle", "volumeNumber", "issue", "part", "pageReference", "edition", "chapterNumber",
        "chapterTitle", "conferenceEvent", "conferenceLocation", "conferenceNumber", "publicationUrl", "seriesNumber", "seriesTitle", "subTitle", "totalPages",
    )), is_outcome=False),
    "collaboration": _page(
        {"parentOrganisation": "collaboratingOrganisation", "sector": "sector", "start": "start", "country": "country"},
        "title childOrganisation principalInvestigatorContribution partnerContribution end",
    ),
    "furtherfunding": _page(
        {"amount": "amountPounds", "amount.currencyCode": "currCode", "organisation": "fundingOrg", "sector": "sector", "start": "start", "end": "end", "country": "country"},
        "title narrative department fundingId",
    ),
    "policyinfluence": _page(
        {"type": "type", "guidelineTitle": "guidelineTitle", "geographicReach": "geographicReach"}, "influence methods areas",
    ),
    "product": _page({
        "title": "title", "type": "type", "stage": "stage", "yearDevelopmentCompleted": "yearDevCompleted", "status": "status",
        "clinicalTrial": "clinicalTrial", "ukcrnIsctnId": "ukcrnIsctnId",
    }),
    "intellectualproperty": _page({
        "title": "title", "protection": "protection", "licensed": "licensed", "yearProtectionGranted": "yearProtectionGranted", "patentId": "patentId",
    }, "patentUrl start end"),
    "spinout": _page({"companyName": "companyName", "yearEstablished": "yearCompanyFormed"},
        "website registrationNumber ipExploited jointVenture companyDescription"),
    "researchdatabaseandmodel": _page({**_MADE, "providedToOthers": "providedToOthers"}),
    "researchmaterial": _page({**_MADE, "providedToOthers": "providedToOthers", "softwareDeveloped": "softwareDeveloped"}, "softwareOpenSourced"),
    "softwareandtechnicalproduct": _page({**_MADE, "softwareOpenSourced": "softwareOpenSourced"}, "softwareDeveloped providedToOthers", outcome_kind="software"),
    "artisticandcreativeproduct": _page(_MADE, outcome_kind="artistic"),
    "dissemination": _page(
        {"form": "form", "yearsOfDissemination": "year", "primaryAudience": "primaryAudience"},
        "title results typeOfPresentation geographicReach partOfOfficialScheme",
    ),
    "keyfinding": _page({"exploitationPathways": "exploitationPathways", "sectors": "sectors"}, "nonAcademicUses"),
    "impactsummary": _page(
        {"impactTypes": "impactTypes", "firstYearOfImpact": "firstYearOfImpact"}, "title summary beneficiaries contributionMethod sector",
    ),
}  # fmt: skip
"""Sort of record in small letters → its fields. The interface spells some keys in two ways (`futherfunding`)."""

_SPELLINGS = {"futherfunding": "furtherfunding"}
PASSED = {"person": "names of persons are not taken"}


def page_part(name: str, path: Path) -> tuple[Part | None, str]:
    """The table in a page, or why it is passed by. `InputError` where the file is no page."""
    page = _read(name, path)
    for key, records in page.items():
        sort = _SPELLINGS.get(key.lower(), key.lower())
        if isinstance(records, list) and sort in PASSED:
            return None, PASSED[sort]
        if isinstance(records, list) and sort in PAGES:
            return _part(name, _rows(PAGES[sort], records)), ""
    raise InputError(
        f"{name} is no page of Gateway to Research: among its keys ({', '.join(sorted(page)[:8])}) is none of "
        f"{', '.join(PAGES)}. Fetch it with the header Accept: application/vnd.rcuk.gtr.json-v7."
    )


def _part(name: str, rows: list[list[str]]) -> Part:
    return Part(name, open_sheet=lambda: iter(rows))


def _read(name: str, path: Path) -> dict[str, Any]:
    page = page_of(name, path, MOST_BYTES, "Fetch smaller pages.")
    if not isinstance(page, dict):
        raise InputError(f"{name} holds no object, expected a page of Gateway to Research. Fetch the page again.")
    return page


def _rows(page: Page, records: list[Any]) -> list[list[str]]:
    """The line of columns, then the rows; a record that is no object is a row without cells, which is refused."""
    known = {*page.fields, *page.ignored, *_OF_RECORD, "links", "outcomeid", "outcomeId"}
    unknown = sorted({f for r in records if isinstance(r, dict) for f in r} - known)
    columns = page.columns
    rows = [
        [_cell(page, column, record) for column in columns] + [_text(record.get(f)) for f in unknown]
        if isinstance(record, dict)
        else ["not a record"]
        for record in records
    ]
    return [[*columns, *unknown], *rows]


def _cell(page: Page, column: str, record: dict[str, Any]) -> str:
    if column in page.fixed:
        return page.fixed[column]
    if column == "project_id" and page.fields.get("id") != "project_id":
        return _linked(record, ("PROJECT", "FUNDED"))
    if column == "lead_org_id":
        return _linked(record, ("LEAD_ORG",))
    if column in ("outcomeId", "outcome_id"):
        return _text(record.get("outcomeid") or record.get("outcomeId") or record.get("id"))
    source = next(name for name, ours in page.fields.items() if ours == column)
    return _of_field(source, record)


def _of_field(source: str, record: dict[str, Any]) -> str:
    value = record.get(source.partition(".")[0])
    if source == "identifiers":
        return next((_text(i.get("value")) for i in _items(value) if str(i.get("type", "")).startswith("RCUK")), "")
    if source in ("healthCategories", "researchActivities", "researchSubjects"):
        return "|".join(f"{_text(i.get('text'))}:{_text(i.get('percentage'))}" for i in _items(value))
    if source == "addresses":
        return next((_text(i.get("postCode")) for i in _items(value)), "")
    if source == "country" and value is None:
        return next((_text(i.get("country")) for i in _items(record.get("addresses"))), "")
    if source in ("amount", "valuePounds") and isinstance(value, dict):
        return _text(value.get("amount"))
    if source == "amount.currencyCode":
        return _text(value.get("currencyCode")) if isinstance(value, dict) else ""
    return _text(value)


def _linked(record: dict[str, Any], rels: tuple[str, ...]) -> str:
    """The id at the end of the address of the first link of such a relation."""
    for link in _items(record.get("links")):
        if link.get("rel") in rels:
            return str(link.get("href", "")).rstrip("/").rpartition("/")[2]
    return ""


def _items(value: Any) -> Iterator[dict[str, Any]]:
    """The objects in a list, which the interface wraps in an object with one key."""
    listed = next((v for v in value.values() if isinstance(v, list)), []) if isinstance(value, dict) else value
    yield from (item for item in listed or () if isinstance(item, dict))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        value = next((v for v in value.values() if isinstance(v, list)), [])
    if isinstance(value, list):
        return "|".join(_text(item) for item in value)
    return str(value)
