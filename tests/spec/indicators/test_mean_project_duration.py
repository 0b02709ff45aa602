"""Duration runs from the first day to the last, both included."""

import pytest


def test_both_ends_count_and_projects_without_both_dates_do_not(world):
    desk = world("""
        project
        project_id | start_on   | end_on
        alpha      | 2010-01-01 | 2013-12-31
        beta       | 2011-03-01 | 2013-02-28
        gamma      | 2012-01-01 |
    """)
    figure = desk.one("mean_project_duration")
    # alpha 365 + 365 + 366 + 365 = 1461 days = 48 months of 30.4375 days
    assert desk.one("mean_project_duration", {"project": ["alpha"]}).value == 48
    # beta 2 years with 29 February 2012 = 731 days; (1461 + 731) / 2 = 1096 days; 1096 / 30.4375 = 36.0082
    assert figure.value == pytest.approx(36.0082, abs=0.0001)
    assert figure.n == 2
