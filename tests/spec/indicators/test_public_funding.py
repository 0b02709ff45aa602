"""What the European Union pays, at the latest dated version."""

from tests.spec.ledger import LEDGER


def test_an_undated_version_is_never_given_a_date(world):
    desk = world(LEDGER)
    assert desk.one("public_funding").value == 150  # alpha 110, beta 40; the undated 900 of alpha does not count
    assert desk.one("public_funding", as_of="2018-12-31").value == 100  # the first version of alpha


def test_before_the_first_dated_amount_there_is_no_value(world):
    assert world(LEDGER).one("public_funding", as_of="2014-12-31").value is None


REGISTER = """    gamma      | eu                 | 30     | 2020-01-01 | registry     | exact     | EUR
"""


def test_amounts_of_a_register_count_only_where_nothing_is_published(world):
    assert world(LEDGER + REGISTER).one("public_funding").value == 150  # alpha 110 and beta 40, without gamma's 30
    head = "\n".join(LEDGER.splitlines()[:3]) + "\n"
    desk = world(head + REGISTER)
    assert desk.one("public_funding").value == 30
    assert desk.one("public_funding", as_of="2019-12-31").value is None
