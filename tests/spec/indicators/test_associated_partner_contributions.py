"""Associated partners' contributions in euro."""

from tests.spec.ledger import LEDGER


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
