"""What must hold for values over weighted things, whatever they are; no engine is asked."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from benchside.figures.interval import _interval
from benchside.figures.reduce import contrast, mean, mean_without_top, median
from benchside.indicators.catalogue import indicator

LEVELS = st.lists(st.tuples(st.integers(0, 10**7), st.booleans(), st.integers(1, 10**6)), min_size=1, max_size=30)


@given(LEVELS)
def test_values_lie_among_what_was_observed(levels):
    lowest, highest = min(levels)[0], max(levels)[0]
    for of in (mean, median, mean_without_top):
        assert lowest <= of(levels) <= highest


@given(LEVELS)
def test_taking_the_best_away_never_raises_a_mean_and_moves_it_by_a_hundredth_at_most(levels):
    """The mean is 99 parts of what is left and one part of what is gone, so the two differ by at most 1/99 of the greatest value."""
    whole, left = mean(levels), mean_without_top(levels)
    assert whole is not None
    assert left is not None
    assert left <= whole
    gone = 100 * whole - 99 * left
    assert left <= gone <= max(levels)[0]


@given(LEVELS, st.integers(1, 10))
def test_the_unit_of_the_weights_and_the_order_do_not_matter(levels, times):
    again = [(num, side, weight * times) for num, side, weight in reversed(levels)]
    for of in (mean, median, mean_without_top, contrast):
        assert of(levels) == of(again)


@given(LEVELS)
def test_a_thing_given_in_two_halves_is_the_same_thing(levels):
    halves = [(num, side, weight) for num, side, weight in levels for _ in range(2)]
    doubled = [(num, side, 2 * weight) for num, side, weight in levels]
    for of in (mean, median, mean_without_top, contrast):
        assert of(halves) == of(doubled)


@given(LEVELS)
def test_no_less_than_half_of_the_weight_lies_on_either_side_of_a_median(levels):
    middle, half = median(levels), Fraction(sum(weight for _, _, weight in levels), 2)
    assert sum(weight for num, _, weight in levels if num <= middle) >= half
    assert sum(weight for num, _, weight in levels if num >= middle) >= half


@given(LEVELS)
def test_a_contrast_turned_round_is_its_inverse(levels):
    one, other = contrast(levels), contrast([(num, not side, weight) for num, side, weight in levels])
    assume(one and other)
    assert one is not None
    assert other is not None
    assert one * other == 1


@pytest.mark.parametrize("name", ["mncs", "median_ncs", "mncs_without_top1"])
@given(LEVELS)
def test_intervals_lie_among_what_was_observed_and_in_order(name, levels):
    span = _interval(indicator(name), np.array([(num, 0, weight, 2) for num, _, weight in levels], dtype=float))
    assert span is not None
    lowest, highest = min(levels)[0] / 1e6, max(levels)[0] / 1e6
    assert lowest - 1e-9 <= span[0] <= span[1] <= highest + 1e-9
