"""Who stood in an organisation's place on a day."""

import pytest

from benchside.errors import DataError
from benchside.resolve.successions import Succession, standing_at

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
