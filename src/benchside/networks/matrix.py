"""Which sectors meet in projects."""

import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass

from benchside.networks.participation import Team, by_project


@dataclass(frozen=True)
class Meeting:
    """Two sectors, in the order of their names, and how often they meet.

    `projects` counts the projects in which organisations of both take part, within one sector those with two of it; a project
    stands in many cells, so that they do not add up to the projects. `pairs` counts pairs of organisations, once for each project.
    `weight` gives each pair 1 / (organisations of the project - 1), so that each project weighs half its organisations in all.
    """

    a: str
    b: str
    projects: int
    pairs: int
    weight: float


def sectors(members: Iterable[Team]) -> list[Meeting]:
    """The upper half of the matrix sector × sector, the diagonal included; cells in which nobody meets are left out.

    The sector is the one in which the organisation took part in that project.
    """
    found: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for project, listed in by_project(members).items():
        for one, other in itertools.combinations(sorted(t.sector for t in listed), 2):
            found.setdefault((one, other), []).append((project, len(listed)))
    return [
        Meeting(a, b, len({p for p, _ in met}), len(met), math.fsum(1 / (n - 1) for _, n in met))
        for (a, b), met in sorted(found.items())
    ]
