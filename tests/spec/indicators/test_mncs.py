"""The mean over papers that can be judged, each once; half of a paper in a field counts half."""

from tests.spec.scored import SCORED


def test_young_undated_foreign_and_unscored_papers_do_not_enter(world):
    desk = world(SCORED)
    figure = desk.one("mncs")
    assert (figure.value, figure.denominator, figure.n) == (1.5, 4, 4)  # (4 + 1.5 + 0.5 + 0) / 4
    # alpha: w1 and w2, (4 + 1.5) / 2; beta: w2, w3, w4, (1.5 + 0.5 + 0) / 3
    assert {f.cut: f.exact for f in desk.ask("mncs", by="project")} == {"alpha": "11/4", "beta": "2/3"}
    assert {f.cut: f.value for f in desk.ask("mncs", by="year")} == {"2015": 4, "2016": 1, "2018": 0}
    assert {f.cut: f.value for f in desk.ask("mncs", by="kind")} == {
        "article": 2.75,
        "review": 0.5,
        "conference_paper": 0,
    }


def test_a_paper_half_in_a_field_counts_half_in_its_mean(world):
    desk = world(SCORED)
    cuts = {f.cut: (f.exact, f.denominator, f.n) for f in desk.ask("mncs", by="field")}
    # medicine: half of w1 and w2, (0.5 × 4 + 1.5) / 1.5 = 3.5 / 1.5 = 7/3; biology: half of w1 and w3, (0.5 × 4 + 0.5) / 1.5 = 5/3
    assert cuts == {"medicine": ("7/3", 1.5, 2), "biology": ("5/3", 1.5, 2), "(none)": ("0", 1, 1)}
    assert desk.one("mncs", {"field": ["medicine"]}).exact == "7/3"
    assert desk.one("mncs", {"field": ["medicine", "biology"]}).value == 2  # w1 whole: (4 + 1.5 + 0.5) / 3


def test_reach_and_mix_come_from_the_addresses(world):
    desk = world(SCORED)
    # w4 names no country; w1 and w3 name two
    assert {f.cut: f.value for f in desk.ask("mncs", by="reach")} == {
        "international": 2.25,
        "domestic": 1.5,
        "(none)": 0,
    }
    # w1 alone joins two sectors; w2, w3 and w4 have one each: (1.5 + 0.5 + 0) / 3
    assert {f.cut: f.exact for f in desk.ask("mncs", by="mix")} == {"several sectors": "4", "one sector": "2/3"}


def test_it_says_who_scored_and_that_it_rests_on_few_papers(world):
    figure = world(SCORED).one("mncs")
    assert figure.few
    assert figure.notes == (
        "rests on fewer than 30 papers: to be read with its interval, not to be ranked or compared",
        "scored by ours (base 20), citations up to 2020-06-30",
    )
    assert figure.low <= figure.value <= figure.high
