"""The picture of an event study: its finding, its table, and what is shaded."""

import altair

from benchside.charts.event_study import event_study
from benchside.charts.render import svg
from benchside.economy.comparison import compare
from benchside.economy.effect import Moment, Study
from tests.unit.economy.made import panel

FOUND = compare(panel(60, range(2010, 2018), 3, since=lambda n: 2014 if n % 2 else None))


def of(*moments):
    return type(FOUND)(**{**vars(FOUND), "study": Study("made", moments, None)})


THREE = of(
    Moment(-2, 0.5, 0.25, -0.25, 1), Moment(-1, 0, 0, 0, 0, is_reference=True), Moment(0, 2, 0.5, 1, 3), Moment(1, 0.5, 1, -1.5, 2.5)
)  # fmt: skip


def test_the_finding_counts_the_times_that_lie_apart_from_nought():
    drawing = event_study(THREE, "papers", "From a file.")
    assert drawing.title == "At 1 of 2 times since treatment began the difference in papers lies apart from nought"
    assert drawing.definition.endswith(FOUND.sentence)
    assert drawing.rows == (
        ("-2", "0.5", "-0.25", "1"), ("-1", "reference", "", ""), ("0", "2", "1", "3"), ("+1", "0.5", "-1.5", "2.5"),
    )  # fmt: skip


def test_the_times_before_are_shaded_and_the_reference_is_hollow():
    spec = event_study(THREE, "papers", "From a file.").spec
    altair.LayerChart.from_dict(spec)
    (shade,) = spec["layer"][0]["data"]["values"]
    assert (shade["since"], shade["until"]) == (-2.5, -0.5)
    assert [v["is_reference"] for v in spec["data"]["values"]] == [False, True, False, False]
    assert spec["layer"][-1]["mark"]["fill"] == "#ffffff"


def test_it_can_be_drawn_at_two_widths():
    drawing = event_study(FOUND, "papers", "From a file.")
    assert all('role="img"' in svg(drawing, width) for width in (720, 360))


def test_without_an_event_study_there_is_no_picture():
    alone = compare(panel(6, range(2010, 2014), 3, since=lambda n: None))
    assert event_study(alone, "papers", "From a file.") is None
