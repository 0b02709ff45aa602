"""Associated partners' contributions in euro."""

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


def test_dollars_are_not_added_to_euro(world):
    assert world(LEDGER).one("associated_partner_contributions").value == 7  # the 1 000 are dollars


def test_nothing_recorded_is_not_nought_even_where_the_ledger_is_complete(world):
    desk = world("""
        contribution
        project_id | payer | amount | valid_on
        alpha      | eu    | 100    | 2019-01-01

        coverage
        record_type  | scope_key | scope_value | level
        contribution | all       | *           | complete
    """)
    assert desk.one("associated_partner_contributions").value is None
