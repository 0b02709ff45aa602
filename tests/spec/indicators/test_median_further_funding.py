"""The middle amount in pounds, each once."""

from tests.spec.indicators.test_further_funding import FUNDING


def test_the_median_counts_an_amount_of_two_projects_once(world):
    desk = world(FUNDING)
    assert desk.one("median_further_funding").value == 500  # of 200, 500, 1000.50
    assert desk.one("median_further_funding", {"project": ["alpha"]}).value == 1000.5
