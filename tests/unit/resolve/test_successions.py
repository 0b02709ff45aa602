"""Who stood in an organisation's place on a day."""

import pytest

from benchside.errors import DataError
from benchside.resolve.successions import Succession, course, standing_at

MERGED = [
    Succession("paris4", "sorbonne", "merger", "2018-01-01"),
    Succession("upmc", "sorbonne", "merger", "2018-01-01"),
    Succession("old", "paris4", "renewal", "1971-01-01"),
    Succession("undated", "later", "renewal"),
]


@pytest.mark.parametrize(
    ("record", "day", "stands"),
    [
        ("upmc", "2017-12-31", ("upmc",)),
        ("upmc", "2018-01-01", ("sorbonne",)),
        ("old", "2020-01-01", ("sorbonne",)),
        ("undated", "2020-01-01", ("undated",)),
    ],
)
def test_a_succession_is_followed_from_its_day(record, day, stands):
    assert standing_at(record, day, MERGED) == stands


def test_a_split_leaves_several():
    split = [Succession("a", "b", "split", "2013-01-01"), Succession("a", "c", "split", "2013-01-01")]
    assert standing_at("a", "2014-01-01", split) == ("b", "c")


def test_a_circle_is_told_with_its_trail():
    circle = [Succession("a", "b", "renewal", "2013-01-01"), Succession("b", "a", "renewal", "2014-01-01")]
    with pytest.raises(DataError, match="a → b → a"):
        standing_at("a", "2015-01-01", circle)


def test_an_unknown_kind_is_refused():
    with pytest.raises(DataError, match="is a 'marriage', expected one of merger, split, renewal"):
        Succession("a", "b", "marriage")


def step(before, after, on):
    return before, after, Succession(before, after, "merger", on, origin=f"{before}-{after}")


def stretches(*steps):
    found, unfollowed = course(steps)
    return {start: [(since, who) for since, who, _ in path] for start, path in found.items()}, [
        why for _, why in unfollowed
    ]


def test_a_chain_is_followed_day_by_day():
    found, unfollowed = stretches(step("a", "b", "2001-01-01"), step("b", "c", "2005-01-01"))
    assert found == {"a": [("2001-01-01", "b"), ("2005-01-01", "c")], "b": [("2005-01-01", "c")]}
    assert unfollowed == []


def test_a_successor_that_was_followed_before_is_passed_over():
    found, _ = stretches(step("a", "b", "2005-01-01"), step("b", "c", "2001-01-01"))
    assert found["a"] == [("2005-01-01", "c")]


def test_what_nobody_can_follow_is_told():
    undated, several = step("a", "b", ""), (step("c", "d", "2001-01-01"), step("c", "e", "2001-01-01"))
    circle = (step("f", "g", "2001-01-01"), step("g", "f", "2002-01-01"))
    found, unfollowed = stretches(undated, *several, *circle)
    assert found == {}
    assert sorted(unfollowed) == [
        "it was followed by several organisations", "it was followed by several organisations", "no day is given",
        "the successions run in a circle", "the successions run in a circle",
    ]  # fmt: skip


def test_what_leads_into_a_circle_is_followed_up_to_it():
    found, _ = stretches(step("x", "f", "2000-01-01"), step("f", "g", "2001-01-01"), step("g", "f", "2002-01-01"))
    assert found == {"x": [("2000-01-01", "f")]}
