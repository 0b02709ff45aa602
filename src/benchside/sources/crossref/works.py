"""One work of Crossref as records of the model: the work, its projects by grant number, its citations, its authors' organisations.

Names of persons are not taken. What Crossref cannot say stays empty: a licence does not tell gold from hybrid.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from benchside.model.identifiers import SCHEMES
from benchside.sources.crossref.register import Reading, date_at, doi_of, funder_names
from benchside.sources.crossref.updates import Updates, take_updates
from benchside.sources.crossref.words import ARTICLE, CONTAINERS, GRANT, POSTED, POSTED_TYPES, WORK_TYPES
from benchside.sources.tables import cells as table_cells
from benchside.sources.tables.book import RefusedRow
from benchside.sources.tables.grant_numbers import WRITTEN, GrantNumbers, plain
from benchside.sources.tables.identifiers import issn
from benchside.sources.tables.json_record import Record, is_again
from benchside.sources.tables.titles import plain_title

TAKEN = (
    "DOI", "type", "subtype", "title", "container-title", "ISSN", "published", "issued", "published-print", "published-online",
    "posted", "license", "funder", "relation", "update-to", "updated-by", "is-referenced-by-count", "author",
)  # fmt: skip

_OTHER = "no figure asks for it"
_MADE = "says when and how the record was made, nothing of the work"
IGNORED = {
    **dict.fromkeys((
        "abstract", "volume", "issue", "page", "article-number", "edition-number", "part-number", "special_numbering", "special-numbering",
        "component-number", "language", "subject", "degree", "event", "link", "resource", "archive", "journal-issue", "issue-title",
        "publisher", "publisher-location", "standards-body", "institution", "group-title", "free-to-read", "review", "status", "version",
        "description", "proceedings-subject", "assertion", "peer-review",
    ), _OTHER),
    **dict.fromkeys((
        "indexed", "created", "deposited", "accepted", "approved", "content-created", "content-updated", "published-other", "source", "member",
        "prefix", "score", "content-domain", "update-policy", "aliases",
    ), _MADE),
    **dict.fromkeys(("editor", "chair", "translator"), "would name persons"),
    **dict.fromkeys(("reference", "reference-count", "references-count"), "what a work cites is not counted"),
    **dict.fromkeys(("subtitle", "short-title", "original-title", "short-container-title"), "the title names the work"),
    **dict.fromkeys(("URL", "alternative-id"), "the DOI is the work's number"),
    **dict.fromkeys(("issn-type", "ISBN", "isbn-type"), "the ISSN is taken; books are known by their DOI"),
    "clinical-trial-number": "a trial is read from its own registry",
    "project": "of grants alone",
    "award": "of grants alone",
    "award-start": "of grants alone",
}  # fmt: skip

KNOWN = frozenset((*TAKEN, *IGNORED))
NO_TITLE = "[no title]"


@dataclass(frozen=True)
class Works(Reading):
    """A reading of works: whose grant numbers count, and of which funders; DOI → key of a work; what works say of one another."""

    grants: GrantNumbers
    funders: frozenset[str] = frozenset()
    keys: dict[str, str] = field(default_factory=dict)
    updates: Updates = field(default_factory=Updates)


def take_work(reading: Works, record: Record) -> None:
    """A record of Crossref that is a work."""
    doi, book = doi_of(record), reading.book
    kind, work = _type(record), f"crossref:{table_cells.key(doi)}"
    if is_again(record, "work", work, "DOI", doi):
        return
    record.say_unknown(record.value, KNOWN)
    if take_updates(record, doi, reading.updates):
        record.apply("update-to", "a notice about another work is no article", kind, "other")
        kind = "other"
    reading.keys[doi] = work
    book.add("work", work, record.place, {
        "work_id": work, "doi": doi, "title": _title(record), "work_type": kind, "journal": _journal(record), "issn": _issn(record),
        "published_on": _published(reading, record), "note": _licence(record), **record.proof,
    })  # fmt: skip
    _add_projects(reading, record, work)
    _add_citations(reading, record, work)
    _add_authors(reading, record, work)


def _type(record: Record) -> str:
    said, subtype = record.text("type"), record.text("subtype")
    if said in CONTAINERS:
        raise RefusedRow("type", said, "holds works and is none itself", "Fetch the works in it.")
    if said == GRANT:
        raise RefusedRow("type", said, "a grant is no work", "Read it with the source crossref_grants.")
    if said == POSTED and subtype in POSTED_TYPES:
        return POSTED_TYPES[subtype]
    if said == POSTED and not subtype:
        record.apply("subtype", "posted content that does not say what it is, is another work", "missing", "other")
        return "other"
    if said not in WORK_TYPES:
        column, value, known = ("subtype", subtype, POSTED_TYPES) if said == POSTED else ("type", said, WORK_TYPES)
        raise RefusedRow(
            column, value, f"unknown type of work; known: {', '.join(known)}", "Say in the source what it means."
        )
    return WORK_TYPES[said]


def _title(record: Record) -> str:
    found = next(iter(record.texts("title")), "")
    title = table_cells.harmless(plain_title(found))
    if not title:
        record.apply(
            "title", "a work without a title is kept and can be found by its DOI", found or "missing", NO_TITLE
        )
    elif title != found:
        record.apply("title", "mark-up is read as text", found, title)
    return title or NO_TITLE


def _journal(record: Record) -> str:
    if record.text("type") not in (ARTICLE, "proceedings-article"):
        return ""
    return table_cells.harmless(plain_title(next(iter(record.texts("container-title")), "")))


def _issn(record: Record) -> str:
    """The first ISSN that has its check digit; the others are refused."""
    for said in record.texts("ISSN"):
        try:
            return issn(said)
        except ValueError:
            record.refuse("ISSN", said, "expected an ISSN such as 0028-0836, with its check digit")
    return ""


def _published(reading: Works, record: Record) -> str:
    """When it first appeared, as exactly as is known: the registry's own earliest date, else the first of those it is made of."""
    said = [date_at(record, record.at(name), name) for name in ("published", "issued")]
    parts = [date_at(record, record.at(name), name) for name in ("published-print", "published-online", "posted")]
    on = next((day for day in said if day), "") or min(
        filter(None, parts), key=lambda day: (day + "-99-99")[:10], default=""
    )
    if not on:
        record.apply("published", "without a year it counts in totals, and in no year", "missing", "missing")
    elif on[: len(reading.as_of)] > reading.as_of:
        record.apply("published", "a date after the day of reading: it was registered by then", on, reading.as_of)
        return reading.as_of
    return on


def _licence(record: Record) -> str:
    """The licences in words; how the work can be read (`open_access`) does not follow from them."""
    said = [
        (record.tidied("license", one.get("URL")), record.tidied("license", one.get("content-version")))
        for one in record.objects("license")
    ]
    words = list(dict.fromkeys(f"{url} ({version})" if version else url for url, version in said if url))
    if words:
        record.apply(
            "license",
            "a licence does not tell gold from hybrid: it is noted, and open access stays unknown",
            words[0],
            "noted",
        )
    return f"licence {', '.join(words)}" if words else ""


def _add_projects(reading: Works, record: Record, work: str) -> None:
    """The projects whose grants the work names, each once."""
    found: set[str] = set()
    for text, funder in _awards(record):
        projects = reading.grants.projects(text)
        if projects and funder and reading.funders and not reading.funders & funder_names(record, funder):
            name = record.tidied("funder", funder.get("name")) or "no name"
            reason = "a grant number of the programme under another funder's name is that funder's"
            record.apply("funder", reason, f"{text}, {name}", "no project")
            continue
        if projects and plain(text) not in reading.grants.plain:
            record.apply("award", WRITTEN, text, ", ".join(projects))
        found.update(projects)
    for project in sorted(found):
        reading.book.add("project_work", f"{project}|{work}", record.place, {
            "project_id": project, "work_id": work, "found_by": "grant_number", **record.proof,
        })  # fmt: skip
    if not found:
        reason = "a work that names no grant of the programme is kept, and is no project's"
        record.apply("funder", reason, record.text("DOI"), "no project")


def _awards(record: Record) -> list[tuple[str, Mapping[str, Any] | None]]:
    """Grant numbers with the funder they stand under, and DOIs of grants, which need none."""
    found: list[tuple[str, Mapping[str, Any] | None]] = []
    for funder in record.objects("funder"):
        listed = funder.get("award")
        for award in listed if isinstance(listed, list) else [listed]:
            found += [(text, funder)] if (text := record.tidied("award", award)) else []
    for grant in record.objects("relation", "is-financed-by"):
        found += [(text, None)] if (text := record.tidied("relation", grant.get("id"))) else []
    return found


def _add_citations(reading: Works, record: Record, work: str) -> None:
    said = record.text("is-referenced-by-count")
    if not said:
        record.apply("is-referenced-by-count", "a missing count is not nought", "missing", "no count")
        return
    try:
        count = table_cells.whole(said)
    except ValueError:
        record.refuse("is-referenced-by-count", said, "expected a whole number, not negative")
        return
    reading.book.add("citation_count", work, record.place, {
        "work_id": work, "database": "Crossref", "citations": count, "census_on": reading.as_of, **record.proof,
    })  # fmt: skip


def _add_authors(reading: Works, record: Record, work: str) -> None:
    """One record for each author and organisation; an address without an identifier is text that no rule settles."""
    for position, author in enumerate(record.objects("author"), 1):
        for address in record.listed("affiliation", author.get("affiliation")):
            name = record.tidied("affiliation", address.get("name"))
            ror = ror_of(record, address)
            if not ror:
                record.apply(
                    "affiliation",
                    "an address without a ROR id is not taken: its text names departments and streets",
                    name,
                    "not taken",
                )
                continue
            organisation = add_organisation(reading, record, ror, name)
            reading.book.add("authorship", f"{work}-{position}-{ror}", record.place, {
                "authorship_id": f"{work}-{position}-{ror}", "work_id": work, "position": str(position), "organisation_id": organisation, **record.proof,
            })  # fmt: skip


def ror_of(record: Record, address: Mapping[str, Any]) -> str:
    """The bare ROR id of an affiliation; one with wrong check digits is refused."""
    for one in record.listed("id", address.get("id")):
        bare = record.tidied("id", one.get("id")).removeprefix("https://ror.org/")
        if bare and str(one.get("id-type", "")).upper() == "ROR":
            if SCHEMES["ror"].is_valid(bare):
                return bare
            record.refuse("id", bare, f"expected {SCHEMES['ror'].expected}")
    return ""


def add_organisation(reading: Reading, record: Record, ror: str, name: str) -> str:
    """The organisation's record under its ROR id, made where there is none; its key."""
    key = f"crossref-ror-{ror}"
    reading.book.add(
        "organisation", key, record.place, {"organisation_id": key, "name": name or ror, "ror": ror, **record.proof}
    )
    return key
