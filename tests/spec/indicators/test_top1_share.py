"""How much of each paper lies in the top hundredth, averaged."""

from tests.spec.scored import SCORED


def test_half_of_one_of_four_papers(world):
    desk = world(SCORED)
    assert desk.one("top1_share").value == 0.125  # (0.5 + 0 + 0 + 0) / 4
    assert {f.cut: f.value for f in desk.ask("top1_share", by="project")} == {"alpha": 0.25, "beta": 0}
