"""Bootstrap intervals, against values that can be worked out by hand or by another way."""

import numpy as np
import pytest

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
    span = _interval(indicator("projects_with_regulators"), np.array([[1, 1, 1, 300], [0, 1, 1, 700]], dtype=float))
    assert span is not None
    low, high = span
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


def test_the_interval_of_a_mean_is_near_the_normal_one():
    """Half of 10 000 score 0 and half 2, in millionths: the standard error is 1 / 100, so about 1 ± 0.0196."""
    span = _interval(indicator("mncs"), np.array([[0, 0, 1, 5_000], [2_000_000, 0, 1, 5_000]], dtype=float))
    assert span is not None
    assert abs(span[0] - 0.9804) < 0.005
    assert abs(span[1] - 1.0196) < 0.005


def test_the_unit_of_the_weights_does_not_matter():
    seen = np.array([[0, 0, 1, 5], [2_000_000, 0, 2, 7], [5_000_000, 0, 1, 3]], dtype=float)
    for name in ("mncs", "median_ncs", "mncs_without_top1"):
        assert _interval(indicator(name), seen) == pytest.approx(_interval(indicator(name), seen * [1, 1, 4, 1]))


def test_a_contrast_draws_each_side_by_itself():
    """Sides without spread give a point, however they are mixed: 3 over 2."""
    seen = np.array([[3, 1, 1, 2], [2, 0, 1, 50]], dtype=float)
    assert _interval(indicator("premium_international"), seen) == (1.5, 1.5)
    assert _interval(indicator("premium_international"), np.array([[3, 1, 1, 1], [2, 0, 1, 50]], dtype=float)) is None


def test_a_mean_without_top_never_exceeds_the_mean():
    seen = np.array([[0, 0, 1, 90], [1_000_000, 0, 1, 9], [90_000_000, 0, 1, 1]], dtype=float)
    trimmed, whole = _interval(indicator("mncs_without_top1"), seen), _interval(indicator("mncs"), seen)
    assert trimmed is not None
    assert whole is not None
    assert trimmed[0] <= whole[0]
    assert trimmed[1] < whole[1]
