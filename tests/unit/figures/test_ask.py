"""Scope, cut, status, coverage, protection: the same code for every indicator."""

import pytest

from benchside.errors import UsageError
from benchside.figures.explain import explain

TWO_AREAS = """
    project
    project_id
    alpha
    beta

    project_area
    project_id | area_id | weight
    alpha      | heart   | 0.333333
    alpha      | lung    | 0.666667
    beta       | lung    | 1

    contribution
    project_id | payer    | amount  | valid_on
    alpha      | eu       | 100     | 2015-01-01
    beta       | eu       | 50.50   | 2015-01-01
    beta       | industry | 60      | 2015-01-01
"""


def test_weights_are_applied_exactly_and_the_cuts_add_up(world):
    desk = world(TWO_AREAS)
    cuts = {f.cut: f.exact for f in desk.ask("public_funding", by="area")}
    # heart: 0.333333 of 100 = 33.3333; lung: 0.666667 of 100 + 50.50 = 117.1667; together 150.50
    assert cuts == {"heart": "333333/10000", "lung": "1171667/10000"}
    assert desk.one("public_funding").exact == "301/2"
    assert desk.one("public_funding", {"area": ["heart"]}).value == 33.3333
    assert desk.one("public_funding", {"area": ["heart", "lung"]}).exact == "301/2"


def test_rows_without_a_value_of_the_dimension_form_a_cut_of_their_own(world):
    desk = world(
        """
        project
        project_id | call_id
        alpha      | c1
        beta       |

        contribution
        project_id | payer | amount
        alpha      | eu    | 1
        beta       | eu    | 2
    """.replace("amount\n", "amount | valid_on\n")
        .replace("| 1\n", "| 1 | 2015-01-01\n")
        .replace("| 2\n", "| 2 | 2015-01-01\n")
    )
    assert {f.cut: f.value for f in desk.ask("public_funding", by="call")} == {"c1": 1, "(none)": 2}


def test_the_latest_dated_version_counts_and_undated_ones_never_do(world):
    desk = world("""
        contribution
        project_id | payer | amount | valid_on
        alpha      | eu    | 100    | 2012-01-01
        alpha      | eu    | 120    | 2015-06
        alpha      | eu    | 999    |
    """)
    assert desk.one("public_funding").value == 120
    assert desk.one("public_funding", as_of="2015-06-29").value == 100  # 2015-06 stands for its last day
    assert desk.one("public_funding", as_of="2011-12-31").status == "no_value"


def test_a_cut_that_the_rows_do_not_bear_is_refused_with_those_they_bear(world):
    with pytest.raises(UsageError, match=r"cannot be scoped or cut by 'country'.*area.*programme"):
        world(TWO_AREAS).ask("public_funding", by="country")


def test_a_published_statement_stands_in_where_there_are_no_records(world):
    desk = world("""
        published_figure
        published_figure_id | indicator  | scope          | comparator | value | printed | as_of      | document_id
        B1                  | spin_offs  | programme=IMI1 | eq         | 13    | 13      | 2015       | S010
    """)
    figure = desk.one("spin_offs", {"programme": ["IMI1"]})
    assert (figure.value, figure.status, figure.origins) == (13, "reported", ["S010"])
    assert desk.one("spin_offs", {"programme": ["IMI1"]}, as_of="2014-12-31").status == "no_value"  # not yet printed
    assert desk.one("spin_offs").status == "no_value"  # another scope


def test_a_small_count_of_people_is_withheld_and_so_is_the_next_smallest(world):
    desk = world("""
        participation
        project_id | organisation_id | partner_group | head_count
        alpha      | a               | academic      | 40
        alpha      | b               | sme           | 3
        alpha      | c               | industry      | 9
    """)
    shown = {f.cut: (f.value, f.status) for f in desk.ask("researchers", by="group")}
    # 3 is below 5; with 3 alone withheld, 52 - 40 - 9 would give it away
    assert shown == {"academic": (40, "computed"), "industry": (None, "protected"), "sme": (None, "protected")}
    assert desk.one("researchers").value == 52
    # The row of 9 would give the 3 away as well: 52 - 40 - 9.
    opened = explain(desk, "researchers")
    assert [(r["organisation"], r["num"]) for r in opened.rows] == [("a", 40)]
    assert opened.masked == 2
    # Asked by its name, a withheld cell stays withheld, and so does any that holds it.
    for scope in ({"group": ["industry"]}, {"organisation": ["b"]}, {"organisation": ["c", "a"]}):
        assert desk.one("researchers", scope).status == "protected", scope
    assert desk.one("researchers", {"group": ["academic"]}).value == 40


def test_a_withheld_cell_stays_withheld_in_a_part_of_the_programme(world):
    desk = world("""
        project
        project_id | programme_id
        alpha      | I
        beta       | I
        gamma      | II
        delta      | II

        participation
        project_id | organisation_id | head_count
        alpha      | a               | 3
        beta       | b               | 20
        gamma      | c               | 9
        delta      | d               | 30
    """)
    by_project = {f.cut: f.value for f in desk.ask("researchers", by="project")}
    # Programme I has 23 people, printed: without beta's 20 withheld, alpha's 3 would follow, although gamma is the smaller project.
    assert {f.cut: f.value for f in desk.ask("researchers", by="programme")} == {"I": 23, "II": 39}
    assert (by_project["alpha"], by_project["beta"]) == (None, None)
    within = {f.cut: f.value for f in desk.ask("researchers", {"programme": ["II"]}, by="project")}
    assert within == {cut: by_project[cut] for cut in ("gamma", "delta")}
    assert desk.one("researchers", {"project": ["beta"]}).status == "protected"


def test_a_part_of_a_person_is_a_small_number_too(world):
    desk = world("""
        participation
        project_id | organisation_id | head_count
        alpha      | a               | 6
        beta       | b               | 90

        project_area
        project_id | area_id | weight
        alpha      | lung    | 0.125
        alpha      | skin    | 0.875
        beta       | lung    | 1
    """)
    # skin: 6 x 0.875 = 5.25; lung 90.75. Of the 6, 0.75 lie in lung, where they are no cell of their own.
    assert {f.cut: f.value for f in desk.ask("researchers", by="area")} == {"lung": 90.75, "skin": 5.25}
    assert desk.one("researchers", {"area": ["lung"], "project": ["alpha"]}).status == "protected"


def test_a_share_that_tells_the_few_who_are_left_is_withheld(world):
    desk = world("""
        cohort
        course_id | sector   | learners
        c1        | academic | 3
        c1        | industry | 97
    """)
    assert desk.one("learners_industry_share").status == "protected"  # 0.97 of 100 leaves 3


def test_confidential_rows_count_and_are_not_listed(world):
    desk = world("""
        regulatory_procedure
        project_id | kind                 | is_confidential | title
        alpha      | qualification_advice | yes             | secret
        alpha      | qualification_advice | no              | open
    """)
    opened = explain(desk, "qualification_advice")
    assert (opened.figure.value, len(opened.rows), opened.masked) == (2, 1, 1)
    assert "secret" not in str(opened.as_json())


def test_an_estimate_is_a_range_without_a_value(world):
    desk = world("""
        employment
        project_id | fte
        alpha      | 100.5

        assumption
        assumption_id   | low | high
        jobs_multiplier | 3   | 5.7
    """)
    figure = desk.one("jobs_total")
    assert (figure.value, figure.low, figure.high, figure.status) == (
        None,
        301.5,
        572.85,
        "estimated",
    )  # 100.5 × 3, × 5.7
