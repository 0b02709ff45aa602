"""What the citation figures of a report rest on: methods and databases, comparison groups, and how papers were found."""

from collections import Counter
from dataclasses import dataclass

from benchside.model.codes import CODES
from benchside.reports.edition import Edition
from benchside.reports.records import Records


@dataclass(frozen=True)
class Method:
    """Scores made in one way: by which method, in which database, up to which dates, of how many works, and of whom."""

    method: str
    database: str
    first: str
    last: str
    works: int
    of: str


def methods(edition: Edition) -> list[Method]:
    """The ways in which works of the programme and of comparison groups were scored, those of most works first."""
    records = edition.records
    own = _methods(records.now("work_score"), "this programme")
    return own + _methods(records.now("benchmark_score"), "comparison groups")


def _methods(rows: list[dict], of: str) -> list[Method]:
    groups: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        groups.setdefault((row["method"], row["database"]), []).append(str(row["scored_on"]))
    made = [Method(*place, min(days), max(days), len(days), of) for place, days in groups.items()]
    return sorted(made, key=lambda m: (-m.works, m.method, m.database))


@dataclass(frozen=True)
class Group:
    """A comparison group: its name, its rule, how many works it holds and how many of them are scored here."""

    title: str
    rule: str
    works: int | None
    scored: int
    databases: tuple[str, ...]


def groups(edition: Edition) -> list[Group]:
    """The comparison groups in the order of their names."""
    records = edition.records
    rows = sorted(records.now("benchmark_group"), key=lambda r: r["title"].casefold())
    return [_group(records, row) for row in rows]


def _group(records: Records, row: dict) -> Group:
    scored = records.of("benchmark_score", "benchmark_group_id", row["benchmark_group_id"], ever=False)
    databases = tuple(sorted({s["database"] for s in scored}))
    return Group(row["title"], row["rule"], row["works"], len({s["item"] for s in scored}), databases)


@dataclass(frozen=True)
class Found:
    """One way in which papers were found: candidates, and of those that were labelled, how many belong."""

    way: str
    candidates: int
    labelled: int
    included: int


def found(edition: Edition) -> list[Found]:
    """The ways of finding, that of most candidates first; a paper found in several ways stands in each."""
    pairs: dict[str, set[tuple[str, str]]] = {}
    for row in edition.records.now("work_candidate"):
        pairs.setdefault(row["found_by"], set()).add((row["project_id"], row["work_id"]))
    verdicts = {(r["project_id"], r["work_id"]): r["label"] for r in edition.records.now("work_label")}
    made = [_found(way, of, verdicts) for way, of in pairs.items()]
    return sorted(made, key=lambda f: (-f.candidates, f.way))


def _found(way: str, pairs: set[tuple[str, str]], verdicts: dict[tuple[str, str], str]) -> Found:
    said = Counter(verdicts[p] for p in pairs if p in verdicts)
    return Found(CODES["found_by"].get(way, way), len(pairs), said.total(), said["include"])


def labellers(edition: Edition) -> list[tuple[str, int]]:
    """Who labelled how many candidates; a role or a program, never a person's name."""
    return Counter(r["labeller"] for r in edition.records.now("work_label")).most_common()
