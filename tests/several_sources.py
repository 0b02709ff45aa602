"""Made programmes of several sources, drawn as text: each source hands over its own tables."""

from pathlib import Path

from benchside.figures.ask import Desk
from benchside.model.origin import Extract, RowsPiece
from benchside.resolve import same_projects, same_works
from benchside.resolve.judgements import Judgement, Ledger
from benchside.store import builds
from benchside.store.building import Derive, Staged
from benchside.store.reading import Build
from tests.spec.drawing import drawn

FILLED = {
    "programme": {"name": "made"},
    "project": {"acronym": "", "programme_id": "P"},
    "work": {"title": "A study of the made world", "work_type": "article"},
    "project_work": {"found_by": "reported"},
    "work_merge": {"rule": "by_hand", "decided_on": "2020-01-01"},
    "contribution": {
        "form": "grant", "region": "unspecified", "currency": "EUR", "precision": "exact", "valid_on": "2019-01-01", "payer": "eu",
    },
}  # fmt: skip
"""What a drawing leaves out, by table."""


def source(name: str, text: str) -> Staged:
    """One source with the tables drawn in the text."""
    pieces = {}
    for table, rows in drawn(text).items():
        filled = [FILLED.get(table, {}) | {c: v for c, v in row.items() if v} for row in rows]
        for number, row in enumerate(filled, 1):
            if table == "project":
                row["acronym"] = row["acronym"] or row["project_id"]
            if table == "contribution":
                row.setdefault("contribution_id", f"{name}-{number}")
        columns = tuple(dict.fromkeys(c for row in filled for c in row))
        cells = [tuple(row.get(c, "") for c in columns) for row in filled]
        pieces[table] = [RowsPiece(columns, cells, [f"{name} row {n}" for n in range(1, len(cells) + 1)])]
    return Staged(name, f"{name}-1", Extract(pieces))


class Made:
    """A store that makes builds of sources, and answers what they come to."""

    def __init__(self, store: Path):
        self.store = store

    def build(self, *sources: Staged, ledger: tuple[Judgement, ...] = (), derive: bool = True) -> builds.BuildResult:
        """The build of the sources in that order, with the judgements that are kept."""
        order, kept = [s.source for s in sources], Ledger(ledger)
        made = {
            same_projects.TABLE: Derive(same_projects.projects_for(kept, order)),
            same_works.TABLE: Derive(same_works.works_for(kept, order), adds=True),
        }
        result = builds.make(self.store, list(sources), as_of="2020-12-31", derive=made if derive else None)
        if result.refused:
            raise AssertionError(result.reasons)
        return result

    def opened(self) -> Build:
        """The current build."""
        return Build(self.store / "builds" / builds.choose(self.store))

    def rows(self, table: str) -> list[dict]:
        """All records of a table."""
        with self.opened() as build:
            return build.fetch(build.history(table))

    def said(self, table: str) -> list[str]:
        """The reasons of the decisions on a table."""
        with self.opened() as build:
            return [d["reason"] for d in build.fetch(build.system("decision")) if d["table"] == table]

    def value(self, indicator: str, as_of: str | None = None, **scope: str) -> float | int | None:
        """The figure."""
        with self.opened() as build:
            return Desk(build).one(indicator, {k: [v] for k, v in scope.items()}, as_of=as_of).value
