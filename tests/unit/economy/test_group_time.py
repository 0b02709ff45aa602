"""Group-time averages against csdid 0.4.3 (a Python port of the authors' R package did) and statsmodels 0.15."""

import numpy as np
import pytest

from benchside.economy import fixed_effects
from benchside.economy.group_time import cells, difference, event_study
from benchside.errors import UsageError
from tests.unit.economy.made import TWO_DATES, panel

PANEL = panel(40, range(2010, 2017), 2, seed=7, **TWO_DATES)

OF_CSDID = {
    (2012, 2010): (1.0900069804, 0.7771223546), (2012, 2012): (2.2730519180, 0.5330691825), (2012, 2013): (1.9621837407, 0.6746790713),
    (2012, 2014): (2.4444000897, 0.5381654906), (2012, 2015): (2.3097828138, 0.6644361706), (2012, 2016): (2.3992578210, 0.5501416129),
    (2014, 2010): (0.9540906148, 0.6401919834), (2014, 2011): (0.1474093687, 0.5287000819), (2014, 2012): (-0.3630179475, 0.5839850198),
    (2014, 2014): (2.4393432385, 0.5835756162), (2014, 2015): (1.9768111475, 0.6107596443), (2014, 2016): (2.0902427825, 0.7239170659),
}  # fmt: skip
"""(group, time) → difference and error, never-treated controls, universal base period, analytic errors."""


def test_each_group_at_each_time_agrees_with_csdid():
    found = {(c.group, c.time): (c.estimate, c.error * np.sqrt(39 / 40)) for c in cells(PANEL)}
    assert found.keys() == OF_CSDID.keys()
    for key, expected in OF_CSDID.items():
        assert found[key] == pytest.approx(expected, abs=1e-8)


def test_the_mean_over_groups_and_times_agrees_with_csdid():
    found = difference(PANEL)
    assert found.estimate == pytest.approx(2.2368841939661124, rel=1e-10)
    # csdid: 0.3453; it counts the sizes of the groups as drawn too, and not G/(G − 1).
    assert found.error == pytest.approx(0.3453236, rel=0.02)


def test_groups_at_one_time_since_treatment_are_averaged_by_their_units():
    study = event_study(PANEL)
    at = {m.since: m.estimate for m in study.moments}
    # Both groups have ten units; only the first is observed three years after, only the second four years before.
    assert at[0] == pytest.approx((2.2730519180 + 2.4393432385) / 2)
    assert at[-2] == pytest.approx((1.0900069804 - 0.3630179475) / 2)
    assert at[3] == pytest.approx(2.3097828138)
    assert at[-4] == pytest.approx(0.9540906148)
    assert [m.since for m in study.moments if m.is_reference] == [-1]
    assert study.pre_trend.moments == 3


def test_with_one_group_the_moments_are_those_of_two_way_fixed_effects():
    one = panel(20, range(2010, 2016), 2, since=lambda n: 2013 if n < 8 else None)
    for ours, theirs in zip(event_study(one).moments, fixed_effects.event_study(one).moments, strict=True):
        assert (ours.since, ours.is_reference) == (theirs.since, theirs.is_reference)
        assert ours.estimate == pytest.approx(theirs.estimate)


def test_a_known_effect_that_grows_with_time_is_recovered_where_fixed_effects_would_not():
    # Treated units gain 1 a year from their treatment on: made as a difference between two panels of the same noise.
    since = {"since": lambda n: {0: 2012, 1: 2015}.get(n % 3)}
    flat = panel(300, range(2010, 2018), 0, **since)
    grown = np.where(np.isfinite(flat.since[flat.unit]), np.maximum(flat.time - flat.since[flat.unit] + 1, 0), 0)
    rising = type(flat)(flat.units, flat.unit, flat.time, flat.outcome + grown, flat.since)
    before, after = difference(flat).estimate, difference(rising).estimate
    # First group: 1 + … + 6 over six years, second: 1 + 2 + 3 over three, both of 100 units: 27 / 9.
    assert after - before == pytest.approx(3)
    assert abs(before) < 3 * difference(flat).error


def test_units_missing_at_a_time_are_in_no_change_to_it():
    gone = panel(40, range(2010, 2017), 2, seed=7, **TWO_DATES, missing=lambda n, t: n == 0 and t == 2013)
    counts = {(c.group, c.time): c.units for c in cells(gone)}
    assert (counts[2012, 2013], counts[2012, 2014]) == (9, 10)


def test_groups_that_were_never_seen_before_are_answered():
    early = panel(12, range(2010, 2014), 1, since=lambda n: {0: 2009, 1: 2010}.get(n % 4))
    with pytest.raises(UsageError, match="No group of units was observed both before and after"):
        cells(early)
