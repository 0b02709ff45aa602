"""What chains leave open, and what is wrong with arrows as records."""

from fractions import Fraction

import numpy as np
import pytest

from benchside.pathways.defects import earliest_days, find_defects
from benchside.pathways.gaps import find_gaps
from benchside.pathways.grades import by_grade
from benchside.pathways.overview import overview
from tests.unit.pathways.made import VACCINE, day, link, pathways


def test_gaps_are_results_nobody_uses_effects_out_of_nowhere_and_arrows_on_claims():
    found = find_gaps(pathways([*VACCINE, link("asset:orphan", "effect:unfunded", id="alone")]))
    assert [p.id for p in found.unused] == ["asset:shelf"]
    assert [p.id for p in found.unexplained] == ["effect:unfunded"]
    assert [a.arrow_id for a in found.claims] == ["tried", "short", "shelved", "alone"]
    assert [a.arrow_id for a in found.unsourced] == ["shelved"]


def test_a_claim_that_something_better_supports_is_no_gap():
    twice = [
        link("asset:a", "asset_use:b", id="said"),
        link("asset:a", "asset_use:b", id="shown", grade="registry", document_id="D2"),
    ]
    assert find_gaps(pathways(twice)).claims == []
    assert find_defects(pathways(twice)) == []


def test_what_was_planned_or_counted_elsewhere_is_no_unused_result():
    made = pathways(
        [],
        asset=[{"asset_id": a, "count": c} for a, c in (("idea", None), ("again", 0), ("ready", 1), ("grown", None))],
        stage_event=[
            {"stage_event_id": "1", "asset_id": "idea", "stage": "planned"},
            {"stage_event_id": "2", "asset_id": "grown", "stage": "planned"},
            {"stage_event_id": "3", "asset_id": "grown", "stage": "developed"},
        ],
        work=[{"work_id": "paper"}],
    )
    assert [p.id for p in find_gaps(made).unused] == ["asset:grown", "asset:ready"]


def test_shares_by_grade_add_up_to_one():
    grades = {g.grade: g for g in by_grade(pathways(VACCINE).arrows)}
    # Six arrows: 2 documented, 1 independent, 2 claimed, 1 without a grade; the last has no document.
    assert {g: (x.told, x.told_share, x.documented) for g, x in grades.items()} == {
        "registry": (0, 0, 0),
        "independent": (1, Fraction(1, 6), 1),
        "documented": (2, Fraction(1, 3), 2),
        "claimed": (2, Fraction(1, 3), 2),
        "(none)": (1, Fraction(1, 6), 0),
    }
    assert sum(x.told_share for x in grades.values()) == 1


def defects(*links, **tables):
    return [(d.kind, d.arrows, d.records) for d in find_defects(pathways(list(links), **tables))]


def test_a_circle_is_named_with_its_arrows():
    made = [
        link("asset:a", "asset:b"),
        link("asset:b", "asset:c"),
        link("asset:c", "asset:a"),
        link("asset:c", "asset:d"),
    ]
    assert defects(*made) == [("cycle", ("a-b", "b-c", "c-a"), ("asset:a", "asset:b", "asset:c"))]
    says = find_defects(pathways(made))[0].says
    assert says == "asset:a → asset:b → asset:c → asset:a: the arrows lead back to where they began."


def test_a_link_to_itself_is_no_circle():
    assert defects(link("asset:a", "asset:a", id="self")) == [("self_link", ("self",), ("asset:a",))]


def test_an_orphan_is_named_and_the_rest_goes_on():
    made = pathways([link("asset:a", "effect:missing-1", id="lost"), link("asset:a", "asset_use:b")])
    (found,) = find_defects(made)
    assert (found.kind, found.records) == ("orphan", ("effect:missing-1",))
    assert "lost points to effect:missing-1, which is no record" in found.says
    # It still has the stage of its type, and what stands beside it is found.
    assert [p.id for p in made.reach("asset:a")] == ["asset_use:b", "effect:missing-1"]
    assert [p.is_known for p in made.reach("asset:a")] == [True, False]


def test_the_same_arrow_from_the_same_document_is_told_twice():
    made = [link("asset:a", "asset_use:b", id=i) for i in ("x", "y")]
    assert defects(*made) == [("duplicate", ("x", "y"), ("asset:a", "asset_use:b"))]
    other = link("asset:a", "asset_use:b", id="y", document_id="D2")
    assert defects(made[0], other) == []
    assert defects(made[0], made[1] | {"relation": "used_by"}) == []


def test_an_effect_before_its_cause_runs_backwards():
    dated = {"asset_use": [{"asset_use_id": "u", "used_on": day("2015-03-10")}]}
    after = {"project": [{"project_id": "p", "start_on": day("2015-03-11")}]}
    before = {"project": [{"project_id": "p", "start_on": day("2015-03-10")}]}
    arrow = link("project:p", "asset_use:u", id="late")
    assert defects(arrow, **dated, **after) == [("backwards", ("late",), ("project:p", "asset_use:u"))]
    assert defects(arrow, **dated, **before) == []
    assert (
        "asset_use:u is dated 2015-03-10, but project:p is dated 2015-03-11"
        in find_defects(pathways([arrow], **dated, **after))[0].says
    )


def test_an_arrow_dated_before_its_start_runs_backwards():
    arrow = link("project:p", "asset_use:u", id="late", happened_on=day("2009-05-01"))
    project = [{"project_id": "p", "start_on": day("2010-01-01")}]
    assert "it is dated 2009-05-01" in find_defects(pathways([arrow], project=project))[0].says


def test_a_year_alone_is_not_taken_for_its_last_day():
    # "2015" is kept as 31 December 2015: the use of March may well have come after it.
    assert defects(
        link("project:p", "asset_use:u"),
        project=[{"project_id": "p", "start_on": day("2015-12-31")}],
        asset_use=[{"asset_use_id": "u", "used_on": day("2015-03-10")}],
    ) == []  # fmt: skip


@pytest.mark.parametrize(
    ("kept", "earliest"),
    [
        ("2015-12-31", "2015-01-01"),
        ("2016-02-29", "2016-02-01"),
        ("2015-06-15", "2015-06-15"),
        ("2015-02-28", "2015-02-01"),
    ],
)
def test_the_earliest_day_a_date_may_mean(kept, earliest):
    assert str(earliest_days(np.array([kept], "datetime64[D]"))[0]) == earliest


def test_a_type_without_a_stage_is_named():
    assert defects(link("organisation:o", "asset:a", id="odd")) == [("unplaced", ("odd",), ("organisation:o",))]


def test_an_empty_programme_is_answered():
    found = overview(pathways([]))
    assert [(s.records, s.joined) for s in found.stages] == [(0, 0)] * 6
    assert all(g.told == 0 and g.told_share is None for g in found.grades)
    assert (found.stories, found.defects, found.gaps.unused, found.gaps.claims) == ([], [], [], [])
