"""The mean of papers of several sectors over that of papers of one."""

from tests.spec.scored import SCORED


def test_the_sector_is_that_of_the_address(world):
    figure = world(SCORED).one("premium_cross_sector")
    assert figure.value == 6  # w1 4, over (1.5 + 0.5 + 0) / 3 of w2, w3, w4


def test_an_unknown_sector_makes_no_paper_cross_sector(world):
    unknown = SCORED.replace("w1      | SE      | industry", "w1      | SE      | unknown")
    assert world(unknown).one("premium_cross_sector").value is None  # nothing stands on the one side
