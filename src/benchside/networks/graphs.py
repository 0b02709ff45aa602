"""Measures of an undirected graph without loops, given as a node's neighbours.

They are few and short, so they stand here and bring no library: components by a walk, closed triples by set
intersection, betweenness by Brandes's accumulation. None of them looks at the weights of the edges.
"""

from collections import deque
from collections.abc import Iterable, Mapping

Graph = Mapping[str, set[str]]


def graph(nodes: Iterable[str], edges: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Every node with the set of its neighbours; nodes without an edge have an empty one."""
    neighbours: dict[str, set[str]] = {node: set() for node in sorted(nodes)}
    for a, b in edges:
        neighbours[a].add(b)
        neighbours[b].add(a)
    return neighbours


def density(net: Graph) -> float | None:
    """Edges over possible edges; None below two nodes."""
    nodes = len(net)
    return None if nodes < 2 else sum(map(len, net.values())) / (nodes * (nodes - 1))


def components(net: Graph) -> list[set[str]]:
    """The connected parts, the largest first; an isolated node is one of its own."""
    found, seen = [], set()
    for start in net:
        if start in seen:
            continue
        part, waiting = {start}, [start]
        while waiting:
            fresh = net[waiting.pop()] - part
            part |= fresh
            waiting.extend(fresh)
        seen |= part
        found.append(part)
    return sorted(found, key=len, reverse=True)


def local_clustering(net: Graph) -> dict[str, float]:
    """For each node the share of pairs of its neighbours that are joined; 0 for fewer than two neighbours."""
    return {node: (_joined(net, node) / _pairs(net, node) if _pairs(net, node) else 0.0) for node in net}


def mean_clustering(net: Graph) -> float | None:
    """The mean of the local clustering over all nodes, isolated ones too; None without nodes."""
    return sum(local_clustering(net).values()) / len(net) if net else None


def transitivity(net: Graph) -> float | None:
    """Three times the triangles over the connected triples; None where there is no such triple."""
    triples = sum(_pairs(net, node) for node in net)
    return sum(_joined(net, node) for node in net) / triples if triples else None


def _joined(net: Graph, node: str) -> int:
    around = net[node]
    return sum(len(net[other] & around) for other in around) // 2


def _pairs(net: Graph, node: str) -> int:
    return len(net[node]) * (len(net[node]) - 1) // 2


def betweenness(net: Graph) -> dict[str, float]:
    """For each node the share of shortest paths between two others that lead through it, averaged over all such pairs.

    From 0 to 1; with fewer than three nodes there is no pair of others and every value is 0.
    """
    passed = dict.fromkeys(net, 0.0)
    for source in net:
        order, paths, before = _shortest_paths(net, source)
        share = dict.fromkeys(net, 0.0)
        for node in reversed(order):
            for earlier in before[node]:
                share[earlier] += paths[earlier] / paths[node] * (1 + share[node])
            if node != source:
                passed[node] += share[node]
    pairs = (len(net) - 1) * (len(net) - 2)
    return {node: (value / pairs if pairs > 0 else 0.0) for node, value in passed.items()}


def _shortest_paths(net: Graph, source: str) -> tuple[list[str], dict[str, int], dict[str, list[str]]]:
    """Nodes in the order of their distance, the number of shortest paths to each, and the nodes just before it."""
    distance, paths, before = {source: 0}, {source: 1}, {source: []}
    order, waiting = [], deque([source])
    while waiting:
        node = waiting.popleft()
        order.append(node)
        for other in sorted(net[node]):
            if other not in distance:
                distance[other], paths[other], before[other] = distance[node] + 1, 0, []
                waiting.append(other)
            if distance[other] == distance[node] + 1:
                paths[other] += paths[node]
                before[other].append(node)
    return order, paths, before
