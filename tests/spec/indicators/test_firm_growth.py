"""Growth of a firm is its latest dated number of employees over its first known one."""


def test_a_first_number_without_a_date_is_from_before_the_dated_one(world):
    desk = world("""
        observation
        project_id | subject | measure   | value | observed_on
        safe-t     | Firalis | employees | 50    | 2015
        safe-t     | Firalis | employees | 6     |
    """)
    figure = desk.one("firm_growth")
    assert figure.exact == "25/3"  # 50 / 6 = 8.33
    assert (figure.n, figure.denominator, figure.evidence_count) == (1, 6, 2)
    assert desk.one("firm_growth", as_of="2014-12-31").value is None  # then only the number without a date was there


FIRMS = """
    organisation
    organisation_id
    firm-b

    observation
    project_id | subject_type | subject_id | subject         | measure   | value | observed_on
    alpha      | organisation | firm-b     | firm b          | employees | 10    | 2010
    alpha      | organisation | firm-b     | firm b          | employees | 15    | 2012
    alpha      | organisation | firm-b     | firm b, all     | employees | 30    | 2014
    alpha      |              |            | firm c          | employees | 40    | 2011
    alpha      |              |            | firm c          | employees | 20    | 2013
    beta       |              |            | firm d          | employees | 7     | 2012
    beta       |              |            | firm e          | employees | 8     |
    beta       |              |            | network x       | members   | 1     | 2010
    beta       |              |            | network x       | members   | 9     | 2014
"""


def test_firms_are_added_up_before_they_are_divided_and_those_seen_once_are_left_out(world):
    desk = world(FIRMS)
    # b: 30 over 10 (not over 15), one firm although it is worded twice; c: 20 over 40. (30 + 20) / (10 + 40) = 1
    # d has one number and e only one without a date; members are no employees.
    assert desk.one("firm_growth").value == 1
    assert desk.one("firm_growth", {"organisation": ["firm-b"]}).value == 3
    assert {f.cut: f.value for f in desk.ask("firm_growth", by="year")} == {"2013": 0.5, "2014": 3}


def test_growth_is_that_known_at_the_date(world):
    desk = world(FIRMS)
    assert desk.one("firm_growth", as_of="2012-12-31").value == 1.5  # b: 15 over 10; c was seen once


def test_two_numbers_of_one_date_are_no_growth(world):
    desk = world("""
        observation
        project_id | subject | measure   | value | observed_on
        alpha      | firm b  | employees | 6     | 2015
        alpha      | firm b  | employees | 50    | 2015
    """)
    assert desk.one("firm_growth").value is None


def test_of_several_numbers_without_a_date_the_largest_is_taken(world):
    desk = world("""
        observation
        project_id | subject | measure   | value | observed_on
        alpha      | firm b  | employees | 5     |
        alpha      | firm b  | employees | 10    |
        alpha      | firm b  | employees | 20    | 2015
    """)
    assert desk.one("firm_growth").value == 2  # 20 / 10: growth is not overstated
