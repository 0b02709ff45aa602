"""Matched comparison worked out by hand, and the propensity against statsmodels 0.15."""

import math

import pytest

from benchside.economy.matching import by_propensity, comparable, in_strata
from benchside.economy.panel import panel_of
from benchside.economy.propensity import propensity
from benchside.errors import UsageError
from tests.unit.economy.made import noise, panel


def of(lines, match):
    """Lines of unit, time, since, outcome and traits."""
    keys = ("unit", "year", "since", "papers", *match)
    rows = [dict(zip(keys, line.split(), strict=True)) for line in lines.strip().splitlines()]
    return panel_of(rows, unit="unit", time="year", outcome="papers", treated="since", match=match)


STRATA = of(
    """
    t1 1 1     10 de
    t2 1 1     14 de
    t3 1 1     20 fr
    t4 1 1     99 it
    c1 1 never 8  de
    c2 1 never 12 fr
    c3 1 never 16 fr
    c4 1 never 50 es
    """,
    ("country",),
)


def test_controls_of_a_stratum_weigh_as_much_as_its_treated_units():
    found = in_strata(STRATA)
    # Matched: t1, t2 beside c1 (weight 2), t3 beside c2 and c3 (1/2 each). Means 44/3 and (2·8 + 6 + 8) / 3 = 10.
    assert found.effect.estimate == pytest.approx(44 / 3 - 10)
    # Treated: squares (14/3)² + (2/3)² + (16/3)² = 456/9 over 9, times 3/2. Controls: 4·4 + 4/4 + 36/4 = 26 over 9, times 3/2.
    assert found.effect.error == pytest.approx(math.sqrt((456 / 9 + 26) / 9 * 1.5))
    assert (found.effect.treated, found.effect.controls, found.effect.freedom) == (3, 3, 4)
    assert found.unmatched == ("t4",)


def test_the_balance_is_told_before_and_after():
    by_trait = {b.trait: b for b in in_strata(STRATA).balance}
    french = by_trait["country=fr"]
    # Before: 1 of 4 treated, 2 of 4 controls; spreads 1/4 and 1/3: −0.25 / √((1/4 + 1/3) / 2).
    assert (french.treated, french.controls) == (0.25, 0.5)
    assert french.before == pytest.approx(-0.25 / math.sqrt(7 / 24))
    # After: a third on both sides.
    assert (french.matched_treated, french.matched_controls, french.after) == pytest.approx((1 / 3, 1 / 3, 0))


def test_where_there_is_a_before_changes_are_compared():
    found = in_strata(
        of(
            """
            t1 1 2     10 a
            t1 2 2     15 a
            t2 1 2     10 a
            t2 2 2     17 a
            c1 1 never 70 a
            c1 2 never 71 a
            c2 1 never 90 a
            c2 2 never 93 a
            """,
            ("kind",),
        )
    )
    assert found.effect.estimate == pytest.approx(6 - 2)  # changes 5 and 7 against 1 and 3


def test_numbers_are_cut_into_equal_parts_of_their_range():
    # Eight units: ⌈log₂ 8 + 1⌉ = 4 parts of 0 to 8. 1.9 and 0 share a part, 2.1 does not.
    lines = """
    t1 1 1     1  1.9
    t2 1 1     1  7.9
    t3 1 1     1  3
    c1 1 never 1  0
    c2 1 never 1  8
    c3 1 never 1  2.1
    c4 1 never 1  5
    c5 1 never 1  5.5
    """
    assert in_strata(of(lines, ("size",))).effect.treated == 3
    assert in_strata(of(lines.replace("2.1", "4.1"), ("size",))).unmatched == ("t3",)


def test_the_propensity_agrees_with_statsmodels():
    made = panel(
        60,
        range(2010, 2013),
        2,
        seed=11,
        since=lambda n: 2011 if (n * n) % 7 in (1, 2) else None,
        match=("size", "kind"),
    )
    # logit("treated ~ size + C(kind)")
    expected = [0.6126655198344029, 0.5873023131230546, -0.18464619556964137]
    assert propensity(made)[:3] == pytest.approx(expected, rel=1e-9)


def confounded(seed, effect=2.0):
    """Treatment is likelier, and the outcome larger, where the size is larger."""
    random, rows = noise(seed), []
    for n in range(400):
        size = 2 * next(random)
        is_treated = next(random) * 3 < size - 1
        outcome = 4 * size + effect * is_treated + next(random)
        rows.append(
            {"u": f"{n:03}", "t": "1", "since": "1" if is_treated else "", "y": repr(outcome), "size": repr(size)}
        )
    return panel_of(rows, unit="u", time="t", outcome="y", treated="since", match=("size",))


@pytest.mark.parametrize("way", [in_strata, by_propensity])
def test_what_treatment_follows_is_taken_away(way):
    made = confounded(12345)
    raw = made.outcome[made.treated[made.unit]].mean() - made.outcome[~made.treated[made.unit]].mean()
    found = way(made)
    assert raw > 4
    assert abs(found.effect.estimate - 2) < 0.5
    (size,) = found.balance
    assert abs(size.before) > 0.5
    assert abs(size.after) < 0.15


def test_each_treated_unit_has_one_control_of_its_own_within_the_caliper():
    made = confounded(12345)
    found = by_propensity(made)
    assert found.effect.treated == found.effect.controls
    assert found.effect.treated + len(found.unmatched) == made.treated.sum()
    tight = by_propensity(made, caliper=0.003)
    assert tight.effect.treated < found.effect.treated


def test_the_error_of_pairs_is_that_of_their_mean_difference():
    found = by_propensity(
        of(
            """
            t1 1 1     5  0
            t2 1 1     9  1
            c1 1 never 4  0
            c2 1 never 5  1
            c3 1 never 0  0
            c4 1 never 0  1
            """,
            ("size",),
        )
    )
    # Alike in size, ties by name: t1 beside c1, t2 beside c2. Differences 1 and 4: mean 2.5, spread √4.5 over √2.
    assert (found.effect.estimate, found.effect.error) == pytest.approx((2.5, 1.5))


@pytest.mark.parametrize("way", [in_strata, by_propensity])
def test_groups_without_anybody_alike_are_answered(way):
    apart = of(
        """
        t1 1 1     5 9
        t2 1 1     9 8
        c1 1 never 4 1
        c2 1 never 5 2
        """,
        ("size",),
    )
    with pytest.raises(UsageError, match=r"tell outright which units are treated|0 treated units found a match"):
        way(apart)


def test_columns_that_say_nothing_or_the_same_twice_are_named():
    lines = """
    t1 1 1     5 1 1
    t2 1 1     9 2 2
    c1 1 never 4 1 1
    c2 1 never 5 2 2
    """
    with pytest.raises(UsageError, match="say the same twice: size, weight"):
        by_propensity(of(lines, ("size", "weight")))
    same = "\n".join(" ".join([*line.split()[:4], "1"]) for line in lines.strip().splitlines())
    with pytest.raises(UsageError, match="are the same for all units"):
        by_propensity(of(same, ("size",)))
    with pytest.raises(UsageError, match="Name one or more with --match"):
        in_strata(of("\n".join(" ".join(x.split()[:4]) for x in lines.strip().splitlines()), ()))


def test_units_whose_change_is_not_known_are_left_out():
    made = panel(12, range(2010, 2014), 1, since=lambda n: 2012 if n < 6 else None, match=("size",), missing=lambda n, t: n == 0 and t < 2012)  # fmt: skip
    assert "u000" not in comparable(made).units
