"""Bullets: what a row holds, how it stands, and what the finding says."""

import json

import altair
import pytest

from benchside.charts.kpi_progress import Bullet, draw
from benchside.charts.render import svg
from benchside.frameworks.progress import BEHIND, MET, NO_RECORDS, ON_THE_WAY, STATUSES, UNDATED
from tests.unit.charts.made import figure


def bullet(label, value, way, status, *, target="50", expected_way=None, expected="", due=""):
    made = figure(None, value, by=None, indicator=f"kpi_{label}")
    shown = "" if value is None else str(value)
    return Bullet(label, shown, "0", target, due, way, expected_way, expected, status, made)


MADE = (
    bullet("A", 60, 1.2, MET),
    bullet("B", 30, 0.6, ON_THE_WAY, expected_way=0.5, expected="25", due="2024-01-01"),
    bullet("C", 10, 0.2, BEHIND, expected_way=0.5, expected="25", due="2024-01-01"),
    bullet("D", None, None, NO_RECORDS),
    bullet("E", 400, 8.0, MET),
    bullet("F", -5, -0.1, UNDATED),
)


def rows(bullets=MADE):
    return {v["label"]: v for v in draw(bullets).spec["data"]["values"]}


def test_the_finding_counts_how_targets_stand():
    assert (
        draw(MADE).title == "2 of 6 targets are met: 1 on the way; 1 behind; 1 not met, no date set; 1 without records"
    )
    assert draw(MADE[1:2]).title == "“B”: on the way"
    assert draw(MADE[:1]).title == "“A”: met"
    assert draw((MADE[0], MADE[4])).title == "All 2 targets are met"


def test_a_row_is_drawn_as_a_part_of_its_way():
    # The picture ends at 1.25 of the way: 0.6 of it lies at 0.48, the target at 0.8.
    assert rows()["B"]["gone"] == pytest.approx(0.48)
    assert rows()["B"]["expected"] == pytest.approx(0.4)
    assert {v["goal"] for v in rows().values()} == {0.8}


def test_the_picture_ends_where_the_longest_row_ends_and_holds_the_target():
    assert rows(MADE[:2])["A"]["gone"] == 1
    assert rows(MADE[:2])["A"]["goal"] == pytest.approx(1 / 1.2)
    assert rows(MADE[1:4])["B"]["goal"] == pytest.approx(1 / 1.02)


def test_what_lies_beyond_the_picture_is_cut_off_and_bears_an_arrow():
    assert (rows()["E"]["gone"], rows()["E"]["far"]) == (1, True)
    assert not rows()["A"]["far"]
    assert rows()["F"]["gone"] == 0
    assert "Arrow:" in draw(MADE).definition
    assert "Arrow:" not in draw(MADE[:4]).definition


def test_the_words_tell_the_status_without_a_colour():
    assert {v["text"] for v in rows().values()} == {
        "60 of 50 · met", "30 of 50 · on the way", "10 of 50 · behind", "target 50 · no records", "400 of 50 · met", "-5 of 50 · not met, no date set",
    }  # fmt: skip


def test_without_records_a_row_has_no_bar():
    assert "gone" not in rows()["D"]
    assert draw(MADE).rows[3] == ("D", "0", "no value", "50", "no date", "not known", "no records")


def test_without_a_trajectory_the_definition_says_why():
    assert "No due date is recorded" in draw(MADE[:1]).definition
    assert "Diamond:" in draw(MADE).definition


def test_nothing_to_draw_is_no_drawing():
    assert draw(()) is None
    assert draw((MADE[3],)) is None


def test_the_specification_is_valid_at_both_widths():
    drawing = draw(MADE)
    altair.LayerChart.from_dict(drawing.spec)
    assert '"url"' not in json.dumps(drawing.spec)
    for width in (360, 720):
        assert 'role="img"' in svg(drawing, width)
    assert {len(row) for row in drawing.rows} == {len(drawing.columns)}


@pytest.mark.parametrize("status", [s for s in STATUSES if s != "no target"])
def test_every_status_has_its_words(status):
    made = (bullet("A", 1, 0.1, status), MADE[1])
    assert draw(made).title.startswith(("1 of 2", "None of 2"))
