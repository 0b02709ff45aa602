"""Single cells of CORDIS."""

import doctest

import pytest

from benchside.sources.cordis import cells
from benchside.sources.tables import cells as table_cells


def test_the_examples_of_the_docstrings_hold():
    assert doctest.testmod(cells).failed == 0
    assert doctest.testmod(table_cells).failed == 0


@pytest.mark.parametrize(
    ("text", "euro"),
    [
        ("0", "0"), ("0.0", "0"), ("50000.0", "50000"), ("61562,5", "61562.50"), ("61562.25", "61562.25"), ("1 234 567", "1234567"),
        ("1.234.567,8", "1234567.80"), ("1,234,567.89", "1234567.89"), ("1043575.5375", "1043575.54"), ("2.125", "2.12"), ("2.135", "2.14"),
    ],
)  # fmt: skip
def test_amounts_are_read_with_point_or_comma(text, euro):
    assert table_cells.amount(text) == euro


@pytest.mark.parametrize("text", ["1,234", "-5", "5 EUR", "1e5", "1.2.3", "", "٣"])
def test_what_could_mean_two_things_or_nothing_is_no_amount(text):
    with pytest.raises((ValueError, ArithmeticError)):
        table_cells.amount(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-03-10 21:15:00", "2023-03-10"),
        ("2016-02-29", "2016-02-29"),
        ("29/02/2016", "2016-02-29"),
        ("2023-03-10T21:15:00.000", "2023-03-10"),
    ],
)
def test_days_are_read_with_or_without_a_time(text, day):
    assert table_cells.day(text) == day


@pytest.mark.parametrize("text", ["2015-02-29", "1925-03-21", "2061-01-01", "March 2015", "2015-13-01", "31/02/2015"])
def test_days_that_do_not_exist_or_lie_out_of_range_are_refused(text):
    with pytest.raises((ValueError, ArithmeticError)):
        table_cells.day(text)


@pytest.mark.parametrize("text", ["91,0", "0,181", "1", "a,b", "1,2,3"])
def test_places_that_lie_nowhere_are_refused(text):
    with pytest.raises((ValueError, ArithmeticError)):
        cells.place(text)


@pytest.mark.parametrize(
    ("scheme", "action"),
    [("", ""), ("IMI2-RIA", "ria"), ("HORIZON-CSA", "csa"), ("ERC-STG", "other"), ("SME-1", "other")],
)
def test_action_types_follow_from_the_name_of_the_scheme(scheme, action):
    assert cells.action_type(scheme) == action


def test_every_role_has_a_rank_and_every_mapping_stays_within_the_model():
    from benchside.model.codes import CODES

    assert set(cells.ROLES.values()) <= set(CODES["partner_role"])
    assert set(cells.ROLE_RANK) == set(CODES["partner_role"])
    for activity in (*cells.ACTIVITIES, ""):
        for is_sme in (True, False, None):
            assert cells.partner_group(activity, is_sme)[0] in CODES["partner_group"]
