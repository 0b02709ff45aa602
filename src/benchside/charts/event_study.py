"""An event study: the difference at each time before and since treatment began, with its interval, against the time of reference."""

from typing import Any

from benchside.charts.base import Drawing
from benchside.charts.layout import framed
from benchside.charts.theme import BLUE, GREY, INK, LINE, SOFT
from benchside.economy.comparison import Comparison
from benchside.economy.effect import Moment, Study

HEIGHT = 340
HALF = 0.5
"""The shade of the times before treatment ends so far before its beginning."""


def event_study(found: Comparison, outcome: str, source: str) -> Drawing | None:
    """Points with intervals, a line at nought, the times before shaded; None where the comparison holds no event study."""
    study = found.study
    if study is None:
        return None
    return Drawing(
        id="event_study",
        title=_finding(study, outcome),
        definition=f"Differences in {outcome} between treated and never treated units against the last time before treatment (hollow), with 95 % intervals; times before are shaded. {found.sentence}",
        source=source,
        spec=_spec(study, outcome),
        columns=("Time since treatment began", "Difference", "Low", "High"),
        rows=tuple(_row(m) for m in study.moments),
        figures=(),
    )


def _finding(study: Study, outcome: str) -> str:
    after = [m for m in study.moments if m.since >= 0]
    apart = [m for m in after if m.low > 0 or m.high < 0]
    return f"At {len(apart)} of {len(after)} times since treatment began the difference in {outcome} lies apart from nought"


def _row(m: Moment) -> tuple[str, ...]:
    if m.is_reference:
        return (_since(m), "reference", "", "")
    return (_since(m), f"{m.estimate:.4g}", f"{m.low:.4g}", f"{m.high:.4g}")


def _since(m: Moment) -> str:
    return f"{m.since:+g}" if m.since else "0"


def _spec(study: Study, outcome: str) -> dict[str, Any]:
    values = [
        {"since": m.since, "value": m.estimate, "low": m.low, "high": m.high, "colour": SOFT if m.since < 0 else BLUE, "is_reference": m.is_reference}
        for m in study.moments
    ]  # fmt: skip
    times = [m.since for m in study.moments]
    domain = [min(times) - HALF, max(times) + HALF]
    x = {"field": "since", "type": "quantitative", "scale": {"domain": domain, "nice": False},
         "axis": {"title": "time since treatment began", "values": times, "format": "+~g", "labelExpr": "datum.value == 0 ? '0' : datum.label", "ticks": False}}  # fmt: skip
    y = {"field": "value", "type": "quantitative", "scale": {"zero": True},
         "axis": {"title": f"difference in {outcome}", "grid": True, "gridColor": LINE, "domain": False, "ticks": False}}  # fmt: skip
    colour = {"field": "colour", "type": "nominal", "scale": None}
    before = {"values": [{"since": domain[0], "until": -HALF}]}
    shade = {"x": x, "x2": {"field": "until"}}
    point = {"type": "point", "filled": True, "size": 80, "opacity": 1}
    hollow = point | {"fill": "#ffffff", "stroke": INK, "strokeWidth": 1.5}
    return framed(
        values,
        height=HEIGHT,
        layer=[
            {"data": before, "mark": {"type": "rect", "color": GREY, "opacity": 0.14}, "encoding": shade},
            {"data": {"values": [{"value": 0}]}, "mark": {"type": "rule", "color": SOFT}, "encoding": {"y": y}},
            {"mark": {"type": "rule", "strokeWidth": 2}, "encoding": {"x": x, "y": y | {"field": "low"}, "y2": {"field": "high"}, "color": colour}},
            {"transform": [{"filter": "!datum.is_reference"}], "mark": point, "encoding": {"x": x, "y": y, "color": colour}},
            {"transform": [{"filter": "datum.is_reference"}], "mark": hollow, "encoding": {"x": x, "y": y}},
        ],
    )  # fmt: skip
