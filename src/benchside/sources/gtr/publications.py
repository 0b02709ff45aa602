"""Publications that projects report to Gateway to Research. Names of authors are not in the tables and not taken."""

from benchside.model.identifiers import SCHEMES
from benchside.sources.gtr import cells
from benchside.sources.gtr.register import Register
from benchside.sources.tables import cells as table_cells
from benchside.sources.tables import identifiers
from benchside.sources.tables.book import twin
from benchside.sources.tables.rows import Row

TYPES = {
    "Journal Article/Review": "article",
    "Journal Article": "article",
    "Conference Proceeding Abstract": "conference_paper",
    "Conference Paper": "conference_paper",
    "Book": "book",
    "Monograph": "book",
    "Book Chapter": "book_chapter",
    "Book Edited": "book",
    "Preprint": "preprint",
    "Thesis": "other",
    "Technical Report": "report",
    "Technical Standard": "report",
    "Policy briefing report": "report",
    "Working Paper": "report",
    "Consultancy Report": "report",
    "Systematic Review": "review",
    "Other": "other",
}
"""Type of a publication on a page of the interface → type of the model."""
UNTYPED = "the table does not say the type: one in a journal is taken for an article, any other for another work"


def take_publication(register: Register, row: Row) -> None:
    """A publication that a project reports; one that several report is one work, of each of them."""
    book, project = register.book, register.project(row)
    work = f"gtr:{row.need('outcome_id', cells.own_id, 'the id of a publication')}"
    tie = f"{project}|{work}"
    values = {"project_id": project, "work_id": work, "found_by": "reported", **row.proof, "grade": "claimed"}
    if not book.add("project_work", tie, row.place, values):
        raise twin("outcome_id", work, "the project reports this work", book.records["project_work"][tie][1])
    if book.has("work", work):
        row.apply("outcome_id", "a work that several projects report is one work, of each of them", work, work)
        return
    book.add("work", work, row.place, {
        "work_id": work, "title": table_cells.words(row["title"]) or "[no title]", "work_type": _type(row),
        "journal": table_cells.words(row["journal"]), "issn": _issn(row), "doi": row.read("doi", identifiers.doi, SCHEMES["doi"].expected),
        "pmid": row.read("pubmed_id", _pmid, SCHEMES["pmid"].expected), "published_on": _published(row), **row.proof,
    })  # fmt: skip


def _type(row: Row) -> str:
    if row["type"]:
        return (
            row.read("type", lambda text: TYPES.get(text) or _unknown(text), f"a known type: {', '.join(TYPES)}")
            or "other"
        )
    found = "article" if row["journal"] else "other"
    row.apply("type", UNTYPED, row["journal"] or "no journal", found)
    return found


def _unknown(text: str) -> str:
    raise ValueError(text)


def _issn(row: Row) -> str:
    text = row["issn"]
    found = row.read("issn", identifiers.issn, "an ISSN such as 0028-0836, with its check digit")
    if found and found != text:
        row.apply("issn", "the first ISSN of a cell is read, with its hyphen and lost noughts", text, found)
    return found


def _published(row: Row) -> str:
    on = row.read("date", cells.day, cells.DAY_RULE)
    if not on.endswith("-01-01"):
        return on
    row.apply("date", "1 January stands for a year of which the day is not known", on, on[:4])
    return on[:4]


def _pmid(text: str) -> str:
    bare = text.removeprefix("PMID:").strip()
    if not SCHEMES["pmid"].is_valid(bare):
        raise ValueError(text)
    return bare
