"""All payers together."""

from tests.spec.ledger import LEDGER


def test_every_payer_counts_once_at_the_latest_version(world):
    desk = world(LEDGER)
    # alpha 110 + 80.50 + 7 + 5 = 202.50; beta 40 + 60 + 3 = 103
    assert desk.one("total_cost").value == 305.5
    assert {f.cut: f.value for f in desk.ask("total_cost", by="project")} == {"alpha": 202.5, "beta": 103}


def test_a_printed_total_is_never_added(world):
    desk = world("""
        contribution
        project_id | payer    | amount | valid_on
        alpha      | eu       | 100    | 2019-01-01
        alpha      | industry | 50     | 2019-01-01

        stated_total
        project_id | amount | valid_on
        alpha      | 150    | 2019-01-01
    """)
    assert desk.one("total_cost").value == 150


def test_a_register_that_knows_one_payer_gives_no_total(world):
    register = """
        contribution
        project_id | payer | amount | valid_on   | state    | precision | currency
        gamma      | eu    | 30     | 2019-01-01 | registry | exact     | EUR
    """
    assert world(register).one("total_cost").value is None
    assert (
        world(LEDGER + "    gamma | eu | 30 | 2019-01-01 | registry | exact | EUR\n").one("total_cost").value == 305.5
    )
    told = register + "        gamma      | industry | 20  | 2019-01-01 | registry | exact     | EUR\n"
    assert world(told).one("total_cost").value == 50  # a register that knows more than the Union's money
