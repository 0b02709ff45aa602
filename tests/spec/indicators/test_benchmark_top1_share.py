"""How much of a comparison group lies in the top hundredth."""

from fractions import Fraction

from tests.spec.scored import GROUPS, SCORED


def test_each_group_by_itself(world):
    cuts = {f.cut: Fraction(f.exact) for f in world(SCORED + GROUPS).ask("benchmark_top1_share", by="benchmark")}
    assert cuts == {"eu": 0, "other": Fraction(1, 2)}
