"""From a project's first day to the first use of a result: what has not been used yet still waits."""

import pytest

DRAWING = """
    project
    project_id | start_on
    alpha      | 2010-01-01
    beta       | 2010-01-01

    asset
    asset_id | project_id | kind     | created_on
    a1       | alpha      | tool     | 2011-01-01
    a2       | alpha      | tool     | 2011-01-01
    a3       | beta       | tool     | 2011-01-01
    a4       | beta       | database | 2011-01-01

    asset_use
    asset_id | used_on
    a1       | 2014-01-01
    a1       | 2016-01-01
    a2       | 2012-01-01
"""


def test_half_of_the_assets_are_used_by_the_second_first_use(world):
    desk = world(DRAWING)
    # Of four that wait from 2010-01-01, a2 is used after 730 days (2010 and 2011) and a1 after 1 461 (with 29 February 2012).
    # After 730 days 3/4 wait; after 1 461 days 3/4 · 2/3 = 1/2. The curve then rests on the half for ever, so that the first day counts.
    figure = desk.one("asset_time_to_use", as_of="2020-01-01")
    assert (figure.value, figure.n, figure.status) == (4, 4, "computed")
    assert [m.reached for m in figure.curve] == pytest.approx([1 / 4, 1 / 2, 1 / 2])
    assert [m.at_risk for m in figure.curve] == [4, 3, 2]
    assert "of 4, 2 had been used and 2 had not by the day of asking" in figure.notes


def test_what_has_not_happened_by_the_day_of_asking_still_waits(world):
    figure = world(DRAWING).one("asset_time_to_use", as_of="2013-01-01")
    # By then only a2 is used: a quarter, and so half have not been.
    assert (figure.value, figure.status) == (None, "not_reached")
    assert figure.curve[-1].reached == pytest.approx(1 / 4)


def test_kinds_are_compared(world):
    desk = world(DRAWING)
    by_kind = {f.cut: f for f in desk.ask("asset_time_to_use", by="kind", as_of="2020-01-01")}
    # Tools: 2/3 wait after 730 days, 1/3 after 1 461 = 4 years of 365.25 days. The one database still waits.
    assert by_kind["tool"].value == 4
    assert by_kind["database"].status == "not_reached"
    # Expected of tools: 3/4 at the first use and 2/3 at the second, together 17/12, where 2 happened.
    # Variance 3/4 · 1/4 + 2/3 · 1/3 = 59/144; (2 - 17/12)² / (59/144) = 49/59 = 0.83.
    assert any("chi-squared 0.83 with 1 degree of freedom" in note for note in by_kind["tool"].notes)


def test_projects_with_a_partner_group_are_compared_with_the_rest(world):
    desk = world(
        DRAWING
        + """
        participation
        project_id | organisation_id | partner_group
        alpha      | o1              | academic
        alpha      | o2              | sme
        beta       | o1              | academic
    """
    )
    by_group = {f.cut: f for f in desk.ask("asset_time_to_use", by="with_group", as_of="2020-01-01")}
    # Both of alpha's results are used after 730 and 1 461 days; of beta's, which has no small company, none.
    assert by_group["sme"].n == 2
    assert by_group["sme"].value == pytest.approx(
        (730 + 1461) / 2 / 365.25
    )  # after 730 days half are used, until 1 461
    # Expected of alpha: 2 of 4 at the first use, 1 of 3 at the second, together 5/6, where 2 happened.
    # Variance 1/2 · 1/2 + 1/3 · 2/3 = 17/36; (2 - 5/6)² / (17/36) = 49/17 = 2.88.
    assert any("log-rank test against the rest: chi-squared 2.88" in note for note in by_group["sme"].notes)
    # Every project has an academic partner: there is no rest to compare with.
    assert not any("log-rank" in note for note in by_group["academic"].notes)


def test_what_is_withdrawn_can_be_used_no_more(world):
    desk = world(
        DRAWING
        + """
        stage_event
        asset_id | stage     | reached_on
        a3       | withdrawn | 2011-01-01
        a4       | withdrawn | 2011-01-01
    """
    )
    # Two of four are lost in 2011, so that a half is the most that can ever be used; it is when a1 is, after four years.
    # Had the lost ones been taken for waiting, 1 - (1/2 · 0) = all would be used by then.
    figure = desk.one("asset_time_to_use", as_of="2020-01-01")
    assert figure.value == 4
    assert figure.curve[-1].reached == pytest.approx(1 / 2)
    assert "of 4, 2 had been used, 2 had been withdrawn and 0 had not by the day of asking" in figure.notes


def test_a_use_on_an_unknown_day_has_no_time_and_is_told(world):
    desk = world("""
        project
        project_id | start_on
        alpha      | 2010-01-01

        asset
        asset_id | project_id
        a1       | alpha
        a2       | alpha
        a3       |

        asset_use
        asset_id | used_on
        a1       |
        a2       | 2009-01-01
    """)
    figure = desk.one("asset_time_to_use")
    assert (figure.value, figure.n) == (None, 0)
    assert figure.notes == (
        "1 had been used, or been withdrawn, on a day that nobody recorded and are left out",
        "of 1 nobody recorded when they began: left out",
        "1 would have been used, or been withdrawn, before they began and are left out",
    )


def test_without_assets_there_is_no_time(world):
    figure = world("project\nproject_id\nalpha").one("asset_time_to_use")
    assert (figure.value, figure.curve, figure.status) == (None, (), "no_value")
