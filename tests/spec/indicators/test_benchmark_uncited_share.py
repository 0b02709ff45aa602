"""Uncited works of a comparison group."""

from fractions import Fraction

from tests.spec.scored import GROUPS, SCORED


def test_each_group_by_itself(world):
    cuts = {f.cut: Fraction(f.exact) for f in world(SCORED + GROUPS).ask("benchmark_uncited_share", by="benchmark")}
    assert cuts == {"eu": Fraction(1, 3), "other": 0}  # b3 of b1, b2, b3
