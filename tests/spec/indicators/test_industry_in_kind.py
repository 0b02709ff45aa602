"""Industry's contributions at their latest exact version."""

from tests.spec.ledger import LEDGER


def test_announced_amounts_do_not_replace_published_ones(world):
    desk = world(LEDGER)
    assert desk.one("industry_in_kind").value == 140.5  # 80.50 + 60; the 70 of beta is announced and rounded
    assert {f.cut: f.value for f in desk.ask("industry_in_kind", by="project")} == {"alpha": 80.5, "beta": 60}
