"""Simulated estimates against the formulas of the distributions that they must follow, and swings worked out by hand."""

import math
from fractions import Fraction

import pytest

from benchside.economy.simulation import scaled, simulate, tornado, value_range
from benchside.errors import DataError, UsageError
from benchside.model.codes import CODES
from benchside.model.estimate import Assumed, Term


def assumed(key, low, high, shape="uniform", central=None):
    middle = None if central is None else Fraction(str(central))
    return Assumed(key, key, Fraction(str(low)), middle, Fraction(str(high)), shape)


A, B = assumed("a", 0, 1), assumed("b", 0, 1)
PRODUCT = [Term(("a", "b"))]
SUM = [Term(("a",)), Term(("b",))]
QUOTIENT = [Term(("a",), over=("b",))]


def test_one_uniform_assumption_has_the_quantiles_of_its_shape():
    found = simulate([Term(("a",))], [assumed("a", 3, 5.7)])
    # 3 + share × 2.7
    expected = {0.05: 3.135, 0.25: 3.675, 0.5: 4.35, 0.75: 5.025, 0.95: 5.565}
    assert found.quantiles == pytest.approx(expected, abs=1e-4)
    assert found.mean == pytest.approx(4.35, abs=1e-4)
    assert found.central == 4.35


def test_a_triangle_has_the_quantiles_of_its_shape():
    found = simulate([Term(("a",))], [assumed("a", 0, 4, "triangular", 1)])
    # A quarter lies below the peak at 1. Below it √(4p), above it 4 − √(12(1 − p)); the mean is (0 + 1 + 4) / 3.
    expected = {0.05: math.sqrt(0.2), 0.25: 1, 0.5: 4 - math.sqrt(6), 0.75: 4 - math.sqrt(3), 0.95: 4 - math.sqrt(0.6)}
    assert found.quantiles == pytest.approx(expected, abs=2e-4)
    assert found.mean == pytest.approx(5 / 3, abs=1e-4)
    assert found.central == 1


def test_a_triangle_may_have_its_peak_at_an_end():
    found = simulate([Term(("a",))], [assumed("a", 0, 2, "triangular", 0)])
    assert found.quantiles[0.75] == pytest.approx(2 - 2 * math.sqrt(0.25), abs=1e-3)


def test_a_product_of_two_uniform_ones_follows_its_distribution():
    # Of the product of two independent uniform numbers z − z ln z lie below z; its mean is a quarter.
    found = simulate(PRODUCT, [A, B])
    for share, z in found.quantiles.items():
        assert z - z * math.log(z) == pytest.approx(share, abs=0.004)
    assert found.mean == pytest.approx(0.25, abs=0.002)


def test_a_sum_of_two_uniform_ones_follows_its_distribution():
    # A triangle from 0 to 2: z²/2 lie below z up to 1.
    found = simulate(SUM, [A, B])
    assert found.quantiles[0.05] == pytest.approx(math.sqrt(0.1), abs=0.004)
    assert found.quantiles[0.5] == pytest.approx(1, abs=0.004)
    assert found.quantiles[0.95] == pytest.approx(2 - math.sqrt(0.1), abs=0.004)


def test_a_quotient_of_two_uniform_ones_has_its_mean():
    # Mean of a times mean of 1 / b: 1.5 × ln 2.
    found = simulate(QUOTIENT, [assumed("a", 1, 2), assumed("b", 1, 2)])
    assert found.mean == pytest.approx(1.5 * math.log(2), abs=0.002)
    assert value_range(QUOTIENT, [assumed("a", 1, 2), assumed("b", 1, 2)]) == (Fraction(1, 2), 2)


def test_one_assumption_in_two_terms_has_one_value():
    # a + a is 2a: from 0 to 2 and uniform, where two independent ones would make a triangle.
    found = simulate([Term(("a",)), Term(("a",))], [A])
    assert found.quantiles[0.05] == pytest.approx(0.1, abs=1e-4)


def test_the_same_records_give_the_same_numbers_in_any_order():
    assert simulate(PRODUCT, [A, B]) == simulate([Term(("b", "a"))], [B, A])
    assert simulate(PRODUCT, [A, B], seed=1) != simulate(PRODUCT, [A, B], seed=2)


def test_the_range_is_exact_and_knows_numbers_below_nought():
    # 1 + a·b over a from −2 to 3 and b from −1 to 4: corners 1 + 2, 1 − 8, 1 − 3, 1 + 12.
    terms = [Term(), Term(("a", "b"))]
    assert value_range(terms, [assumed("a", -2, 3), assumed("b", -1, 4)]) == (-7, 13)


def test_the_tornado_moves_one_at_a_time_and_puts_the_widest_first():
    # a from 1 to 3 (central 2), b from 0.5 to 2 with central 1: a moves 1·1 … 3·1, b moves 2·0.5 … 2·2.
    found = tornado(PRODUCT, [assumed("a", 1, 3), assumed("b", 0.5, 2, "triangular", 1)])
    assert [(s.assumed.id, s.at_low, s.at_high, s.width) for s in found] == [("b", 1, 4, 3), ("a", 1, 3, 2)]


def test_a_divisor_swings_the_other_way():
    (b, _) = tornado(QUOTIENT, [assumed("a", 10, 10, "point"), assumed("b", 2, 5, "triangular", 4)])
    assert (b.at_low, b.at_high, b.width) == (5, 2, 3)


def test_ends_that_are_one_leave_nothing_to_swing_and_stand_last_in_the_order_of_keys():
    same = [assumed("z", 2, 2), assumed("m", 3, 3, "triangular"), assumed("a", 1, 2)]
    found = simulate([Term(("z", "m", "a"))], same)
    assert [(s.assumed.id, s.width) for s in found.swings] == [("a", 6), ("m", 0), ("z", 0)]
    assert found.quantiles[0.5] == pytest.approx(9, abs=1e-3)


def test_a_point_is_its_central_value_whatever_its_ends():
    point = assumed("a", 1, 9, "point", 4)
    found = simulate([Term(("a",))], [point])
    assert set(found.quantiles.values()) == {4}
    assert value_range([Term(("a",))], [point]) == (4, 4)


def test_without_assumptions_the_value_is_left_as_it_is():
    found = simulate([Term()], [])
    assert (found.mean, found.quantiles[0.95], found.swings) == (1, 1, ())


def test_scaling_below_nought_turns_the_quantiles_around():
    found = scaled(simulate([Term(("a",))], [assumed("a", 0, 1)]), Fraction(-10))
    assert found.quantiles[0.05] == pytest.approx(-9.5, abs=1e-3)
    assert found.quantiles[0.95] == pytest.approx(-0.5, abs=1e-3)
    assert (found.swings[0].at_low, found.swings[0].at_high) == (0, -10)


def test_every_shape_of_the_code_list_can_be_drawn_from():
    for shape in CODES["distribution"]:
        assert 1 <= simulate([Term(("a",))], [assumed("a", 1, 3, shape, 2)]).mean <= 3


@pytest.mark.parametrize(
    ("terms", "given", "error", "words"),
    [
        (QUOTIENT, [A, assumed("b", -1, 2)], DataError, r"b runs from -1 to 2 and divides: nought may not lie within it"),
        (QUOTIENT, [A, assumed("b", 0, 0)], DataError, r"b runs from 0 to 0 and divides"),
        (PRODUCT, [A, assumed("b", 2, 1)], DataError, r"b runs from 2 down to 1\. Exchange its ends"),
        (PRODUCT, [A, assumed("b", 0, 1, "triangular")], DataError, r"b is triangular from 0 to 1 and has no central value"),
        (PRODUCT, [A, assumed("b", 0, 1, "point")], DataError, r"b is point from 0 to 1 and has no central value, which gives it one value"),
        (PRODUCT, [A, assumed("b", 0, 1, "triangular", 7)], DataError, r"central value 7 of the assumption b lies outside 0 to 1"),
        (PRODUCT, [A, assumed("b", 0, 1, "normal")], UsageError, r"Unknown distribution 'normal'.*Known: point, triangular, uniform"),
        (PRODUCT, [A], UsageError, r"Unknown assumption 'b'.*Record it, with its source"),
        ([Term(("a",)), Term(over=("a",))], [assumed("a", 1, 2)], UsageError, r"a both multiplies and divides"),
        ([Term(("a", "a"))], [A], UsageError, r"names an assumption twice: a, a"),
    ],
)  # fmt: skip
def test_what_cannot_be_worked_out_is_said(terms, given, error, words):
    with pytest.raises(error, match=words):
        simulate(terms, given)


def test_too_many_assumptions_and_too_few_draws_are_refused():
    many = [assumed(f"a{n}", 0, 1) for n in range(13)]
    with pytest.raises(UsageError, match="rests on 13 assumptions; expected 12 at most"):
        simulate([Term(tuple(a.id for a in many))], many)
    with pytest.raises(UsageError, match="0 draws; expected one or more"):
        simulate(PRODUCT, [A, B], draws=0)
