"""What followed for each public pound: amounts of several projects divided among them, in one currency."""

DRAWN = """
    project_outcome
    project_id | outcome_id
    alpha      | f-one
    beta       | f-one
    gamma      | f-one
    beta       | f-two
    beta       | f-euro
    gamma      | f-gamma

    outcome
    outcome_id | kind            | title
    f-one      | further_funding | a charity
    f-two      | further_funding | a firm
    f-euro     | further_funding | a ministry
    f-gamma    | further_funding | a firm

    further_funding
    outcome_id | funder     | amount  | currency
    f-one      | a charity  | 1000.01 | GBP
    f-two      | a firm     | 500     | GBP
    f-euro     | a ministry | 7000    | EUR
    f-gamma    | a firm     | 9999    | GBP

    contribution
    project_id | payer    | form  | state    | precision | amount  | currency | valid_on
    alpha      | national | grant | registry | exact     | 2000    | GBP      | 2015
    beta       | national | grant | registry | exact     | 1000.01 | GBP      | 2015
    gamma      | national | grant | registry | exact     | 5000    | EUR      | 2015
"""


def test_each_amount_counts_once_over_the_money_of_its_projects(world):
    figure = world(DRAWN).one("further_funding_per_pound")
    # 1 000.01 (reported by alpha and beta; gamma has no pounds on record) + 500, over 2 000 + 1 000.01.
    assert figure.value == 1500.01 / 3000.01
    assert figure.denominator == 3000.01


def test_an_amount_of_two_projects_is_divided_to_the_cent(world):
    found = {f.cut: f.value for f in world(DRAWN).ask("further_funding_per_pound", by="project")}
    # 100 001 cents: 50 000 for alpha and 50 001 for beta.
    assert found == {"alpha": 500 / 2000, "beta": 1000.01 / 1000.01}


def test_where_nothing_followed_on_record_there_is_no_ratio_of_nought(world):
    figure = world("""
        contribution
        project_id | payer    | form  | state    | precision | amount | currency | valid_on
        alpha      | national | grant | registry | exact     | 2000   | GBP      | 2015
    """).one("further_funding_per_pound")
    assert (figure.value, figure.status) == (None, "no_value")
