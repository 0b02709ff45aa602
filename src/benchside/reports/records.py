"""The records a report shows, each table read once, and the words by which a reader knows a record."""

from collections import defaultdict

from benchside.model.codes import CODES
from benchside.model.columns import Code
from benchside.model.tables import RECORD_TYPES, references
from benchside.store.reading import Build

_WORDS = ("acronym", "name", "title", "subject", "description", "quotation", "alias", "use", "label")
"""The columns that may hold a record's words; the first that is filled is taken."""

_CODES = ("kind", "payer", "post_type", "relation", "stage", "status")
"""The coded columns that stand in where a record has no words of its own."""


class Records:
    """Tables of a build as lists of rows. `ever` is every accepted record, `now` those that stand at the build's date."""

    def __init__(self, build: Build):
        self._build = build
        self._ever: dict[str, list[dict]] = {}
        self._now: dict[str, list[dict]] = {}
        self._groups: dict[tuple, dict] = {}
        self._keyed: dict[str, dict[str, dict]] = {}
        self._links: dict[str | None, list[dict]] | None = None

    def ever(self, table: str) -> list[dict]:
        """Every record of a type, in the order of the keys."""
        if table not in self._ever:
            rows = self._build.history(table)
            self._ever[table] = self._build.fetch(rows.order_by("evidence_id"))
        return self._ever[table]

    def now(self, table: str) -> list[dict]:
        """The records of a type as they stand at the build's date."""
        if table not in self._now:
            self._now[table] = self._build.fetch(self._build.table(table).order_by("evidence_id"))
        return self._now[table]

    def of(self, table: str, column: str, value: str, *, ever: bool = True) -> list[dict]:
        """The records whose column has that value."""
        place = (table, column, ever)
        if place not in self._groups:
            groups = defaultdict(list)
            for row in self.ever(table) if ever else self.now(table):
                groups[row[column]].append(row)
            self._groups[place] = groups
        return self._groups[place].get(value, [])

    def get(self, table: str, key: str | None) -> dict | None:
        """The record of that key, or None."""
        if table not in RECORD_TYPES:
            return None
        if table not in self._keyed:
            self._keyed[table] = {r["evidence_id"].partition(":")[2]: r for r in self.ever(table)}
        return self._keyed[table].get(key or "")

    def label(self, table: str, key: str | None) -> str:
        """What a reader calls the record; its key where nothing better is known."""
        row = self.get(table, key)
        return _words(table, row, self) if row else (key or "")

    def project_of(self, table: str, key: str | None) -> str | None:
        """The project a record belongs to, directly or through the asset, course, trial or network it belongs to."""
        if table == "project":
            return key
        row = self.get(table, key)
        if row is None:
            return None
        if row.get("project_id"):
            return row["project_id"]
        for column, to in references(RECORD_TYPES[table]).items():
            if to in ("asset", "course", "trial", "network", "participation") and row.get(column):
                return self.project_of(to, row[column])
        return None

    def links_of(self, project: str) -> list[dict]:
        """The links that start from a project or anything of its own, but for money and membership."""
        if self._links is None:
            self._links = defaultdict(list)
            for link in self.ever("link"):
                if link["relation"] not in ("funded", "took_part"):
                    self._links[self.project_of(link["from_type"], link["from_id"])].append(link)
        return self._links.get(project, [])


def _words(table: str, row: dict, records: Records) -> str:
    if table == "participation":
        return records.label("organisation", row["organisation_id"])
    found = next((row[c] for c in _WORDS if row.get(c)), None)
    if found:
        return str(found)
    for column, to in references(RECORD_TYPES[table]).items():
        if to not in (table, "document") and row.get(column):
            return records.label(to, row[column])
    return next((coded(table, c, row[c]) for c in _CODES if row.get(c)), row["evidence_id"].partition(":")[2])


def coded(table: str, column: str, value: str | None) -> str:
    """The words of a code; the code itself where it has none."""
    if value is None:
        return ""
    kind = RECORD_TYPES[table].column(column).kind
    return CODES[kind.codes].get(value, value) if isinstance(kind, Code) else value
