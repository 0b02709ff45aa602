"""The paper in the middle; a paper half in a field carries half the weight."""

from tests.spec.scored import SCORED


def test_the_middle_of_an_even_number_is_the_mean_of_two(world):
    desk = world(SCORED)
    figure = desk.one("median_ncs")
    assert (figure.value, figure.n) == (1, 4)  # 0, 0.5 | 1.5, 4
    assert {f.cut: f.value for f in desk.ask("median_ncs", by="project")} == {"alpha": 2.75, "beta": 0.5}


def test_the_middle_of_shares_is_where_half_the_weight_is_reached(world):
    cuts = {f.cut: f.value for f in world(SCORED).ask("median_ncs", by="field")}
    # medicine: w2 (1.5) weighs 1, w1 (4) weighs 0.5; half of 1.5 is reached at w2. biology: w3 (0.5) weighs 1
    assert cuts == {"medicine": 1.5, "biology": 0.5, "(none)": 0}
