import copy

import pytest

from benchside.charts.bars import Bar, bars
from benchside.charts.layout import LINE_HEIGHT, ROW, at_width, lines
from benchside.charts.theme import NARROW, WIDE

LONG = "A label of some sixty letters that no phone can show in one go"


def test_rows_grow_with_the_lines_of_their_labels():
    # At a phone's 18 letters the long label takes 4 lines: 'A label of some' / 'sixty letters that' / 'no phone can show' / 'in one go'.
    assert lines(LONG, 18) == 4
    spec = bars([Bar(LONG, {"": 1.0}, "1"), Bar(LONG.replace("A", "B"), {"": 1.0}, "1")])
    # Two neighbours of four lines need four lines and a gap of seven pixels.
    assert at_width(spec, NARROW)["height"] == {"step": 4 * LINE_HEIGHT + 7}


def test_short_labels_keep_the_usual_row():
    spec = bars([Bar("Cancer", {"": 1.0}, "1")])
    assert spec["height"] == at_width(spec, NARROW)["height"] == {"step": ROW}


def test_hyphens_do_not_break_a_label():
    assert lines("small and medium-sized companies", 18) == 3


def test_making_it_narrow_leaves_the_wide_one_alone():
    spec = bars([Bar("a", {"x": 1.0, "y": 2.0}, "3")], colours={"x": "#111111", "y": "#222222"})
    before = copy.deepcopy(spec)
    narrow = at_width(spec, NARROW)
    assert spec == before
    assert narrow["width"] == NARROW
    assert narrow["config"]["legend"]["direction"] == "vertical"
    assert (
        at_width(narrow, WIDE) == at_width(spec, WIDE) | {"config": narrow["config"]} or at_width(narrow, WIDE) == spec
    )


@pytest.mark.parametrize("label", ["", "x", "Donaudampfschifffahrtsgesellschaftskapitän"])
def test_any_label_has_a_line(label):
    assert lines(label, 18) == 1
