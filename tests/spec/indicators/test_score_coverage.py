"""The share of citable papers that have a score, of whatever age."""

from tests.spec.scored import SCORED


def test_papers_without_a_score_stand_below_the_line(world):
    desk = world(SCORED)
    figure = desk.one("score_coverage")
    assert (figure.exact, figure.denominator) == ("6/7", 7)  # bare has none; the book is not citable
    assert {f.cut: f.exact for f in desk.ask("score_coverage", by="project")} == {"alpha": "1", "beta": "5/6"}


def test_an_undefined_score_is_none(world):
    desk = world(SCORED.replace("| 0.5  | 0     | 0    | 2", "|      | 0     | 0    | 2"))
    assert desk.one("score_coverage").exact == "5/7"


def test_where_nothing_is_scored_there_is_no_method_and_no_value(world):
    assert world(SCORED).one("score_coverage", as_of="2020-01-31").status == "no_value"
