"""Communities: groups of organisations that work with each other more than with the rest.

Found by the Leiden algorithm (Traag, Waltman and van Eck 2019), which, other than Louvain's, never returns a community that falls
apart. The library is graspologic-native: a small compiled package under the MIT licence; igraph and leidenalg are under the
GPL. It searches at random, from a fixed seed and edges in a fixed order, so that the same graph gives the same communities. Another
seed gives others, and in a large network very different ones of nearly the same modularity: `stability` says how different.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graspologic_native import leiden

from benchside.networks.participation import Joint

SEED = 20_081_230
ROUNDS = 10
"""Rounds over the graph, each from the communities of the one before."""
RANDOMNESS = 0.001


@dataclass(frozen=True)
class Communities:
    """Organisation → the number of its community, 1 for the largest; organisations without a partner are in none.

    `stability` is the agreement with a second search from another seed, from 0 to 1; below about 0.7 speak of no single community
    by name. It is missing where no two organisations stand together.
    """

    member_of: dict[str, int]
    modularity: float | None
    resolution: float
    seed: int
    stability: float | None

    def sizes(self) -> list[int]:
        """How many organisations each community has, the largest first."""
        return [n for _, n in sorted(Counter(self.member_of.values()).items())]


def communities(edges: Iterable[Joint], *, resolution: float = 1.0, seed: int = SEED) -> Communities:
    """The communities of greatest modularity that are found; communities of one size in the order of their first keys.

    A higher `resolution` gives more and smaller ones. Without edges there are none, and no modularity.
    """
    listed = sorted((e.a, e.b, e.weight) for e in edges)
    if not listed:
        return Communities({}, None, resolution, seed, None)
    member_of, other = (_searched(listed, resolution, s) for s in (seed, seed + 1))
    return Communities(
        member_of, modularity(listed, member_of, resolution), resolution, seed, agreement(member_of, other)
    )


def _searched(edges: list[tuple[str, str, float]], resolution: float, seed: int) -> dict[str, int]:
    _, found = leiden(
        edges=edges, starting_communities=None, resolution=resolution, randomness=RANDOMNESS, iterations=ROUNDS,
        use_modularity=True, seed=seed, trials=1,
    )  # fmt: skip
    return _numbered(found)


def _numbered(found: Mapping[str, int]) -> dict[str, int]:
    groups: dict[int, list[str]] = {}
    for organisation in sorted(found):
        groups.setdefault(found[organisation], []).append(organisation)
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group[0]))
    return {organisation: number for number, group in enumerate(ordered, 1) for organisation in group}


def modularity(edges: Iterable[tuple[str, str, float]], member_of: Mapping[str, int], resolution: float = 1.0) -> float:
    """The share of the weight inside communities, less what chance would put there given each organisation's weight (Newman 2006)."""
    inside: list[float] = []
    everything: list[float] = []
    strength: dict[int, list[float]] = {}
    for a, b, weight in edges:
        everything.append(weight)
        if member_of[a] == member_of[b]:
            inside.append(weight)
        for end in (a, b):
            strength.setdefault(member_of[end], []).append(weight)
    total = math.fsum(everything)
    by_chance = math.fsum((math.fsum(s) / (2 * total)) ** 2 for _, s in sorted(strength.items()))
    return math.fsum(inside) / total - resolution * by_chance


def agreement(one: Mapping[str, int], other: Mapping[str, int]) -> float | None:
    """Of the pairs that stand together in one of two divisions, the share that stand together in both (Jaccard); None without such pairs."""
    shared = Counter((one[o], other[o]) for o in one if o in other)
    first, second = Counter(a for a, _ in shared.elements()), Counter(b for _, b in shared.elements())
    both, left, right = (sum(n * (n - 1) // 2 for n in counts.values()) for counts in (shared, first, second))
    return both / (left + right - both) if left + right - both else None
