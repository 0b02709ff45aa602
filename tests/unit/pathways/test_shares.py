"""Dividing effects among projects and programmes, worked out by hand and on generated programmes."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchside.errors import DataError, UsageError
from benchside.pathways.shares import all_shares, by_programme, programmes_of, shares
from tests.unit.pathways.made import VACCINE, link, pathways

JOINT = [
    link("project:a", "asset:x", share=700_000),
    link("project:b", "asset:x", share=300_000),
    link("asset:x", "effect:e", share=600_000),
    link("project:c", "effect:e", share=400_000),
]
"""a and b made x, which brought 60 % of e; c brought the rest."""


def as_dict(found):
    return {s.project: s.share for s in found}


def test_equal_shares():
    assert as_dict(shares(pathways(JOINT), "effect:e")) == dict.fromkeys("abc", Fraction(1, 3))


def test_shares_by_money():
    # 200 + 300 + 500 cents.
    found = shares(pathways(JOINT), "effect:e", "money", {"a": 200, "b": 300, "c": 500, "elsewhere": 9})
    assert [(s.project, s.share, s.way) for s in found] == [
        ("c", Fraction(1, 2), "money"), ("b", Fraction(3, 10), "money"), ("a", Fraction(1, 5), "money"),
    ]  # fmt: skip


def test_stated_shares_are_handed_back_arrow_by_arrow():
    # x has 0.6 of e: a has 0.6 · 0.7, b has 0.6 · 0.3, c 0.4.
    assert as_dict(shares(pathways(JOINT), "effect:e", "stated")) == {
        "a": Fraction(42, 100), "b": Fraction(18, 100), "c": Fraction(40, 100),
    }  # fmt: skip


def test_one_arrow_alone_hands_back_everything_unasked():
    assert as_dict(shares(pathways(VACCINE[:4]), "effect:saved", "stated")) == {"ebo": 1}


def test_a_project_keeps_what_no_earlier_project_is_said_to_have():
    links = [link("project:a", "project:b", share=250_000), link("project:b", "effect:e")]
    assert as_dict(shares(pathways(links), "effect:e", "stated")) == {"a": Fraction(1, 4), "b": Fraction(3, 4)}
    # Nobody states what a had: b keeps it all, and a stands there with nothing.
    assert as_dict(shares(pathways([link("project:a", "project:b"), links[1]]), "effect:e", "stated")) == {
        "b": 1,
        "a": 0,
    }


def test_what_cannot_be_divided_says_why():
    made = pathways(JOINT)
    with pytest.raises(DataError, match="effect:e cannot be shared by money: no amount is on record for b, c"):
        shares(made, "effect:e", "money", {"a": 1})
    with pytest.raises(DataError, match="are all zero"):
        shares(made, "effect:e", "money", dict.fromkeys("abc", 0))
    half = [JOINT[0] | {"share": None}, *JOINT[1:]]
    with pytest.raises(DataError, match="asset:x cannot be shared as stated: nobody states the share of a-x"):
        shares(pathways(half), "effect:e", "stated")
    short = [JOINT[0] | {"share": 600_000}, *JOINT[1:]]
    with pytest.raises(DataError, match=r"the shares of a-x, b-x add up to 0\.9, expected 1"):
        shares(pathways(short), "effect:e", "stated")
    with pytest.raises(DataError, match="its arrows go in a circle"):
        shares(pathways([*VACCINE[:4], link("effect:saved", "asset:vaccine", share=0)]), "effect:saved", "stated")
    outside = [*JOINT[:3], link("patient_involvement:p", "effect:e", share=400_000)]
    with pytest.raises(DataError, match="no project stands behind patient_involvement:p, which has a part in it"):
        shares(pathways(outside), "effect:e", "stated")
    with pytest.raises(UsageError, match="Unknown way to share 'fair'"):
        shares(made, "effect:e", "fair")


def test_an_effect_that_no_project_stands_behind_has_no_shares():
    assert shares(pathways([link("asset:x", "effect:e")]), "effect:e") == []


def test_a_programme_counts_an_effect_once_and_programmes_add_up():
    made = pathways(
        [*JOINT, link("project:a", "effect:f")],
        project=[{"project_id": p, "programme_id": g} for p, g in (("a", "one"), ("b", "one"), ("c", "two"))],
    )
    divided, refused = all_shares(made)
    totals = by_programme(divided, programmes_of(made))
    # e: thirds, two of them in programme one; f: all of a. Programme one: 2/3 + 1, although a, b make three rows of it.
    assert [(t.programme, t.effects, t.share) for t in totals] == [
        ("one", 2, Fraction(5, 3)),
        ("two", 1, Fraction(1, 3)),
    ]
    assert (sum(t.share for t in totals), refused) == (2, [])


def test_effects_that_cannot_be_divided_are_told_and_the_others_divided():
    found, refused = all_shares(pathways([*JOINT, link("project:a", "effect:f")]), "money", {"a": 5})
    assert as_dict(found) == {"a": 1}
    assert [text.split(":")[1].split()[0] for text in refused] == ["e"]


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 5)), min_size=1, max_size=25),
    st.lists(st.integers(1, 10**9), min_size=5, max_size=5),
    st.sampled_from(["equal", "money"]),
)
def test_programme_totals_are_the_number_of_effects(pairs, amounts, way):
    links = [link(f"project:p{p}", f"effect:e{e}", id=f"l{n}") for n, (p, e) in enumerate(pairs)]
    projects = [{"project_id": f"p{p}", "programme_id": f"g{p % 2}"} for p in range(5)]
    made = pathways(links, project=projects)
    divided, refused = all_shares(made, way, {f"p{p}": amount for p, amount in enumerate(amounts)})
    assert refused == []
    effects = {e for _, e in pairs}
    for effect in effects:
        assert sum(s.share for s in divided if s.effect == f"effect:e{effect}") == 1
    totals = by_programme(divided, programmes_of(made))
    assert sum(t.share for t in totals) == len(effects)
    for total in totals:
        # Counted independently: the effects that any project of the programme leads to.
        assert total.effects == len({e for p, e in pairs if f"g{p % 2}" == total.programme})
        assert total.share <= total.effects
