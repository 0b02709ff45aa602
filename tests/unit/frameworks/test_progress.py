"""Baseline, trajectory and target, by hand."""

from datetime import date
from fractions import Fraction

import pytest

from benchside.frameworks.progress import Aim, aim_of, expected, status, way_gone

# 1 January 2014 to 1 January 2024 are 3 652 days.
AIM = Aim(Fraction(50), Fraction(0), date(2014, 1, 1), date(2024, 1, 1))
FALLING = Aim(Fraction(10), Fraction(20), date(2014, 1, 1), date(2024, 1, 1))


@pytest.mark.parametrize(("on", "value"), [
    (date(2013, 6, 1), 0),
    (date(2014, 1, 1), 0),
    (date(2019, 1, 1), Fraction(50 * 1826, 3652)),  # 1 826 days later
    (date(2024, 1, 1), 50),
    (date(2030, 1, 1), 50),
])  # fmt: skip
def test_the_trajectory_is_a_straight_line_between_its_dates(on, value):
    assert expected(AIM, on) == value


@pytest.mark.parametrize(("aim", "value", "on", "said"), [
    (AIM, 50, date(2018, 1, 1), "met"),
    (AIM, 49, date(2024, 1, 1), "behind"),
    (AIM, 49, date(2024, 1, 2), "not met by its date"),
    (AIM, 25, date(2019, 1, 1), "on the way"),  # exactly on the line
    (AIM, 24, date(2019, 1, 1), "behind"),
    (AIM, None, date(2019, 1, 1), "no records"),
    (Aim(Fraction(50), Fraction(0)), 49, date(2019, 1, 1), "not met, no date set"),
    (Aim(Fraction(50), None, date(2014, 1, 1), date(2024, 1, 1)), 2, date(2019, 1, 1), "not met, no date set"),
    (Aim(None, Fraction(0)), 3, date(2019, 1, 1), "no target"),
    (FALLING, 10, date(2019, 1, 1), "met"),
    (FALLING, 15, date(2019, 1, 1), "on the way"),
    (FALLING, 16, date(2019, 1, 1), "behind"),
])  # fmt: skip
def test_the_status_says_where_a_value_stands(aim, value, on, said):
    assert status(aim, None if value is None else Fraction(value), on) == said


def test_the_way_gone_is_counted_from_the_baseline():
    assert way_gone(Aim(Fraction(50), Fraction(10)), Fraction(20)) == Fraction(1, 4)
    assert way_gone(Aim(Fraction(50)), Fraction(20)) == Fraction(2, 5)
    assert way_gone(FALLING, Fraction(18)) == Fraction(1, 5)
    assert way_gone(Aim(Fraction(5), Fraction(5)), Fraction(5)) is None


def test_dates_that_run_backwards_give_no_trajectory():
    assert expected(Aim(Fraction(1), Fraction(0), date(2024, 1, 1), date(2014, 1, 1)), date(2019, 1, 1)) is None


def test_a_record_keeps_its_numbers_in_millionths():
    row = {"target": 200_000, "baseline": None, "baseline_on": None, "due_on": date(2024, 12, 31)}
    assert aim_of(row) == Aim(Fraction(1, 5), None, None, date(2024, 12, 31))
