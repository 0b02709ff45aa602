"""Bootstrap intervals, against values that can be worked out by hand or by another way."""

import numpy as np

from benchside.figures.interval import _interval
from benchside.indicators.catalogue import indicator


def test_one_observation_has_no_interval(world):
    desk = world("""
        participation
        project_id | organisation_id
        alpha      | a
    """)
    assert desk.one("teams_per_project").low is None


def test_equal_observations_give_a_point(world):
    desk = world("""
        participation
        project_id | organisation_id
        alpha      | a
        beta       | b
    """)
    figure = desk.one("teams_per_project")
    assert (figure.value, figure.low, figure.high) == (1, 1, 1)


def test_the_interval_of_a_share_is_near_the_binomial_one():
    """A share of 300 in 1 000: the standard error is sqrt(.3 × .7 / 1000) = .01449, so about .2716 to .3284."""
    low, high = _interval(indicator("projects_with_regulators"), np.array([[1, 1, 300], [0, 1, 700]]))
    assert abs(low - 0.2716) < 0.006
    assert abs(high - 0.3284) < 0.006


def test_the_same_observations_always_give_the_same_interval(world):
    text = """
        participation
        project_id | organisation_id
        alpha      | a
        alpha      | b
        beta       | a
        gamma      | c
    """
    first, second = world(text).one("teams_per_project"), world(text).one("teams_per_project")
    assert (first.low, first.high) == (second.low, second.high)
    assert first.low <= first.value <= first.high
