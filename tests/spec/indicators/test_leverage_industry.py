"""The stricter of the two leverages."""

from tests.spec.ledger import LEDGER


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
