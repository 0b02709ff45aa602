"""What the European Union pays, at the latest dated version."""

from tests.spec.ledger import LEDGER


def test_an_undated_version_is_never_given_a_date(world):
    desk = world(LEDGER)
    assert desk.one("public_funding").value == 150  # alpha 110, beta 40; the undated 900 of alpha does not count
    assert desk.one("public_funding", as_of="2018-12-31").value == 100  # the first version of alpha


def test_before_the_first_dated_amount_there_is_no_value(world):
    assert world(LEDGER).one("public_funding", as_of="2014-12-31").value is None
