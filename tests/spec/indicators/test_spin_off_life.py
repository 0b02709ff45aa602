"""Spin-offs live until a reading of no employees; those that live are followed until their last reading."""

import pytest

DRAWN = """
    exploitation_event
    exploitation_event_id | project_id | kind     | count | happened_on
    one                   | alpha      | spin_off |       | 2010-01-01
    two                   | alpha      | spin_off | 1     | 2010-01-01
    three                 | beta       | spin_off |       | 2010-01-01
    unfollowed            | beta       | spin_off |       | 2010-01-01
    several               | beta       | spin_off | 3     | 2010-01-01
    undated               | beta       | spin_off |       |
    licence               | beta       | licence  |       | 2010-01-01

    observation
    project_id | subject_type       | subject_id | subject    | measure   | value | bound | observed_on
    alpha      | exploitation_event | one        | One Ltd    | employees | 5     | exact | 2011-01-01
    alpha      | exploitation_event | one        | One Ltd    | employees | 0     | exact | 2012-01-01
    alpha      | exploitation_event | one        | One Ltd    | employees | 0     | exact | 2013-01-01
    alpha      | exploitation_event | two        | Two Ltd    | employees | 0     | exact | 2011-01-01
    alpha      | exploitation_event | two        | Two Ltd    | employees | 9     | lower | 2014-01-01
    beta       | exploitation_event | three      | Three Ltd  | employees | 0     | exact | 2018-01-01
    beta       | exploitation_event | several    | Some firms | employees | 0     | exact | 2011-01-01
    beta       | exploitation_event | undated    | Late Ltd   | employees | 0     | exact | 2011-01-01
    beta       | exploitation_event | licence    | No firm    | employees | 0     | exact | 2011-01-01
"""


def test_half_have_ended_when_the_curve_falls_to_a_half(world):
    figure = world(DRAWN).one("spin_off_life")
    # One ended after 730 days, Two lived at 1 461 days, Three ended after 2 922 days. At 730 days one of three has ended (two thirds
    # left), Two leaves at 1 461, and at 2 922 the only one left ends: nothing is left. Half is reached there: 2 922 / 365.25 = 8 years.
    assert (figure.value, figure.n) == (8, 3)
    assert [(m.at_risk, m.reached) for m in figure.curve if m.reached in (0, 1) or m.time < 3] == [
        (3, pytest.approx(1 / 3)),
        (1, 1),
    ]


def test_what_lived_on_is_not_followed_beyond_its_last_reading(world):
    figure = world(DRAWN).one("spin_off_life", {"project": ["alpha"]})
    # Two was last seen on 2014-01-01 and would, if it waited until 2020-12-31, be at risk all the time; of two, one has ended: half.
    assert figure.value == pytest.approx(730 / 365.25)
    assert "of 2, 1 had ended and 1 had not when last heard of" in figure.notes


def test_one_that_was_last_heard_of_before_its_founding_is_told(world):
    figure = world("""
        exploitation_event
        exploitation_event_id | project_id | kind     | happened_on
        one                   | alpha      | spin_off | 2010-01-01
        two                   | alpha      | spin_off | 2010-01-01

        observation
        project_id | subject_type       | subject_id | subject | measure   | value | bound | observed_on
        alpha      | exploitation_event | one        | One Ltd | employees | 5     | exact | 2009-01-01
        alpha      | exploitation_event | two        | Two Ltd | employees | 0     | exact | 2012-01-01
    """).one("spin_off_life")
    # Two ended after 730 days (2010 and 2011), the only one that is followed.
    assert figure.value == pytest.approx(730 / 365.25)
    assert figure.notes[:2] == (
        "of 1, 1 had ended and 0 had not by the day of asking",
        "1 were last heard of before they began and are left out",
    )


def test_one_without_a_founding_date_is_told(world):
    assert "of 1 nobody recorded when they began: left out" in world(DRAWN).one("spin_off_life").notes


def test_spin_offs_that_nobody_followed_are_neither_alive_nor_ended(world):
    figure = world("""
        exploitation_event
        project_id | kind     | happened_on
        alpha      | spin_off | 2010-01-01
    """).one("spin_off_life")
    assert (figure.value, figure.n, figure.status) == (None, 0, "no_value")
