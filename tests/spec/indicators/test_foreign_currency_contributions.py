"""Contributions that no sum of euro holds are counted, not added."""


def test_amounts_in_other_currencies_are_counted_by_currency(world):
    desk = world("""
        contribution
        project_id | payer              | amount  | currency | state  | precision | valid_on
        alpha      | associated_partner | 1000000 | USD      | stated | rounded   | 2012-04-02
        alpha      | eu                 | 500     | EUR      | stated | rounded   | 2012-04-02
        beta       | associated_partner | 20      | GBP      | stated | exact     | 2013-01-01
        beta       | associated_partner | 25      | GBP      | stated | exact     | 2014-01-01
        gamma      | other              | 7       | CHF      | stated | exact     |
    """)
    # one in dollars, one in pounds (25 is a later reading of 20), one in francs although it has no date
    assert desk.one("foreign_currency_contributions").value == 3
    kinds = {f.cut: f.value for f in desk.ask("foreign_currency_contributions", by="kind")}
    assert kinds == {"CHF": 1, "GBP": 1, "USD": 1}
    assert desk.one("foreign_currency_contributions", {"project": ["beta"]}, as_of="2012-12-31").value is None


def test_nothing_recorded_is_not_nought_even_where_the_ledger_is_complete(world):
    desk = world("""
        contribution
        project_id | payer | amount | valid_on
        alpha      | eu    | 100    | 2019-01-01

        coverage
        record_type  | scope_key | scope_value | level
        contribution | all       | *           | complete
    """)
    assert desk.one("foreign_currency_contributions").value is None
