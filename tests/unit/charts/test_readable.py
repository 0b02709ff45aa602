"""Curves of times are read no further than enough still wait."""

import re

import pytest

from benchside.charts.base import Drawing
from benchside.charts.readable import end, few_waited, half, is_half_known, reached, reached_by, readable
from benchside.charts.render import svg
from benchside.charts.theme import NARROW, WIDE
from benchside.charts.time_to_impact import CHART
from benchside.charts.waiting import line_of, waiting
from benchside.model.figure import Moment
from tests.unit.charts.made import asking, figure


def curve(*points):
    return tuple(Moment(time, at_risk, share, share, share) for time, at_risk, share in points)


@pytest.mark.parametrize(
    ("at_risk", "kept"),
    [
        ((200, 50, 10, 9), 3),  # a twentieth of 200 is 10
        ((60, 30, 5, 4), 3),  # a twentieth of 60 is 3: five are needed
        ((8, 4, 3), 2),  # half of 8
        ((1,), 1),
        ((), 0),
    ],
)
def test_a_curve_is_kept_while_enough_wait(at_risk, kept):
    moments = curve(*((year, many, 0.1 * year) for year, many in enumerate(at_risk, 1)))
    assert readable(moments) == moments[:kept]


OLD = curve((2, 1000, 0.1), (10, 80, 0.3), (30, 7, 0.5), (40, 1, 1.0))
"""Of a thousand eighty have waited ten years, and a few thirty: a twentieth is fifty."""


def test_what_lies_beyond_is_neither_said_nor_drawn():
    old = figure(None, 30, by=None, n=1000, low=20, curve=OLD)
    assert (reached(old), end(old), is_half_known(old)) == (0.3, 10, False)
    assert [reached_by(old, time) for time in (1, 2, 9, 35)] == [0, 0.1, 0.1, 0.3]
    assert few_waited(old) == "only 7 of 1\u202f000 were still waiting then"
    assert half(old) == "30.0 years (20.0 years to not reached); only 7 of 1\u202f000 were still waiting then"
    drawn = CHART.draw(asking({("project_time_to_use", None): [old]}), {})
    assert drawn is not None
    assert (
        drawn.title
        == "After 10 years 30\u202f% of the projects have had their first use of a result; later, too few are left to tell"
    )
    assert drawn.rows == (("First use of a result", "1\u202f000", "30\u202f%", "10.0 years", half(old)),)


def test_a_half_that_enough_waited_for_is_said_without_more():
    near = figure(None, 2, by=None, n=1000, curve=curve((2, 1000, 0.5), (40, 1, 1.0)))
    assert few_waited(near) == ""
    assert few_waited(figure(None, 5, by=None)) == ""  # no time at all


def test_the_line_stays_until_the_next_event_and_the_numbers_below_it_go_on():
    spec = waiting([line_of("All", figure(None, 30, curve=OLD))], unit="years")
    drawn = [(v["time"], v["reached"]) for v in spec["data"]["values"]]
    assert drawn == [(0, 0), (2, 0.1), (10, 0.3), (30, 0.3)]
    below = [
        v["text"]
        for layer in spec["layer"]
        for v in layer.get("data", {}).get("values", [])
        if v.get("text") and "wait" not in v["text"]
    ]
    # Marks from 0 to 30 in steps of five years: all, those before the tenth year, those before the thirtieth.
    assert below == ["1\u202f000", "80", "80", "7", "7", "7", "7"]


def test_many_intervals_are_paler_than_few():
    def depth(many):
        lines = [line_of(str(n), figure(None, 2, curve=curve((2, 10, 0.1 * n)))) for n in range(1, many + 1)]
        return waiting(lines, unit="years")["layer"][0]["mark"]["opacity"]

    assert depth(4) < depth(3) == depth(1)


def test_names_of_curves_stand_below_each_other_on_a_phone():
    made = figure(None, 2, curve=curve((2, 10, 0.5)))
    spec = waiting(
        [line_of("Small and medium-sized companies", made), line_of("Patient organisations", made)], unit="years"
    )
    drawn = Drawing("made", "Made", "Made.", "Made.", spec, (), (), ())

    def second(width):
        picture = svg(drawn, width)
        moves = re.findall(r"translate\(([\d.]+),([\d.]+)\)", picture[picture.index("role-legend-entry") :])
        # All entries, then of each: itself, its stroke, its words.
        return tuple(map(float, moves[4]))

    assert second(WIDE)[0] > 0
    assert second(NARROW)[0] == 0
    assert second(NARROW)[1] > second(WIDE)[1]
