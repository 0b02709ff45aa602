"""Projects as rows name them: by the number of their grant agreement, often with their acronym."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from benchside.sources.tables import cells as table_cells
from benchside.sources.tables.book import Book
from benchside.sources.tables.rows import Row

GRANT_RULE = "a grant agreement number of six to nine digits"


@dataclass
class Mention:
    """A project that a table names: its acronym and programme as far as rows tell, and where it was first named."""

    place: str
    document: str
    grant: str
    acronym: str = ""
    programme: str = ""


@dataclass
class NamedProjects:
    """The book, the keys under which other sources know some grant numbers, and the projects that were named so far."""

    book: Book
    keys: Mapping[str, str] = field(default_factory=dict)
    mentions: dict[str, Mention] = field(default_factory=dict)

    def key_of(self, grant: str) -> str:
        """The key of a project by its grant number."""
        return self.keys.get(grant, grant)

    def project(self, row: Row, programme: str = "") -> str:
        """The key of the project that a row names, which is remembered as named."""
        grant = row.need("projectID", grant_number, GRANT_RULE)
        key = self.key_of(grant)
        said = self.mentions.get(key)
        if said is None:
            said = self.mentions[key] = Mention(row.place, row.sheet.document, grant)
        said.acronym = said.acronym or (
            table_cells.words(row["projectAcronym"]) if "projectAcronym" in row.sheet.at else ""
        )
        said.programme = said.programme or programme
        return key


def grant_number(text: str) -> str:
    """The number as it is written; `ValueError` for anything else. Spreadsheets show whole numbers without a point already."""
    if not re.fullmatch(r"\d{6,9}", text):
        raise ValueError(text)
    return text
