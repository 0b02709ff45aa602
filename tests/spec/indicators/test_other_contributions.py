"""Money of no named payer and of the beneficiaries."""

from tests.spec.ledger import LEDGER


def test_it_holds_other_money_and_beneficiaries_own(world):
    desk = world(LEDGER)
    assert desk.one("other_contributions").value == 8  # other 5 + beneficiary 3; associated partners are apart
    assert {f.cut: f.value for f in desk.ask("other_contributions", by="payer")} == {"other": 5, "beneficiary": 3}
