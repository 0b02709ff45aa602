"""Patent applications over accepted cost, both of the same projects."""

TWENTY = """
    exploitation_event
    project_id | kind               | family | count | happened_on
    alpha      | patent_application |        | 18    | 2013
    beta       | patent_application | F1     |       | 2013
    alpha      | patent_application | F1     |       | 2014
    beta       | patent_application |        |       | 2014
    gamma      | patent_application |        | 5     | 2014
    alpha      | patent_granted     |        | 7     | 2014

    contribution
    project_id | payer    | amount   | currency | state        | precision | valid_on
    alpha      | eu       | 30000000 | EUR      | accepted     | exact     | 2015-01-31
    alpha      | industry | 20000000 | EUR      | accepted     | exact     | 2015-01-31
    beta       | eu       | 12500000 | EUR      | accepted     | exact     | 2015-01-31
    beta       | eu       | 11000000 | EUR      | accepted     | exact     | 2014-01-31
    gamma      | eu       | 90000000 | EUR      | as_published | exact     | 2015-01-31
    alpha      | other    | 1000000  | USD      | accepted     | exact     | 2015-01-31
    alpha      | eu       | 31000000 | EUR      | accepted     | rounded   | 2015-01-31
"""


def test_twenty_applications_for_62_5_million_are_3_2_for_ten_million(world):
    figure = world(TWENTY).one("patents_per_10m")
    # Inventions: 18 + F1 once + 1 = 20. Gamma's 5 are out: nothing of gamma's cost was accepted.
    # Accepted, exact, in euro, latest: 30 + 20 + 12.5 = 62.5 million. 20 / 62.5 x 10 = 3.2.
    assert figure.value == 3.2
    assert figure.denominator == 62_500_000
    assert figure.n == 20 - 18 + 1  # three records: the 18, F1, and the one without a family


def test_the_upper_part_is_smaller_than_all_applications(world):
    assert world(TWENTY).one("patent_applications").value == 25  # with gamma's 5


def test_a_family_of_two_projects_counts_in_the_one_that_applied_first(world):
    found = {f.cut: f.value for f in world(TWENTY).ask("patents_per_10m", by="project")}
    assert found == {"alpha": 3.6, "beta": 1.6}  # 18 / 50 x 10; (F1 + 1) / 12.5 x 10; gamma has no rate


def test_a_family_counts_where_cost_was_accepted_even_if_another_project_applied_before(world):
    desk = world("""
        exploitation_event
        project_id | kind               | family | happened_on
        gamma      | patent_application | F1     | 2010
        beta       | patent_application | F1     | 2013

        contribution
        project_id | payer | amount   | state    | valid_on
        beta       | eu    | 20000000 | accepted | 2015
    """)
    assert desk.one("patents_per_10m").value == 0.5  # 1 / 20 x 10


def test_without_accepted_cost_there_is_no_rate(world):
    desk = world("""
        exploitation_event
        project_id | kind
        gamma      | patent_application
    """)
    assert desk.one("patents_per_10m").value is None
