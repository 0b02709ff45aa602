"""Communities: groups of organisations that work with each other more than with the rest.

Found by the Leiden algorithm (Traag, Waltman and van Eck 2019), which, other than Louvain's, never returns a community that falls
apart. The library is graspologic-native: a small compiled package under the MIT licence; igraph and leidenalg are under the
GPL. It searches at random, from a fixed seed and edges in a fixed order, so that the same graph gives the same communities. Another
seed gives others, and in a large network very different ones of nearly the same modularity: `stability` says how different the whole is, and
`steadiness` how well each community is found again (after Hennig, Computational Statistics & Data Analysis 52, 2007, who draws the data anew
where we search anew: what he measures against chance in the data is not measured here).
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graspologic_native import leiden

from benchside.networks.participation import Joint

SEED = 20_081_230
ROUNDS = 10
"""Rounds over the graph, each from the communities of the one before."""
RANDOMNESS = 0.001

SEARCHES, FEWER = 20, 4
MANY = 100_000
"""From so many edges on there are `FEWER` searches, because each takes seconds."""

HOLDS = 0.75
"""A community that other searches find again with at least this likeness on average is called stable; below it, it must not be named (Hennig 2007)."""


@dataclass(frozen=True)
class Communities:
    """Organisation → the number of its community, 1 for the largest; organisations without a partner are in none.

    `stability` is the agreement with a second search from another seed, from 0 to 1; below about 0.7 speak of no single community
    by name. It is missing where no two organisations stand together. `steadiness` is for each community, in their order, the mean over `searches` other
    searches of its likeness (shared members over members of either) to the community there that is most like it.
    """

    member_of: dict[str, int]
    modularity: float | None
    resolution: float
    seed: int
    stability: float | None
    steadiness: tuple[float, ...] = ()
    searches: int = 0

    def sizes(self) -> list[int]:
        """How many organisations each community has, the largest first."""
        return [n for _, n in sorted(Counter(self.member_of.values()).items())]

    def holding(self) -> list[int]:
        """The numbers of the communities that hold: those that may be shown as groups."""
        return [number for number, steady in enumerate(self.steadiness, 1) if steady >= HOLDS]


def communities(edges: Iterable[Joint], *, resolution: float = 1.0, seed: int = SEED) -> Communities:
    """The communities of greatest modularity that are found; communities of one size in the order of their first keys.

    A higher `resolution` gives more and smaller ones. Without edges there are none, and no modularity.
    """
    listed = sorted((e.a, e.b, e.weight) for e in edges)
    if not listed:
        return Communities({}, None, resolution, seed, None)
    many = SEARCHES if len(listed) < MANY else FEWER
    member_of, *others = (_searched(listed, resolution, seed + n) for n in range(many))
    return Communities(
        member_of, modularity(listed, member_of, resolution), resolution, seed, agreement(member_of, others[0]),
        steadiness(member_of, others), len(others),
    )  # fmt: skip


def steadiness(member_of: Mapping[str, int], others: Sequence[Mapping[str, int]]) -> tuple[float, ...]:
    """For each community the mean over other divisions of its likeness to the one there that is most like it; from above 0 to 1."""
    sizes, found = Counter(member_of.values()), {number: [] for number in sorted(set(member_of.values()))}
    for other in others:
        theirs, shared = Counter(other.values()), Counter((member_of[o], other[o]) for o in member_of)
        best = dict.fromkeys(found, 0.0)
        for (number, there), both in shared.items():
            best[number] = max(best[number], both / (sizes[number] + theirs[there] - both))
        for number, likeness in best.items():
            found[number].append(likeness)
    return tuple(math.fsum(likeness) / len(likeness) for likeness in found.values()) if others else ()


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
