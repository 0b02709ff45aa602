"""Gaps without their sign, of the projects that have one."""

from tests.spec.money_of_parts import BLANK, MORE, NONE, PARTS, SOME


def test_gaps_do_not_cancel_and_projects_that_agree_have_none(world):
    desk = world(PARTS)
    assert desk.one("funding_gaps").value == 56.51  # 50 + 5 + 1.50 + 0.01, the last with its sign taken away
    assert desk.one("funding_gaps").n == 4
    gaps = {f.cut: f.value for f in desk.ask("funding_gaps", by="project")}
    assert gaps == {"blank": 50, "some": 5, "none-blank": 1.5, "more": 0.01}
    kinds = {f.cut: f.value for f in desk.ask("funding_gaps", by="kind")}
    assert kinds == {BLANK: 50, SOME: 5, NONE: 1.5, MORE: 0.01}
