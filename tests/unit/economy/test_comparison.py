"""A whole comparison: what it holds, what it says of cause, and what it answers where little can be compared."""

import pytest

from benchside.economy.comparison import compare
from tests.unit.economy.made import TWO_DATES, panel

HALF = {"since": lambda n: 2014 if n % 2 else None}


def test_it_holds_difference_event_study_and_placebo():
    found = compare(panel(60, range(2010, 2018), 3, **HALF))
    assert (found.units, found.treated, found.controls, len(found.times)) == (60, 30, 30, 8)
    assert found.difference.low < 3 < found.difference.high
    assert [m.since for m in found.study.moments] == [-4, -3, -2, -1, 0, 1, 2, 3]
    assert found.placebo.low < 0 < found.placebo.high
    assert (found.matched, found.missing, found.notes) == ((), (), ())


def test_it_is_associational_even_where_the_paths_were_alike():
    found = compare(panel(60, range(2010, 2018), 3, **HALF))
    assert found.standing == "associational"
    assert found.sentence.startswith("Associational: nobody states that treatment was given at random")
    assert "do not differ demonstrably" in found.sentence
    assert "That is no proof of parallel paths afterwards." in found.sentence


def test_paths_that_differ_before_speak_against_an_effect():
    found = compare(panel(60, range(2010, 2018), 0, drift=1, **HALF))
    assert found.difference.low > 0
    assert found.placebo.low > 0
    assert "a treatment that did not happen shows a difference as well" in found.sentence
    assert "That speaks against an effect." in found.sentence


def test_it_is_causal_only_where_somebody_states_that_lots_were_drawn():
    found = compare(panel(60, range(2010, 2018), 3, **HALF), random="the call of 2013")
    assert found.standing == "causal"
    assert found.sentence.startswith("Causal: the call of 2013 states that treatment was given at random")


def test_staggered_treatment_takes_group_time_averages_and_says_so():
    found = compare(panel(40, range(2010, 2017), 2, seed=7, **TWO_DATES))
    assert found.difference.method.endswith("group-time averages, never-treated controls")
    assert found.notes[-1].startswith("treated from 2012, 2014: group-time averages are used, because")
    # Half of the two years before the first date is one year: treatment moved to 2011 and, of four, to 2012.
    assert found.placebo is not None


def test_traits_bring_two_matched_comparisons():
    found = compare(
        panel(80, range(2010, 2016), 3, since=lambda n: 2013 if n % 4 == 0 else None, match=("size", "kind"))
    )
    assert [m.effect.method for m in found.matched] == [
        "matched in strata (coarsened exact)",
        "matched by propensity (nearest neighbour)",
    ]
    assert all(m.effect.low < 3 < m.effect.high for m in found.matched)
    assert {b.trait for b in found.matched[0].balance} == {"size", "kind=b", "kind=c"}


@pytest.mark.parametrize(
    ("since", "years", "words"),
    [
        (lambda n: None, range(2010, 2014), "No comparison: 0 treated units and 6 never treated ones"),
        (lambda n: 2012, range(2010, 2014), "No comparison: 6 treated units and 0 never treated ones"),
        (lambda n: 2012 if n == 0 else None, range(2010, 2014), "No comparison: 1 treated units"),
        (lambda n: 2010 if n < 3 else None, range(2010, 2014), "No comparison: 0 treated units and 3 never treated"),
        (
            lambda n: 2010 if n < 3 else None,
            (2010,),
            "No difference-in-differences: No time before treatment began at 2010",
        ),
    ],
)
def test_where_nothing_can_be_compared_it_answers(since, years, words):
    found = compare(panel(6, years, 1, since=since))
    assert found.difference is None
    assert (found.study, found.placebo, found.standing) == (None, None, "none")
    assert any(m.startswith(words) for m in found.missing)
    assert found.sentence == "Nothing could be compared, so nothing is said of an effect."


def test_one_time_before_leaves_the_placebo_out_and_few_units_are_told():
    found = compare(panel(8, range(2013, 2016), 3, **HALF))
    assert found.difference is not None
    assert found.placebo is None
    assert found.missing[0].startswith("No placebo: 1 time before treatment")
    assert "Too few times before treatment were observed to see whether the groups moved alike." in found.sentence
    assert found.notes == ("4 treated units and 4 controls: with fewer than 10 of either, intervals are too narrow",)


def test_one_time_alone_can_still_be_matched():
    found = compare(panel(80, (2015,), 3, since=lambda n: 2013 if n % 4 == 0 else None, match=("kind",)))
    assert found.difference is None
    assert len(found.matched) == 2
    assert found.standing == "associational"
