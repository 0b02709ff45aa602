"""The stricter of the two leverages."""

LEDGER = """
    contribution
    project_id | payer              | amount | valid_on   | state        | precision | currency
    alpha      | eu                 | 100    | 2015-01-01 | as_published | exact     | EUR
    alpha      | eu                 | 110    | 2019-01-01 | as_published | exact     | EUR
    alpha      | eu                 | 900    |            | as_published | exact     | EUR
    alpha      | industry           | 80.50  | 2019-01-01 | as_published | exact     | EUR
    alpha      | associated_partner | 7      | 2019-01-01 | as_published | exact     | EUR
    alpha      | associated_partner | 1000   | 2019-01-01 | stated       | rounded   | USD
    alpha      | other              | 5      | 2019-01-01 | as_published | exact     | EUR
    beta       | eu                 | 40     | 2019-01-01 | as_published | exact     | EUR
    beta       | industry           | 60     | 2019-01-01 | as_published | exact     | EUR
    beta       | industry           | 70     | 2020-01-01 | announced    | rounded   | EUR
    beta       | beneficiary        | 3      | 2019-01-01 | as_published | exact     | EUR
"""


def test_only_public_money_and_industry_are_in_it(world):
    desk = world(LEDGER)
    figure = desk.one("leverage_industry")
    assert figure.exact == "581/300"  # (110 + 40 + 80.50 + 60) / (110 + 40) = 290.50 / 150
    assert figure.denominator == 150
    assert desk.one("leverage_industry", {"project": ["beta"]}).value == 2.5  # (40 + 60) / 40


def test_without_public_money_there_is_no_ratio(world):
    desk = world("""
        contribution
        project_id | payer    | amount | valid_on
        alpha      | industry | 50     | 2019-01-01
    """)
    assert desk.one("leverage_industry").value is None
