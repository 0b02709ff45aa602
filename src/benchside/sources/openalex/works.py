"""One flat row of OpenAlex as records of the model: the work, its citations, fields, score and addresses.

What the rows say of persons (names and ids of authors) and abstracts are not taken.
"""

from datetime import date

from benchside.model.identifiers import SCHEMES
from benchside.sources.openalex.addresses import add_addresses
from benchside.sources.openalex.cells import MISSING, Gathered, Line, bare_id
from benchside.sources.openalex.measures import add_citations, add_fields, add_score, topic_fields
from benchside.sources.openalex.options import Options
from benchside.sources.tables.cells import whole
from benchside.sources.tables.identifiers import bare_doi
from benchside.sources.tables.titles import plain_title

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
    add_fields(line, work, topic_fields(line, work, into), SCHEME, into)
    add_score(line, work, into, options)
    add_addresses(line, work, into)


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
