"""Who publishes with whom: the network of the organisations of the papers in scope."""

import math
from typing import Any

import ibis.expr.types as ir

from benchside.corpus import graphs
from benchside.corpus.asking import asked
from benchside.corpus.choices import chosen
from benchside.corpus.organisations import addresses
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def compute(corpus: Corpus, params: Params) -> dict[str, Any]:
    weight = chosen(params, "weight", ("full", "newman"))
    members = _members(corpus, params)
    nodes = [row["organisation_id"] for row in corpus.fetch(members.select("organisation_id").distinct())]
    weights = _weights(corpus.fetch(_pairs(members)), weight)
    net = graphs.graph(nodes, weights)
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


def _members(corpus: Corpus, params: Params) -> ir.Table:
    """work_id, organisation_id: each organisation of each paper in scope once."""
    rows = addresses(corpus).semi_join(asked(corpus, params), "work_id")
    return rows.filter(rows.organisation_id.notnull()).select("work_id", "organisation_id").distinct()


def _pairs(members: ir.Table) -> ir.Table:
    """a, b, organisations, papers: how many papers of that many organisations two of them share."""
    sizes = members.group_by("work_id").agg(organisations=members.count())
    first = (
        members.select("work_id", a="organisation_id").join(sizes, "work_id").select("work_id", "a", "organisations")
    )
    pairs = first.join(members.select("work_id", b="organisation_id"), "work_id").filter(lambda t: t.a < t.b)
    return pairs.group_by("a", "b", "organisations").agg(papers=pairs.count())


def _weights(rows: list[dict[str, Any]], weight: str) -> dict[tuple[str, str], float]:
    """Pair of organisations → weight of their edge, in the order of the names."""
    shares: dict[tuple[str, str], list[float]] = {}
    for row in rows:
        each = 1 if weight == "full" else 1 / (row["organisations"] - 1)
        shares.setdefault((row["a"], row["b"]), []).append(row["papers"] * each)
    return {pair: math.fsum(shares[pair]) for pair in sorted(shares)}


def _strengths(net: graphs.Graph, weights: dict[tuple[str, str], float]) -> dict[str, float]:
    """Organisation → sum of the weights of its edges."""
    return {a: math.fsum(weights[min(a, b), max(a, b)] for b in around) for a, around in net.items()}


MEASURE = Measure(
    id="network",
    title="Network of organisations",
    formula=(
        "nodes = organisations of the papers in scope; an edge joins two with a joint paper, weight = joint papers (full) or "
        "Σ 1/(organisations of the paper − 1) (newman)"
    ),
    unit="dictionary: nodes, edges, density, components, largest_component, transitivity, clustering (mean of local), "
    "betweenness (normalised, by organisation), degree, strength, weights (by 'a|b')",
    nulls="an authorship without organisation joins nobody; density is undefined below two nodes, transitivity without a connected triple",
    ties="shortest paths of equal length share equally",
    source="Newman 2001; Watts and Strogatz 1998; Brandes 2001 (normalised as in networkx)",
    compute=compute,
    params=("weight",),
)
