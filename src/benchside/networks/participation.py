"""Who takes part in what: organisations and projects as a graph of two kinds, and the organisations joined by it.

Rows are those of the tables `participation` and `project` as they stood at a date. Nothing here knows a name: keys only.
"""

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from benchside.errors import unknown

WEIGHTS = ("full", "newman")
"""What a joint project adds to an edge: 1, or 1 / (organisations of the project - 1); the default first.

With `newman` the edges of an organisation add up to the number of its projects with others, however large they are: a project of
eighty joins 3 160 pairs, and without it would outweigh every small one.
"""

Row = Mapping[str, Any]
Pair = tuple[str, str]


@dataclass(frozen=True, order=True)
class Team:
    """One organisation in one project, with what the project says of itself; `starts` and `call` may be missing."""

    project: str
    organisation: str
    sector: str = "unknown"
    starts: date | None = None
    call: str | None = None


@dataclass(frozen=True)
class Joint:
    """Two organisations, in the order of their keys, and what they share."""

    a: str
    b: str
    projects: int
    weight: float


def teams(participations: Iterable[Row], projects: Iterable[Row]) -> list[Team]:
    """Each organisation once in a project however often it is listed, in the order of their keys.

    An organisation listed in two sectors stands in the one whose name comes first; a participation in a project that is not
    among the rows is kept, without date and call.
    """
    told = {row["project_id"]: (row.get("start_on"), row.get("call_id")) for row in projects}
    listed = sorted(
        (r["project_id"], r["organisation_id"], r.get("partner_group") or "unknown") for r in participations
    )
    return [
        Team(project, organisation, next(same)[2], *told.get(project, (None, None)))
        for (project, organisation), same in itertools.groupby(listed, key=lambda t: t[:2])
    ]


def by_project(members: Iterable[Team]) -> dict[str, list[Team]]:
    """Project → its teams, both in the order of their keys."""
    found: dict[str, list[Team]] = {}
    for team in sorted(members, key=lambda t: (t.project, t.organisation)):
        found.setdefault(team.project, []).append(team)
    return found


def bipartite(members: Iterable[Team]) -> list[Pair]:
    """The edges organisation–project."""
    return sorted({(team.organisation, team.project) for team in members})


def joint(members: Iterable[Team], weight: str = WEIGHTS[0]) -> list[Joint]:
    """The edges organisation–organisation: every two that share a project, with the number of projects and the weight."""
    if weight not in WEIGHTS:
        raise unknown("value of weight", str(weight), WEIGHTS)
    sizes: dict[Pair, list[int]] = {}
    for a, b, size in _pairs(members):
        sizes.setdefault((a, b), []).append(size)
    return [Joint(*pair, len(found), _weight(found, weight)) for pair, found in sorted(sizes.items())]


def _pairs(members: Iterable[Team]) -> Iterator[tuple[str, str, int]]:
    for listed in by_project(members).values():
        for a, b in itertools.combinations((t.organisation for t in listed), 2):
            yield a, b, len(listed)


def _weight(sizes: list[int], weight: str) -> float:
    return float(len(sizes)) if weight == "full" else math.fsum(1 / (size - 1) for size in sizes)
