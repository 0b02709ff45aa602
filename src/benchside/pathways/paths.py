"""The ways that lead from inputs to one record: how many there are, and the first of them one by one.

Ways are counted exactly, with whole numbers; they are listed up to a bound, because there may be more of them than anybody can read.
"""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from benchside.pathways.arrows import Arrow
from benchside.pathways.pathways import Pathways
from benchside.pathways.records import Place

MOST_PATHS = 20
"""Ways listed where nobody asks for another number."""

MOST_STEPS = 50_000
"""Arrows tried while ways are listed. Only circles among the records can use them up."""


@dataclass(frozen=True)
class Chain:
    """What lies behind a record.

    `places` and `arrows` are everything on a way from an origin to it, the record included. The origins are the inputs behind it, or,
    where there is no input (`has_input`), the records that nothing leads to. `ways`: how many there are; None where a circle of
    arrows makes them endless. `paths` are the shortest of those that were listed, each the arrows from origin to record.
    """

    target: Place
    origins: list[Place]
    has_input: bool
    places: list[Place]
    arrows: list[Arrow]
    ways: int | None
    paths: list[list[Arrow]]


def chain_behind(pathways: Pathways, id: str, most: int = MOST_PATHS) -> Chain:
    """The chain behind a record. Raises `UsageError` for one that is not there."""
    graph, target = pathways.graph, pathways.number(id)
    behind = graph.behind(np.array([target]))
    inputs = np.flatnonzero(behind & pathways.at_stage("input"))
    begun = inputs if len(inputs) else _first(pathways, behind)
    on_way = (behind & graph.reach(begun)) if len(begun) else np.zeros(graph.nodes, bool)
    on_way[begun] = on_way[target] = True
    arrows = [a for a in pathways.between(on_way) if a.start != a.end]
    name = pathways.ids[target].as_py()
    origins = pathways.places_at(begun)
    starts = {p.id for p in origins}
    return Chain(
        target=pathways.places_at(np.array([target]))[0],
        origins=origins,
        has_input=bool(len(inputs)),
        places=pathways.places_at(np.flatnonzero(on_way)),
        arrows=arrows,
        ways=count_ways(arrows, starts, name),
        paths=list_ways(arrows, starts, name, most),
    )


def _first(pathways: Pathways, behind: np.ndarray) -> np.ndarray:
    """The records of a mask that no other leads to."""
    graph = pathways.graph
    led_to = np.zeros(graph.nodes, bool)
    led_to[graph.ends[graph.starts != graph.ends]] = True
    return np.flatnonzero(behind & ~led_to)


def count_ways(arrows: list[Arrow], origins: set[str], target: str) -> int | None:
    """How many ways lead from the origins to the target; an origin behind another one begins ways of its own. None for endless ones."""
    after, waiting = defaultdict(list), defaultdict(int)
    for arrow in arrows:
        after[arrow.start].append(arrow.end)
        waiting[arrow.end] += 1
    ways = defaultdict(int, dict.fromkeys(origins - {target}, 1))
    ready = [n for n in {*after, *origins} if not waiting[n]]
    settled = 0
    while ready:
        node = ready.pop()
        for other in after[node]:
            ways[other] += ways[node]
            settled += 1
            waiting[other] -= 1
            if not waiting[other]:
                ready.append(other)
    return ways[target] if settled == len(arrows) else None


def list_ways(arrows: list[Arrow], origins: set[str], target: str, most: int) -> list[list[Arrow]]:
    """Ways without a repeated record, found from the target backwards, the shortest first, ties in the order of the arrows."""
    before = defaultdict(list)
    for arrow in arrows:
        before[arrow.end].append(arrow)
    found: list[list[Arrow]] = []
    trails: list[list[Arrow]] = [[]]
    steps = 0
    while trails and len(found) < most and steps < MOST_STEPS:
        trail = trails.pop()
        at = trail[0].start if trail else target
        if trail and at in origins:
            found.append(trail)
        visited = {a.end for a in trail} | {at}
        for arrow in reversed(before[at]):
            steps += 1
            if arrow.start not in visited:
                trails.append([arrow, *trail])
    return sorted(found, key=len)
