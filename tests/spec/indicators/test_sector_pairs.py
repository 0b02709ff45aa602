"""Pairs of organisations in projects, by the sectors of the two."""

from tests.spec.sectors import SECTORS


def test_pairs_are_counted_for_each_project(world):
    desk = world(SECTORS)
    # alpha: 4 academic (d is listed in two groups; "academic" comes first) make 4 x 3 / 2 = 6 pairs, and 4 with e of industry
    # beta: three pairs of three groups; gamma: none
    assert {f.cut: f.value for f in desk.ask("sector_pairs", by="sector_pair")} == {
        "academic + academic": 6,
        "academic + industry": 5,
        "academic + unknown": 1,
        "industry + unknown": 1,
    }
    assert desk.one("sector_pairs").value == 13  # 5 x 4 / 2 of alpha and 3 x 2 / 2 of beta
    assert {f.cut: f.value for f in desk.ask("sector_pairs", by="project")} == {"alpha": 10, "beta": 3}
