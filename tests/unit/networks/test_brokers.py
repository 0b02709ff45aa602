"""Betweenness in arrays against the values worked out by hand and the older walk through sets."""

import random

import pytest

from benchside.networks import graphs
from benchside.networks.brokers import brokers


def line_and_pair():
    """A–B–C–D, and X–Y apart."""
    return graphs.graph("ABCDXY", [("A", "B"), ("B", "C"), ("C", "D"), ("X", "Y")])


def test_only_the_largest_part_is_measured():
    # Within A–B–C–D: B lies on A–C and A–D, of the three pairs of others. X and Y are not there.
    found = brokers(line_and_pair())
    assert {b.organisation: b.betweenness for b in found.ranked} == pytest.approx(
        {"A": 0, "B": 2 / 3, "C": 2 / 3, "D": 0}
    )
    assert [b.organisation for b in found.ranked] == ["B", "C", "A", "D"]
    assert (found.organisations, found.is_exact) == (4, True)
    assert found.method.startswith("all shortest paths between the 4 organisations")


def test_a_square_divides_equal_paths():
    square = graphs.graph("ABCD", [("A", "B"), ("B", "C"), ("C", "D"), ("D", "A")])
    assert [b.betweenness for b in brokers(square).ranked] == pytest.approx([1 / 6] * 4)


def made_graph(nodes, edges, seed):
    draw = random.Random(seed)
    names = [f"n{n:03}" for n in range(nodes)]
    return graphs.graph(names, {tuple(sorted(draw.sample(names, 2))) for _ in range(edges)})


def test_arrays_and_sets_agree():
    net = made_graph(60, 110, seed=3)
    part = graphs.components(net)[0]
    within = graphs.graph(part, {(a, b) for a in part for b in net[a] if a < b})
    assert {b.organisation: b.betweenness for b in brokers(net).ranked} == pytest.approx(graphs.betweenness(within))


def test_a_sample_is_named_bears_its_error_and_is_the_same_every_time():
    net = made_graph(150, 450, seed=5)
    exact = {b.organisation: b.betweenness for b in brokers(net).ranked}
    sampled = brokers(net, exact=100, sources=75)
    assert not sampled.is_exact
    assert "75 of the 1" in sampled.method
    assert sampled == brokers(net, exact=100, sources=75)
    # An estimate lies within two of its errors in about 95 of 100 cases.
    near = [abs(b.betweenness - exact[b.organisation]) <= 2 * b.error + 1e-12 for b in sampled.ranked]
    assert sum(near) / len(near) > 0.85


@pytest.mark.parametrize("nodes", ["", "A", "AB"])
def test_fewer_than_three_organisations_have_no_broker(nodes):
    assert brokers(graphs.graph(nodes, [("A", "B")] if nodes == "AB" else [])).ranked == []
