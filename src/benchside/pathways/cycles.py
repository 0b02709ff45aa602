"""Circles of arrows: records that lead back to themselves.

Nodes that no arrow comes to, or none leaves, are peeled off again and again; what is left is small where records are sound, and is
divided into its circles by Tarjan's algorithm (SIAM Journal on Computing 1, 1972), written without recursion.
"""

import numpy as np

from benchside.pathways.graph import Graph, Index, Numbers


def circles(graph: Graph) -> list[list[int]]:
    """One shortest circle of each set of nodes that lead to each other, from its least node on; self links are no circles."""
    core = _peeled(graph)
    inside = core[graph.starts] & core[graph.ends] & (graph.starts != graph.ends)
    small = Index.of(graph.starts[inside], graph.ends[inside], graph.nodes)
    after = _neighbours(small, core)
    return sorted(_shortest(after, set(part)) for part in _parts(after) if len(part) > 1)


def _peeled(graph: Graph) -> Numbers:
    """The mask of nodes that lie on a circle or between two."""
    alive = np.ones(graph.nodes, bool)
    real = graph.starts != graph.ends
    for near, far, index in (
        (graph.starts, graph.ends, graph.after),
        (graph.ends, graph.starts, graph.before),
    ):
        count = np.bincount(far[real & alive[near]], minlength=graph.nodes)
        front = np.flatnonzero(alive & (count == 0))
        while len(front):
            alive[front] = False
            places = index.places(front)
            others = index.others[places]
            others = others[real[index.arrows[places]]]
            np.subtract.at(count, others, 1)
            front = np.unique(others[(count[others] == 0) & alive[others]]).astype(np.int64)
    return alive


def _neighbours(index: Index, core: Numbers) -> dict[int, list[int]]:
    others = index.others.tolist()
    first = index.first.tolist()
    return {n: others[first[n] : first[n + 1]] for n in np.flatnonzero(core).tolist()}


def _parts(after: dict[int, list[int]]) -> list[list[int]]:
    """The strongly connected parts."""
    number: dict[int, int] = {}
    low: dict[int, int] = {}
    waiting: list[int] = []
    held: set[int] = set()
    parts = []
    for root in after:
        if root in number:
            continue
        trail = [(root, iter(after[root]))]
        number[root] = low[root] = len(number)
        waiting.append(root)
        held.add(root)
        while trail:
            node, rest = trail[-1]
            other = next(rest, None)
            if other is None:
                trail.pop()
                if trail:
                    low[trail[-1][0]] = min(low[trail[-1][0]], low[node])
                if low[node] == number[node]:
                    parts.append(_taken(waiting, held, node))
            elif other not in number:
                number[other] = low[other] = len(number)
                waiting.append(other)
                held.add(other)
                trail.append((other, iter(after[other])))
            elif other in held:
                low[node] = min(low[node], number[other])
    return parts


def _taken(waiting: list[int], held: set[int], node: int) -> list[int]:
    part = []
    while True:
        last = waiting.pop()
        held.discard(last)
        part.append(last)
        if last == node:
            return part


def _shortest(after: dict[int, list[int]], part: set[int]) -> list[int]:
    """The shortest circle through the least node of a part, ties by the lesser next node."""
    root = min(part)
    came: dict[int, int] = {}
    front = [root]
    while front:
        following = []
        for node in front:
            for other in sorted(after[node]):
                if other == root:
                    return _back(came, root, node)
                if other in part and other not in came:
                    came[other] = node
                    following.append(other)
        front = following
    raise AssertionError("a part of several nodes has a circle through each of them")


def _back(came: dict[int, int], root: int, node: int) -> list[int]:
    trail = [node]
    while trail[-1] != root:
        trail.append(came[trail[-1]])
    return trail[::-1]
