"""Every amount as printed, so that the weight of other currencies can be seen."""

from tests.spec.indicators.test_further_funding import FUNDING


def test_every_amount_as_printed_and_by_currency(world):
    desk = world(FUNDING)
    assert desk.one("further_funding_as_printed").value == 1270001700.5
    kinds = {f.cut: f.value for f in desk.ask("further_funding_as_printed", by="kind")}
    assert kinds == {"COP": 1270000000, "GBP": 1700.5}
