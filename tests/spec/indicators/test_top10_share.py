"""How much of each paper lies in the top tenth, averaged; papers at the limit count in part."""

from tests.spec.scored import SCORED


def test_papers_at_the_limit_count_in_part(world):
    desk = world(SCORED)
    figure = desk.one("top10_share")
    assert (figure.value, figure.denominator) == (0.3125, 4)  # (1 + 0.25 + 0 + 0) / 4
    # medicine: (0.5 × 1 + 0.25) / 1.5; biology: (0.5 × 1 + 0) / 1.5
    cuts = {f.cut: f.exact for f in desk.ask("top10_share", by="field")}
    assert cuts == {"medicine": "1/2", "biology": "1/3", "(none)": "0"}
