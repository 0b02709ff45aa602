"""Two-way fixed effects against statsmodels 0.15, by hand, and on made panels whose effect is known."""

import numpy as np
import pytest

from benchside.economy.fixed_effects import difference, event_study, moved_earlier
from benchside.economy.panel import panel_of
from benchside.errors import UsageError
from tests.unit.economy.made import ONE_DATE, TWO_DATES, panel

PANEL = panel(24, range(2010, 2018), 3, **ONE_DATE)
"""174 observations, not balanced."""


def test_the_difference_and_its_error_agree_with_statsmodels():
    # ols("papers ~ on + C(unit) + C(year)"), cov_type="cluster" by unit without correction, times √(24/23 · 173/165).
    found = difference(PANEL)
    assert found.estimate == pytest.approx(2.693916101299457, rel=1e-9)
    assert found.error == pytest.approx(0.3488136889755732, rel=1e-9)
    assert (found.treated, found.controls, found.freedom) == (10, 14, 23)
    # t quantile of 23 degrees of freedom: 2.0686576
    assert found.high - found.estimate == pytest.approx(2.0686576104 * 0.3488136889755732)


def test_the_event_study_and_its_test_agree_with_statsmodels():
    # The same with a column for each year but 2013; K = 7 + 7 + 1. F over the three years before, 3 and 23 degrees of freedom.
    study = event_study(PANEL)
    found = [(m.since, m.estimate, m.error) for m in study.moments if not m.is_reference]
    expected = [
        (-4, 1.369818037930616, 0.7899682621864552), (-3, 1.1077193205536557, 0.6359066268219402), (-2, 1.2982867066625792, 0.6643682778428589),
        (0, 3.699247385029567, 0.8668559538253318), (1, 4.005204046459994, 0.7689129665464085), (2, 3.1111277598414233, 0.6617388787219658),
        (3, 3.7773749895517255, 0.7730093147333255),
    ]  # fmt: skip
    assert np.array(found) == pytest.approx(np.array(expected), rel=1e-8)
    assert [m.since for m in study.moments if m.is_reference] == [-1]
    assert study.pre_trend.statistic == pytest.approx(1.6798539194153446, rel=1e-8)
    assert study.pre_trend.chance == pytest.approx(0.1990857756197646, rel=1e-7)


def of(text):
    lines = [line.split() for line in text.strip().splitlines()]
    keys = ("unit", "year", "since", "papers")
    rows = [dict(zip(keys, [c.replace("-", "") for c in line], strict=True)) for line in lines]
    return panel_of(rows, unit="unit", time="year", outcome="papers", treated="since")


TWO_BY_TWO = of("""
    a 1 2 1
    a 2 2 5
    b 1 2 3
    b 2 2 9
    c 1 - 2
    c 2 - 3
    d 1 - 4
    d 2 - 7
""")


def test_two_by_two_is_the_difference_of_mean_changes():
    found = difference(TWO_BY_TWO)
    # Changes 4 and 6 against 1 and 3: 5 − 2.
    assert found.estimate == pytest.approx(3)
    # Each unit's change lies 1 off its group's mean, half of which falls on each time: a unit's score is ±1/2 · 1/2 on each of the two
    # times, and the sandwich gives (1 + 1)/4 + (1 + 1)/4 = 1; times 4/3 for the units and 7/5 for the coefficients (8 − 3).
    assert found.error == pytest.approx(np.sqrt(4 / 3 * 7 / 5))


def test_a_known_effect_is_recovered_and_lies_in_the_interval_nineteen_times_of_twenty():
    inside = 0
    for seed in range(1, 101):
        found = difference(panel(40, range(2010, 2016), 2, seed=seed * 7919, since=lambda n: 2013 if n % 2 else None))
        assert found.estimate == pytest.approx(2, abs=1.2)
        inside += found.low <= 2 <= found.high
    # 95 expected; fewer than 88 or more than 99 would happen in fewer than one of a hundred such tests.
    assert 88 <= inside <= 99


def test_a_placebo_on_parallel_paths_is_near_nought_and_a_drift_is_found():
    treated = {"since": lambda n: 2014 if n % 2 else None}
    plain = difference(moved_earlier(panel(60, range(2010, 2018), 5, **treated)))
    assert abs(plain.estimate) < 3 * plain.error
    drifting = difference(moved_earlier(panel(60, range(2010, 2018), 5, drift=1, **treated)))
    # One more each year: the two years after the moved date lie 2 above the two before.
    assert drifting.estimate - plain.estimate == pytest.approx(2)
    assert drifting.low > 0


def test_a_placebo_uses_nothing_from_after_treatment():
    moved = moved_earlier(panel(8, range(2010, 2018), 5, since=lambda n: 2014 if n % 2 else None))
    assert moved.times.tolist() == [2010, 2011, 2012, 2013]
    assert moved.dates == [2012]


def test_staggered_treatment_is_refused_with_the_reason():
    with pytest.raises(
        UsageError, match=r"treated from 2012, 2014\. Two-way fixed effects would take units treated early"
    ):
        difference(panel(40, range(2010, 2017), 2, **TWO_DATES))


@pytest.mark.parametrize(
    ("since", "years", "words"),
    [
        (lambda n: None, range(2010, 2014), "0 treated units and 6 never treated ones; expected at least 2 of each"),
        (lambda n: 2012, range(2010, 2014), "6 treated units and 0 never treated ones"),
        (lambda n: 2010 if n < 3 else None, range(2010, 2014), "No time before treatment began at 2010"),
    ],
)
def test_what_cannot_be_compared_is_said(since, years, words):
    with pytest.raises(UsageError, match=words):
        difference(panel(6, years, 1, since=since))


def test_a_placebo_needs_two_times_before():
    with pytest.raises(UsageError, match="1 time before treatment; expected two or more"):
        moved_earlier(TWO_BY_TWO)


def test_treatment_that_no_unit_lived_through_is_said():
    seen = panel(6, (1, 2), 1, since=lambda n: 2 if n < 3 else None, missing=lambda n, t: (n < 3) == (t == 1))
    with pytest.raises(UsageError, match="Treatment cannot be told from the effects of unit and time"):
        difference(seen)
