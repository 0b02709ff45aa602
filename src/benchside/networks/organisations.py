"""The network of organisations that publish together."""

import math
from collections.abc import Iterable, Mapping
from typing import Any

from benchside.errors import unknown
from benchside.networks import graphs

WEIGHTS = ("full", "newman")
"""What a joint paper adds to an edge: 1, or 1 / (organisations of the paper - 1); the default first."""


def describe(
    organisations: Iterable[str], pairs: Iterable[Mapping[str, Any]], weight: str = WEIGHTS[0]
) -> dict[str, Any]:
    """Nodes, edges and the measures of the network, isolated organisations included.

    `pairs` has the rows a, b, organisations (of the papers), papers. Returns nodes, edges, density, components,
    largest_component, transitivity, clustering (mean of the local ones), betweenness (normalised, by organisation),
    degree, strength (sum of the weights of a node's edges), weights (by `a|b`). Only strength and weights look at `weight`.
    Density is missing below two nodes, transitivity without a connected triple; shortest paths of equal length share
    equally. Sources: Newman 2001; Watts and Strogatz 1998; Brandes 2001, normalised as in networkx.
    """
    if weight not in WEIGHTS:
        raise unknown("value of weight", str(weight), WEIGHTS)
    weights = _weights(pairs, weight)
    net = graphs.graph(organisations, weights)
    parts = graphs.components(net)
    return {
        "nodes": len(net),
        "edges": len(weights),
        "density": graphs.density(net),
        "components": len(parts),
        "largest_component": len(parts[0]) if parts else 0,
        "transitivity": graphs.transitivity(net),
        "clustering": graphs.mean_clustering(net),
        "betweenness": graphs.betweenness(net),
        "degree": {node: len(around) for node, around in net.items()},
        "strength": _strengths(net, weights),
        "weights": {f"{a}|{b}": w for (a, b), w in weights.items()},
    }


def _weights(pairs: Iterable[Mapping[str, Any]], weight: str) -> dict[tuple[str, str], float]:
    """Pair of organisations → weight of their edge, in the order of the names."""
    shares: dict[tuple[str, str], list[float]] = {}
    for row in pairs:
        each = 1 if weight == "full" else 1 / (row["organisations"] - 1)
        shares.setdefault((row["a"], row["b"]), []).append(row["papers"] * each)
    return {pair: math.fsum(shares[pair]) for pair in sorted(shares)}


def _strengths(net: graphs.Graph, weights: dict[tuple[str, str], float]) -> dict[str, float]:
    """Organisation → sum of the weights of its edges."""
    return {a: math.fsum(weights[min(a, b), max(a, b)] for b in around) for a, around in net.items()}
