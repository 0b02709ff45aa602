"""Brokers: organisations through which the shortest paths of others lead.

Shortest paths exist within a connected part only, and the largest holds almost everybody: it alone is measured. Up to `EXACT` of its
organisations every path counts. Above, the paths from a drawn sample of organisations stand for all (Brandes and Pich 2007),
and each value comes with its standard error; the sample is drawn with a fixed seed, so that it is the same every time.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from benchside.networks.graphs import Graph, components

EXACT = 3_000
SOURCES = 256
SEED = 20_081_230


@dataclass(frozen=True)
class Broker:
    """An organisation's share of the shortest paths between others, from 0 to 1; `error` is 0 where all paths were counted."""

    organisation: str
    betweenness: float
    error: float


@dataclass(frozen=True)
class Brokers:
    """The values of the largest connected part, the largest first; `sources` of its `organisations` were walked from."""

    ranked: list[Broker]
    organisations: int
    sources: int

    @property
    def is_exact(self) -> bool:
        """Was every path counted?"""
        return self.sources == self.organisations

    @property
    def method(self) -> str:
        """How the values came about, in words."""
        if self.is_exact:
            return f"all shortest paths between the {self.organisations} organisations of the largest connected part"
        return (
            f"shortest paths from {self.sources} of the {self.organisations} organisations of the largest connected part, "
            f"drawn with seed {SEED}; each value with its standard error"
        )


def brokers(net: Graph, *, exact: int = EXACT, sources: int = SOURCES) -> Brokers:
    """Betweenness within the largest connected part, normalised by the pairs of others in it; ties in the order of the keys."""
    parts = components(net)
    if not parts or len(parts[0]) < 3:
        return Brokers([], len(parts[0]) if parts else 0, len(parts[0]) if parts else 0)
    names = sorted(parts[0])
    ends, around = _rows(net, names)
    drawn = range(len(names)) if len(names) <= exact else _drawn(len(names), sources)
    values, errors = _shares(ends, around, drawn)
    ranked = [Broker(name, round(float(v), 12), float(e)) for name, v, e in zip(names, values, errors, strict=True)]
    return Brokers(sorted(ranked, key=lambda b: (-b.betweenness, b.organisation)), len(names), len(drawn))


def _drawn(count: int, sources: int) -> list[int]:
    return sorted(np.random.default_rng(SEED).choice(count, min(sources, count), replace=False).tolist())


def _rows(net: Graph, names: Iterable[str]) -> tuple[np.ndarray, np.ndarray]:
    """The graph as two arrays: where each node's neighbours end, and the neighbours one after the other."""
    place = {name: n for n, name in enumerate(names)}
    around = [sorted(place[other] for other in net[name]) for name in place]
    ends = np.cumsum([0, *map(len, around)])
    return ends, np.fromiter((n for near in around for n in near), dtype=np.int64, count=int(ends[-1]))


def _shares(ends: np.ndarray, around: np.ndarray, sources: Iterable[int]) -> tuple[np.ndarray, np.ndarray]:
    """Mean over the sources of the share of paths through each node, and the standard error of that mean.

    A walked source passes no path through itself, and every node is a source equally likely: the mean over all sources, times
    nodes / ((nodes - 1) (nodes - 2)), is the normalised betweenness.
    """
    count = len(ends) - 1
    total, squares, walked = np.zeros(count), np.zeros(count), 0
    for source in sources:
        passed = _passed(ends, around, source)
        total += passed
        squares += passed * passed
        walked += 1
    scale = count / ((count - 1) * (count - 2))
    mean = total / walked
    if walked in (1, count):
        return mean * scale, np.zeros(count)
    spread = np.maximum(squares / walked - mean * mean, 0) * walked / (walked - 1)
    return mean * scale, np.sqrt(spread / walked * (1 - walked / count)) * scale


def _passed(ends: np.ndarray, around: np.ndarray, source: int) -> np.ndarray:
    """For each node the sum, over all targets, of the share of the source's shortest paths that lead through it.

    Brandes's accumulation, one distance at a time, so that each step is one pass over arrays.
    """
    count = len(ends) - 1
    distance, paths = np.full(count, -1), np.zeros(count)
    distance[source], paths[source] = 0, 1
    steps, front = [], np.array([source])
    while front.size:
        tails, heads = _edges(ends, around, front)
        fresh = distance[heads] < 0
        distance[heads[fresh]] = len(steps) + 1
        onward = distance[heads] == len(steps) + 1
        tails, heads = tails[onward], heads[onward]
        paths += np.bincount(heads, paths[tails], count)
        steps.append((tails, heads))
        front = np.unique(heads)
    passed = np.zeros(count)
    for tails, heads in reversed(steps):
        passed += np.bincount(tails, paths[tails] / paths[heads] * (1 + passed[heads]), count)
    passed[source] = 0
    return passed


def _edges(ends: np.ndarray, around: np.ndarray, front: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """All edges that leave the nodes of the front."""
    sizes = ends[front + 1] - ends[front]
    tails = np.repeat(front, sizes)
    within = np.arange(len(tails)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return tails, around[np.repeat(ends[front], sizes) + within]
