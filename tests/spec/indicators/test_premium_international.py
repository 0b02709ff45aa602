"""The mean of papers of several countries over that of papers of one."""

from tests.spec.scored import SCORED


def test_papers_without_a_country_are_on_neither_side(world):
    figure = world(SCORED).one("premium_international")
    assert figure.value == 1.5  # (4 + 0.5) / 2 = 2.25 of w1 and w3, over 1.5 of w2; w4 names no country
    assert figure.few
    assert "papers: 2 on the one side, 1 on the other" in figure.notes
    assert figure.low is None  # a side of one paper tells nothing of its spread


def test_the_interval_holds_the_value(world):
    more = SCORED.replace("    w4      |         | sme", "    w4      | NL      | sme")
    figure = world(more).one("premium_international")
    assert figure.value == 3  # 2.25 over (1.5 + 0) / 2
    assert figure.low <= 3 <= figure.high


def test_a_project_without_a_domestic_paper_has_none(world):
    cuts = {f.cut: f.value for f in world(SCORED).ask("premium_international", by="year")}
    assert cuts["2015"] is None  # w1 alone
    assert round(cuts["2016"], 4) == 0.3333  # w3 0.5 over w2 1.5
