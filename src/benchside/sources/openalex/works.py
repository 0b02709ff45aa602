"""One flat row of OpenAlex as records of the model: the work, its citations, fields, score and addresses.

What the rows say of persons (names and ids of authors) and abstracts are not taken.
"""

import json
import re
from datetime import date

from benchside.model.identifiers import SCHEMES
from benchside.sources.factsheets.rows import slug
from benchside.sources.openalex.cells import MISSING, Gathered, Line, bare_doi, bare_id, millionths, plain_title, whole
from benchside.sources.openalex.options import Options

TYPES = {
    "article": "article",
    "review": "review",
    "preprint": "preprint",
    "book": "book",
    "book-chapter": "book_chapter",
    "dataset": "dataset",
    "report": "report",
    "dissertation": "other",
    "editorial": "other",
    "erratum": "other",
    "letter": "other",
    "libguides": "other",
    "other": "other",
    "paratext": "other",
    "peer-review": "other",
    "reference-entry": "other",
    "retraction": "other",
    "software": "other",
    "standard": "other",
    "supplementary-materials": "other",
}
"""OpenAlex type → type of the model. A type that is not here is refused with its work."""

ACCESS = {**{c: c for c in ("gold", "green", "hybrid", "bronze", "closed")}, "diamond": "gold", "": ""}
"""OpenAlex status → how it can be read; diamond is gold without a fee, and the model does not tell them apart."""

SERIES = ("journal", "book series", "conference")
"""Kinds of venue that are a journal or a series; a repository or a platform is neither."""

METHOD = "OpenAlex FWCI"
SCHEME = "OpenAlex fields"
NO_TITLE = "[no title]"


def add_work(line: Line, into: Gathered, options: Options) -> bool:
    """Keeps the work and all that hangs on it; False where it was refused."""
    work = bare_id(line["work_id"])
    kind = TYPES.get(line["type"])
    if not SCHEMES["openalex"].is_valid(work):
        into.lose("work", line, "work_id", f"expected {SCHEMES['openalex'].expected}", "Correct the id.")
    elif work in into.records.get("work", {}):
        place = into.records["work"][work][1]
        into.lose("work", line, "work_id", f"the id stands in {place} already", "Remove one of the two rows.")
    elif kind is None:
        into.lose(
            "work",
            line,
            "type",
            f"unknown type; known: {', '.join(TYPES)}",
            "Add it to the table of types of the source.",
        )
    else:
        _add(line, work, kind, into, options)
        return True
    return False


def _add(line: Line, work: str, kind: str, into: Gathered, options: Options) -> None:
    if kind != line["type"].replace("-", "_"):
        into.settle("work", work, "work_type", line["type"], kind, "the model has no type of its own for it")
    into.add(
        "work", work, line.place, "registry", work_id=work, openalex_id=work, doi=doi_of(line, work, into), title=title_of(line, work, into),
        work_type=kind, journal=line["venue"] if line["venue_type"] in SERIES else "", open_access=_access(line, work, into),
        published_on=published_on(line, work, "date", into, options), **_numbers(line, into),
    )  # fmt: skip
    add_citations(line, work, "cited_by_count", into, options)
    add_fields(line, work, _topic_fields(line, work, into), SCHEME, into)
    _add_score(line, work, into, options)
    _add_addresses(line, work, into)


def _numbers(line: Line, into: Gathered) -> dict[str, str]:
    """The PubMed number and the journal's ISSN, where the row gives them; what is none is refused, and the work kept."""
    found = {}
    for column, bare in (("pmid", line["pmid"].rstrip("/").rpartition("/")[2]), ("issn", line["issn"].upper())):
        if bare and SCHEMES[column].is_valid(bare):
            found[column] = bare
        elif bare:
            do = "Correct it; the work was taken without it."
            into.refuse("work", line, column, f"expected {SCHEMES[column].expected}", do)
    return found


def doi_of(line: Line, work: str, into: Gathered) -> str:
    """The bare DOI; what is no DOI is refused, and the work kept without one."""
    doi = bare_doi(line["doi"])
    if doi and not SCHEMES["doi"].is_valid(doi):
        into.refuse(
            "work", line, "doi", f"expected {SCHEMES['doi'].expected}", "Correct it; the work was taken without it."
        )
        return ""
    return doi


def title_of(line: Line, work: str, into: Gathered) -> str:
    """The title without mark-up."""
    title = plain_title(line["title"])
    if not title:
        into.settle(
            "work",
            work,
            "title",
            line["title"] or MISSING,
            NO_TITLE,
            "a work without a title is kept and can be found by its id",
        )
    elif title != " ".join(line["title"].split()):
        into.settle("work", work, "title", line["title"], title, "mark-up is read as text")
    return title or NO_TITLE


def _access(line: Line, work: str, into: Gathered) -> str:
    status = line["oa_status"]
    if status not in ACCESS:
        into.refuse(
            "work",
            line,
            "oa_status",
            f"unknown status; known: {', '.join(filter(None, ACCESS))}",
            "Correct it; the work was taken.",
        )
        return ""
    if status == "diamond":
        into.settle("work", work, "open_access", status, "gold", "gold that costs the authors nothing")
    return ACCESS[status]


def published_on(line: Line, work: str, column: str, into: Gathered, options: Options) -> str:
    """The day; the year alone where the day is the first of January, which the database writes when it knows no more."""
    text, year = line[column], line["year"]
    try:
        year = whole(year) if year else ""
        day = date.fromisoformat(text) if text else None
    except ValueError:
        wrong = column if text and not _is_day(text) else "year"
        into.refuse(
            "work",
            line,
            wrong,
            "expected a day such as 2018-03-28 and a year such as 2018",
            "Correct it; the work was taken without a date.",
        )
        return ""
    if day is None and not year:
        into.settle(
            "work", work, "published_on", MISSING, MISSING, "without a year it counts in totals, and in no year"
        )
        return ""
    if day is not None and year and day.year != int(year):
        into.settle(
            "work", work, "published_on", f"{text}, year {year}", text, "the day is more exact than the year beside it"
        )
    return year if day is None else _exact(work, day, into, options)


def _exact(work: str, day: date, into: Gathered, options: Options) -> str:
    text = day.isoformat()
    if text > _last(options.counted_on):
        into.settle("work", work, "published_on", text, options.counted_on, "it was in the database by then")
        return options.counted_on
    if (day.month, day.day) != (1, 1):
        return text
    kept = options.counted_on if options.counted_on.startswith(f"{day.year:04d}") else f"{day.year:04d}"
    into.settle(
        "work", work, "published_on", text, kept, "the first of January stands for a year whose day is not known"
    )
    return kept


def _last(day: str) -> str:
    """A text that no day of a month or year written short lies after."""
    return day + "-99"


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def add_citations(line: Line, work: str, column: str, into: Gathered, options: Options) -> None:
    """The count of citations; one that is missing is not nought."""
    try:
        count = whole(line[column]) if line[column] else ""
    except ValueError:
        into.refuse(
            "citation_count",
            line,
            column,
            "expected a whole number, not negative",
            "Correct it; the work was taken without its citations.",
        )
        return
    if not count:
        into.settle("citation_count", work, column, MISSING, "no count", "a missing count is not nought")
        return
    into.add(
        "citation_count", work, line.place, "registry", work_id=work, database="OpenAlex", citations=count, census_on=options.counted_on
    )  # fmt: skip


def _topic_fields(line: Line, work: str, into: Gathered) -> list[str]:
    """The field of each topic, as often as topics name it."""
    try:
        topics = json.loads(line["topics_json"] or "[]")
        fields = [str(t["field"]).strip() for t in topics if t.get("field")]
    except (ValueError, TypeError, KeyError, AttributeError):
        into.refuse(
            "work_field",
            line,
            "topics_json",
            "expected a JSON list of topics, each with its field",
            "Correct it; the work was taken without fields.",
        )
        return []
    if not fields:
        into.settle(
            "work_field",
            work,
            "topics_json",
            "no topics",
            "no field",
            "a work without topics counts in totals, and in no field",
        )
    return fields


def add_fields(line: Line, work: str, fields: list[str], scheme: str, into: Gathered) -> None:
    """The share of each field: how many of the work's topics name it. The shares of a work sum to one to the millionth."""
    for name, share in shares(fields).items():
        into.add(
            "work_field", f"{work}|{scheme}|{name}", line.place, "registry", work_id=work, scheme=scheme, field=name, share=share
        )  # fmt: skip


def shares(named: list[str]) -> dict[str, str]:
    """Name → share in six decimals; what rounding leaves over goes to the names that come first.

    >>> shares(["b", "a", "c"])
    {'a': '0.333334', 'b': '0.333333', 'c': '0.333333'}
    """
    parts = {name: named.count(name) * 1_000_000 // len(named) for name in sorted(set(named))}
    left = 1_000_000 - sum(parts.values()) if parts else 0
    whole_parts = {name: part + (n < left) for n, (name, part) in enumerate(parts.items())}
    return {name: f"{part / 1_000_000:.6f}" for name, part in whole_parts.items()}


def _add_score(line: Line, work: str, into: Gathered, options: Options) -> None:
    """The work's score. The flags of a work without a percentile say nothing: they are no, whatever its citations."""
    if not line["fwci"]:
        into.settle("work_score", work, "fwci", MISSING, "no score", "the database compares it with no other works")
        return
    try:
        ncs = millionths(line["fwci"])
        top = {c: {"True": "1", "False": "0"}[line[f]] for c, f in (("top10", "is_top_10pct"), ("top1", "is_top_1pct"))}
    except (ValueError, KeyError):
        into.refuse(
            "work_score",
            line,
            "fwci",
            "expected a number, not negative, and flags True or False",
            "Correct the row; the work was taken without its score.",
        )
        return
    if not line["cnp_value"]:
        into.settle(
            "work_score",
            work,
            "top10, top1",
            f"{line['is_top_10pct']}, {line['is_top_1pct']}",
            MISSING,
            "no percentile stands behind the flags",
        )
        top = dict.fromkeys(top, "")
    into.add(
        "work_score", work, line.place, "registry", work_id=work, method=METHOD, database=options.database, scored_on=options.counted_on, ncs=ncs, **top
    )  # fmt: skip


def _add_addresses(line: Line, work: str, into: Gathered) -> None:
    """A row for each country and each organisation: the lists are sorted each for itself, so nothing joins one to the other."""
    for country in line.listed("countries"):
        into.add(
            "authorship",
            f"{work}-{country}",
            line.place,
            "registry",
            authorship_id=f"{work}-{country}",
            work_id=work,
            country=country,
        )
    names = line.listed("institution_names")
    for name in names:
        add_organisation(line, work, name, into)
    if len(names) < len(line.listed("institution_ids")):
        into.settle(
            "authorship", work, "institution_names", f"{len(line.listed('institution_ids'))} ids, {len(names)} names", f"{len(names)} organisations",
            "organisations of one name are taken as one, because ids and names are sorted each for itself",
        )  # fmt: skip


def add_organisation(line: Line, work: str, name: str, into: Gathered) -> None:
    """An organisation on a work, and the organisation itself under a key made of its name."""
    key = f"oa-{slug(name)[:80]}"
    if not re.search(r"\w", name):
        return
    into.add("organisation", key, line.place, "registry", organisation_id=key, name=name)
    into.add(
        "authorship",
        f"{work}-{key}",
        line.place,
        "registry",
        authorship_id=f"{work}-{key}",
        work_id=work,
        organisation_id=key,
    )
