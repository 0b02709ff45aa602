"""Only what the programme office accepted."""

LEDGER = """
    contribution
    project_id | payer    | amount | state     | valid_on
    alpha      | eu       | 30     | accepted  | 2014-06-30
    alpha      | eu       | 50     | accepted  | 2015-06-30
    alpha      | industry | 20     | accepted  | 2015-06-30
    alpha      | industry | 90     | certified | 2015-06-30
    beta       | eu       | 70     | reported  | 2015-06-30
"""


def test_the_latest_accepted_amount_of_each_payer_counts(world):
    desk = world(LEDGER)
    assert desk.one("accepted_cost").value == 70  # 50 (which replaces 30) + 20; certified and reported do not count
    assert desk.one("accepted_cost", as_of="2014-12-31").value == 30


def test_a_complete_ledger_without_accepted_amounts_says_nothing(world):
    desk = world(
        LEDGER
        + """
        coverage
        record_type  | scope_key | scope_value | level
        contribution | all       | *           | complete
    """
    )
    assert desk.one("accepted_cost", {"project": ["beta"]}).value is None
