"""The work in the middle of a comparison group."""

from fractions import Fraction

from tests.spec.scored import GROUPS, SCORED


def test_each_group_by_itself(world):
    cuts = {f.cut: Fraction(f.exact) for f in world(SCORED + GROUPS).ask("benchmark_median_ncs", by="benchmark")}
    assert cuts == {"eu": 1, "other": 6}  # eu: 0, 1, 2
