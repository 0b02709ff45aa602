"""Times to an event against R's `survival` on published data, against arithmetic by hand, and against known hazards."""

import csv
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchside.errors import UsageError
from benchside.pathways.competing import aalen_johansen
from benchside.pathways.log_rank import chance_above, log_rank
from benchside.pathways.survival import kaplan_meier, quantile, remaining_at, risk_table

FOLDER = Path(__file__).parents[2] / "fixtures" / "survival"
SETS = ("aml", "ovarian", "lung", "veteran")
CLOSE = {"rtol": 1e-9, "atol": 1e-12, "equal_nan": True}
"""Closer than the millionth that agreement asks for."""


def read(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def column(rows, name: str) -> np.ndarray:
    return np.array([math.nan if row[name] == "NA" else float(row[name]) for row in rows])


def groups_of(name: str) -> dict[str, tuple[list[float], list[int]]]:
    rows = read(name)
    return {
        group: (
            [float(row["time"]) for row in rows if row["group"] == group],
            [int(row["ending"]) for row in rows if row["group"] == group],
        )
        for group in dict.fromkeys(row["group"] for row in rows)
    }


GROUPS = [(name, group) for name in SETS for group in groups_of(name)]


@pytest.mark.parametrize(("name", "group"), GROUPS)
def test_curves_are_those_of_r(name, group):
    curve = kaplan_meier(*groups_of(name)[group])
    expected = [row for row in read("r_curves") if (row["set"], row["group"]) == (name, group)]
    for field in ("time", "at_risk", "reached", "remaining"):
        np.testing.assert_allclose(getattr(curve, field), column(expected, field), **CLOSE)
    above = curve.remaining > 1e-12  # where nobody remains R gives no error and no interval, and neither do we
    for field in ("error", "low", "high"):
        np.testing.assert_allclose(getattr(curve, field)[above], column(expected, field)[above], **CLOSE)
    assert np.isnan(curve.low[~above]).all()


@pytest.mark.parametrize(("name", "group"), GROUPS)
def test_quantiles_are_those_of_r(name, group):
    curve = kaplan_meier(*groups_of(name)[group])
    for row in read("r_quantiles"):
        if (row["set"], row["group"]) == (name, group):
            found = quantile(curve, float(row["share"]))
            told = [None if row[end] == "NA" else float(row[end]) for end in ("time", "low", "high")]
            assert [found.time, found.low, found.high] == pytest.approx(told)


@pytest.mark.parametrize("name", SETS)
def test_the_log_rank_test_is_that_of_r(name):
    found = log_rank(groups_of(name))
    [row] = [row for row in read("r_log_rank") if row["set"] == name]
    assert found.statistic == pytest.approx(float(row["statistic"]), rel=1e-9)
    assert found.freedom == int(row["freedom"])
    assert found.chance == pytest.approx(float(row["chance"]), rel=1e-9)


def test_incidences_with_competing_endings_are_those_of_r():
    rows, expected = read("mgus2"), read("r_incidence")
    found = aalen_johansen(column(rows, "time"), column(rows, "ending").astype(int))
    np.testing.assert_allclose(found.time, column(expected, "time"), **CLOSE)
    np.testing.assert_allclose(found.remaining, column(expected, "remaining"), **CLOSE)
    for ending in (1, 2):
        for field in ("share", "error", "low", "high"):
            told = column(expected, f"{field}_{ending}")
            np.testing.assert_allclose(getattr(found, field)[ending], told, **CLOSE)


def test_a_curve_worked_out_by_hand():
    # Five: reached at 1 and 3, censored at 2 and 3, reached at 5.
    # after 1: 4/5; after 3: 4/5 · 2/3 = 8/15; after 5: 8/15 · 0/1 = 0.
    curve = kaplan_meier([1, 2, 3, 3, 5], [1, 0, 1, 0, 1])
    assert curve.time.tolist() == [1, 2, 3, 5]
    assert curve.at_risk.tolist() == [5, 4, 3, 1]
    assert curve.remaining.tolist() == pytest.approx([4 / 5, 4 / 5, 8 / 15, 0])
    # Greenwood after 3: 1/(5·4) + 1/(3·2) = 13/60
    assert curve.error[2] == pytest.approx(8 / 15 * math.sqrt(13 / 60))
    assert quantile(curve).time == 5
    assert remaining_at(curve, [0.5, 1, 4, 9]).tolist() == pytest.approx([1, 4 / 5, 8 / 15, 0])
    assert risk_table(curve, [0, 1, 2, 4, 6]).tolist() == [5, 5, 4, 1, 0]


def test_a_curve_that_rests_on_the_level_has_the_middle_for_its_median():
    # Half have got there at 2, the next one at 6: any time between divides them, the middle is 4.
    assert quantile(kaplan_meier([1, 2, 6, 8], [1, 1, 1, 1])).time == 4


def test_a_group_in_which_nothing_has_happened_is_answered():
    curve = kaplan_meier([3, 5], [0, 0])
    assert curve.remaining.tolist() == [1, 1]
    found = quantile(curve)
    assert (found.time, found.low, found.high) == (None, None, None)
    assert log_rank({"a": ([3, 5], [0, 0]), "b": ([4], [0])}).chance is None
    assert aalen_johansen([3, 5], [0, 0], causes=(1, 2)).share[2].tolist() == [0, 0]


def test_an_empty_group_is_answered():
    curve = kaplan_meier([], [])
    assert len(curve.time) == 0
    assert quantile(curve).time is None
    assert risk_table(curve, [0, 1]).tolist() == [0, 0]
    assert remaining_at(curve, [1]).tolist() == [1]
    assert len(aalen_johansen([], []).time) == 0
    assert log_rank({}).freedom == 0
    # An empty group beside one with endings: nothing is expected of it, so there is nothing to compare.
    assert log_rank({"a": ([], []), "b": ([1, 2], [1, 1])}).freedom == 0


def test_what_happens_on_the_first_day_counts():
    assert kaplan_meier([0, 0, 4], [1, 0, 1]).remaining.tolist() == pytest.approx([2 / 3, 0])


@pytest.mark.parametrize(
    ("times", "endings", "weights", "told"),
    [
        ([1, -2], [1, 1], None, "time at place 1 is -2"),
        ([1, math.nan], [1, 1], None, "time at place 1 is nan"),
        ([1, math.inf], [1, 1], None, "time at place 1 is inf"),
        ([1], [-1], None, "ending at place 0 is -1"),
        ([1], [1], [0], "weight at place 0 is 0"),
        ([1, 2], [1], None, "2 times, 1 endings"),
    ],
)
def test_what_is_no_time_is_named(times, endings, weights, told):
    with pytest.raises(UsageError, match=told):
        kaplan_meier(times, endings, weights=weights)


@pytest.mark.parametrize(
    # The points of the chi-squared distribution above which five in a hundred lie, as tables print them.
    ("freedom", "point"), [(1, 3.841), (2, 5.991), (3, 7.815), (4, 9.488), (5, 11.070), (10, 18.307), (17, 27.587)],
)  # fmt: skip
def test_the_chance_of_a_chi_squared_variable(freedom, point):
    assert chance_above(point, freedom) == pytest.approx(0.05, abs=2e-5)


observed = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 2)), min_size=1, max_size=40)


@given(observed)
def test_shares_and_what_remains_add_up_to_one(rows):
    found = aalen_johansen([t for t, _ in rows], [e for _, e in rows], causes=(1, 2))
    np.testing.assert_allclose(found.remaining + found.share[1] + found.share[2], 1, atol=1e-12)
    for ending in (1, 2):
        assert (np.diff(found.share[ending]) >= -1e-12).all()


@given(observed)
def test_with_one_ending_the_incidence_is_what_does_not_remain(rows):
    times, endings = [t for t, _ in rows], [min(e, 1) for _, e in rows]
    np.testing.assert_allclose(
        aalen_johansen(times, endings, causes=(1,)).share[1], 1 - kaplan_meier(times, endings).remaining, atol=1e-12
    )


@given(observed, st.integers(2, 4))
def test_a_weight_stands_for_so_many(rows, times):
    each = kaplan_meier([t for t, _ in rows] * times, [e for _, e in rows] * times)
    weighed = kaplan_meier([t for t, _ in rows], [e for _, e in rows], weights=[times] * len(rows))
    np.testing.assert_allclose(weighed.remaining, each.remaining, atol=1e-12)
    np.testing.assert_allclose(weighed.error, each.error, atol=1e-9)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=40))
def test_without_censoring_the_curve_is_the_share_still_to_come(times):
    curve = kaplan_meier(times, [1] * len(times))
    told = [sum(t > moment for t in times) / len(times) for moment in curve.time]
    np.testing.assert_allclose(curve.remaining, told, atol=1e-9)


def test_known_hazards_are_recovered():
    # Made: use comes at 0.10 a year and withdrawal at 0.05 a year; everything is looked at after 1 to 15 years.
    # Then 0.1/0.15 · (1 - exp(-0.15·8)) = 46.59 % are used after 8 years, and half have one of both by ln 2 / 0.15 = 4.62.
    draw = np.random.default_rng(17)
    count = 20_000
    used, gone, look = draw.exponential(10, count), draw.exponential(20, count), draw.uniform(1, 15, count)
    time = np.minimum(np.minimum(used, gone), look)
    ending = np.where(time == look, 0, np.where(time == used, 1, 2))
    months = np.ceil(time * 12)  # as records would have it, by the month
    found = aalen_johansen(months, ending)
    at = np.searchsorted(found.time, 96, side="right") - 1
    assert found.share[1][at] == pytest.approx(2 / 3 * (1 - math.exp(-1.2)), abs=4 * found.error[1][at])
    either = quantile(kaplan_meier(months, ending))
    assert either.low is not None
    assert either.high is not None
    assert either.low - 1 <= 12 * math.log(2) / 0.15 <= either.high + 1
    # A median over those that were used only is the median of the quick ones: far too short.
    alone = np.median(months[ending == 1])
    assert alone < 12 * math.log(2) / 0.10 / 2
