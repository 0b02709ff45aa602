"""Papers with a score, of whatever age."""

from tests.spec.scored import SCORED


def test_young_and_undated_papers_count(world):
    desk = world(SCORED)
    assert desk.one("scored_papers").value == 6  # w1 to w4, young, undated; a book is not citable, bare has no score
    assert {f.cut: f.value for f in desk.ask("scored_papers", by="project")} == {"beta": 5, "alpha": 2}
    years = {f.cut: f.value for f in desk.ask("scored_papers", by="year")}
    assert years == {"2015": 1, "2016": 2, "2018": 1, "2019": 1, "(none)": 1}


def test_before_anything_was_scored_there_is_nothing_to_count(world):
    assert world(SCORED).one("scored_papers", as_of="2020-01-31").status == "no_value"
