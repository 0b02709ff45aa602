"""How much of a comparison group lies in the top tenth."""

from fractions import Fraction

from tests.spec.scored import GROUPS, SCORED


def test_each_group_by_itself(world):
    cuts = {f.cut: Fraction(f.exact) for f in world(SCORED + GROUPS).ask("benchmark_top10_share", by="benchmark")}
    assert cuts == {"eu": Fraction(1, 6), "other": 1}  # eu: (0.5 + 0 + 0) / 3
