"""All money over public money."""

from tests.spec.ledger import LEDGER


def test_every_payer_is_above_the_line(world):
    desk = world(LEDGER)
    figure = desk.one("leverage_total")
    # alpha 110 + 80.50 + 7 + 5 and beta 40 + 60 + 3 = 305.50, over 110 + 40 = 150
    assert figure.exact == "611/300"
    assert figure.denominator == 150
    assert desk.one("leverage_total", {"project": ["beta"]}).exact == "103/40"
