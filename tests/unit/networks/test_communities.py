"""Communities of graphs whose communities are plain, and the arithmetic of modularity."""

import pytest

from benchside.networks.communities import Communities, agreement, communities, modularity, steadiness
from benchside.networks.participation import Joint

TRIANGLES = [Joint(a, b, 1, 1.0) for a, b in ("ab", "ac", "bc", "cd", "de", "df", "ef")]
"""Two triangles, joined by the edge c–d."""


def test_two_triangles_are_two_communities():
    found = communities(TRIANGLES)
    assert found.member_of == {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 2}
    assert found.sizes() == [3, 3]
    assert found.stability == 1
    assert found.steadiness == (1, 1)
    assert found.searches == 19
    # 6 of 7 edges lie inside; each half has 7 of the 14 edge ends: 6/7 - 2 (1/2)² = 5/14.
    assert found.modularity == pytest.approx(5 / 14)


def test_modularity_takes_weights_and_resolution():
    # a–b 3 and b–c 1, in {a, b} and {c}: 3 of 4 lie inside; of the 8 ends {a, b} has 7 and {c} 1.
    edges, member_of = [("a", "b", 3.0), ("b", "c", 1.0)], {"a": 1, "b": 1, "c": 2}
    assert modularity(edges, member_of) == pytest.approx(3 / 4 - (49 + 1) / 64)
    assert modularity(edges, member_of, 2.0) == pytest.approx(3 / 4 - 2 * 50 / 64)


def test_everybody_in_one_community_has_no_modularity():
    assert modularity([(e.a, e.b, e.weight) for e in TRIANGLES], dict.fromkeys("abcdef", 1)) == pytest.approx(0)


def test_the_order_of_the_edges_changes_nothing():
    assert communities(reversed(TRIANGLES)) == communities(TRIANGLES)


def test_a_ring_of_cliques_is_found_whatever_the_seed():
    # Six cliques of five, each joined to the next by one edge.
    edges = [
        Joint(f"{k}{i}", f"{k}{j}", 1, 1.0) for k in range(6) for i in range(5) for j in range(i + 1, 5)
    ] + [Joint(*sorted((f"{k}0", f"{(k + 1) % 6}1")), 1, 1.0) for k in range(6)]  # fmt: skip
    first, second = communities(edges), communities(edges, seed=7)
    assert first.sizes() == [5] * 6
    assert agreement(first.member_of, second.member_of) == 1


def test_without_edges_there_are_none():
    assert communities([]).member_of == {}
    assert communities([]).modularity is None


def test_agreement_counts_pairs():
    # Together in one: ab, ac, bc; in the other: ab, cd. In both: ab, of four.
    assert agreement({"a": 1, "b": 1, "c": 1, "d": 2}, {"a": 1, "b": 1, "c": 2, "d": 2}) == 1 / 4
    assert agreement({"a": 1}, {"a": 1}) is None


def test_steadiness_is_the_mean_likeness_to_the_community_most_like_it():
    here = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2}
    there = {"a": 7, "b": 7, "c": 7, "d": 7, "e": 8}
    # {a, b, c} to {a, b, c, d}: 3 of 4. {d, e} to {e}: 1 of 2, to {a, b, c, d}: 1 of 5. The same division again: 1 and 1.
    assert steadiness(here, [there]) == (3 / 4, 1 / 2)
    assert steadiness(here, [there, here]) == (7 / 8, 3 / 4)
    assert steadiness(here, []) == ()


def test_only_communities_that_are_found_again_hold():
    assert Communities({}, None, 1.0, 0, None, (0.9, 0.74, 0.75), 19).holding() == [1, 3]
