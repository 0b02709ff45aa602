"""What all readers of tables of patents share: the rights gathered so far, publications, days and states."""

from dataclasses import dataclass, field

from benchside.sources.patents.layouts import NEVER, STATUS
from benchside.sources.patents.options import Options
from benchside.sources.patents.rights import Publication, Right
from benchside.sources.tables import cells
from benchside.sources.tables.book import Book, RefusedRow
from benchside.sources.tables.named_projects import NamedProjects
from benchside.sources.tables.patent_kinds import AUTHORITIES, KIND_RULE, stage
from benchside.sources.tables.rows import Row


@dataclass
class Reading:
    """The book, the options, the projects that a table of CORDIS names, and the rights by their key."""

    book: Book
    options: Options
    named: NamedProjects
    rights: dict[str, Right] = field(default_factory=dict)


def day_at(row: Row, column: str) -> str:
    """The day; empty where the database does not know it."""
    return "" if row[column] == NEVER else row.day(column)


def check_authority(authority: str, column: str) -> None:
    """`RefusedRow` for an authority that is not known."""
    if authority not in AUTHORITIES:
        raise RefusedRow(
            column,
            authority,
            "unknown authority, expected a two-letter code of WIPO ST.3",
            "Correct it, or add it to the source.",
        )


def read_publication(row: Row, authority: str, number: str, kind: str, published: str, column: str) -> Publication:
    """A publication; `RefusedRow` for an authority or a kind that is not known."""
    check_authority(authority, column)
    try:
        is_at = stage(authority, kind)
    except ValueError as error:
        raise RefusedRow(
            column,
            f"{authority} {kind}",
            f"unknown kind of publication, expected {KIND_RULE}",
            "Correct it, or say in the source what it means.",
        ) from error
    return Publication(cells.key(f"{authority}{number}{kind}"), is_at, published, row.place, row.proof)


def state_of(row: Row) -> str:
    """What is noted of a right that was given up or lost; the word is told where it is not known."""
    word = row["status"].lower()
    if word and word not in STATUS:
        row.sheet.book.refuse_cell(
            row.sheet.layout.id, row.place, "status", row["status"], f"unknown state; known: {', '.join(STATUS)}"
        )
    state = STATUS.get(word, "")
    if state:
        row.apply(
            "status",
            "the application counts and stands as withdrawn"
            if state == "withdrawn"
            else "the model has no stage for a right that was refused or lost: it is noted, and the application counts",
            word,
            state,
        )
    return state
