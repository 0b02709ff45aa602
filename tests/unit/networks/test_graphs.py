"""Measures of graphs, worked out by hand."""

import pytest

from benchside.networks.graphs import betweenness, graph


def test_betweenness_divides_equal_shortest_paths():
    # A square: each corner lies on one of the two paths between its neighbours: 1/2 of 3 pairs of others.
    square = graph("ABCD", [("A", "B"), ("B", "C"), ("C", "D"), ("D", "A")])
    assert betweenness(square) == pytest.approx(dict.fromkeys("ABCD", 1 / 6))
    # A path A–B–C–D: B lies on A–C and A–D, of 3.
    path = graph("ABCD", [("A", "B"), ("B", "C"), ("C", "D")])
    assert betweenness(path) == pytest.approx({"A": 0, "B": 2 / 3, "C": 2 / 3, "D": 0})
