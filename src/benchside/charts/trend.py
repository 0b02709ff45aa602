"""Lines over years with intervals; a line is broken where its series breaks, and years that are too recent have a band."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from benchside.charts.layout import framed
from benchside.charts.theme import BLUE, INK, LINE, ORANGE, SOFT

HEIGHT, NARROW_HEIGHT = 300, 250
FAR = 1.6
"""The picture ends at this many times the largest value; longer intervals are cut off there."""

STEEP = 8
"""Where the largest value is more than so many times the middle one, the scale is that of square roots."""

ASIDE = 0.1
"""How far two lines of one year stand apart, in years, so that their intervals do not cover each other."""

COLOURS = (BLUE, ORANGE)
TINT = "#eef1f4"


@dataclass(frozen=True)
class Point:
    """A value of one year with its interval; `few` where it rests on few things."""

    year: int
    value: float
    low: float | None
    high: float | None
    few: bool = False


def trend(lines: dict[str, list[Point]], *, line: float, recent: list[int], breaks: list[int]) -> dict[str, Any]:
    """The specification; `breaks` are years at which another series begins."""
    years = sorted({p.year for points in lines.values() for p in points})
    top = max([line, *(p.value for points in lines.values() for p in points)])
    most = max(
        top * 1.08, *(min(p.high, FAR * top) for points in lines.values() for p in points if p.high is not None), line
    )
    values = [
        v for number, (name, points) in enumerate(lines.items()) for v in _values(number, name, points, breaks, most)
    ]
    shape = {"type": "sqrt"} if is_steep(lines) else {}
    x = {"field": "at", "type": "quantitative", "axis": _axis(years, recent),
         "scale": {"domain": [years[0] - 0.6, max([*years, *recent]) + 0.6], "nice": False}}  # fmt: skip
    y = {"field": "value", "type": "quantitative", "scale": {"domain": [0, most], "nice": False} | shape,
         "axis": {"title": None, "grid": True, "gridColor": LINE, "domain": False, "ticks": False, "tickCount": 5}}  # fmt: skip
    layers = [
        *_recent(recent, x, y, most),
        *_breaks(breaks, x, y, most),
        *_world(line, x, y, max([*years, *recent])),
        *_drawn(x, y, lines),
    ]
    return framed(values, height=HEIGHT, narrow=NARROW_HEIGHT, layer=layers)


def is_steep(lines: dict[str, list[Point]]) -> bool:
    """Would a few large values press all others to the ground?"""
    values = sorted(p.value for points in lines.values() for p in points)
    return values[-1] > STEEP * max(values[len(values) // 2], 0.1)


def narrowed(lines: dict[str, list[Point]]) -> str:
    """What must be said of the scale."""
    return (
        " The scale narrows upwards (square roots), because single papers carry some means far up."
        if is_steep(lines)
        else ""
    )


def _axis(years: list[int], recent: list[int]) -> dict[str, Any]:
    every = list(range(years[0], max([*years, *recent]) + 1))
    return {
        "title": None,
        "values": every,
        "format": "d",
        "labelOverlap": "parity",
        "ticks": False,
        "labelPadding": 6,
        "labelFlush": False,
    }


def _values(number: int, name: str, points: list[Point], breaks: list[int], most: float) -> list[dict[str, Any]]:
    """The points of a line; `part` counts the breaks before them and the gaps of missing years, so that no line crosses either."""
    gaps = [b.year for a, b in pairwise(points) if b.year - a.year > 1]
    aside = ASIDE * (2 * number - 1)
    return [
        {"at": p.year + aside, "year": p.year, "value": p.value, "low": p.value if p.low is None else p.low,
         "high": p.value if p.high is None else min(p.high, most), "name": name, "few": p.few,
         "part": f"{name} {sum(p.year >= b for b in (*breaks, *gaps))}"}
        for p in points
    ]  # fmt: skip


def _drawn(x: dict, y: dict, lines: dict[str, list[Point]]) -> list[dict[str, Any]]:
    colour = {"field": "name", "type": "nominal", "legend": {"symbolOpacity": 1},
              "scale": {"domain": list(lines), "range": list(COLOURS[: len(lines)])}}  # fmt: skip
    whisker = {"x": x, "y": y | {"field": "low"}, "y2": {"field": "high"}, "color": colour}
    path = {"x": x, "y": y, "color": colour, "detail": {"field": "part", "type": "nominal"}}
    dot = {"type": "point", "size": 70, "opacity": 1, "filled": True, "strokeWidth": 1.8}
    hollow = dot | {"fill": "#ffffff"}
    stroke = {"field": "name", "type": "nominal", "legend": None, "scale": colour["scale"]}
    return [
        {"mark": {"type": "rule", "strokeWidth": 2, "opacity": 0.4}, "encoding": whisker},
        {"mark": {"type": "line", "strokeWidth": 1.8}, "encoding": path},
        {"transform": [{"filter": "!datum.few"}], "mark": dot, "encoding": {"x": x, "y": y, "color": colour}},
        {"transform": [{"filter": "datum.few"}], "mark": hollow, "encoding": {"x": x, "y": y, "stroke": stroke}},
    ]


def _world(line: float, x: dict, y: dict, last: float) -> list[dict[str, Any]]:
    data = {"values": [{"value": line, "at": last + 0.55}]}
    words = {
        "type": "text",
        "align": "right",
        "baseline": "bottom",
        "dy": -3,
        "color": SOFT,
        "text": f"world: {line:g}",
    }
    return [
        {"data": data, "mark": {"type": "rule", "color": SOFT, "strokeDash": [5, 3]}, "encoding": {"y": y}},
        {"data": data, "mark": words, "encoding": {"x": x, "y": y}},
    ]


def _recent(years: list[int], x: dict, y: dict, most: float) -> list[dict[str, Any]]:
    if not years:
        return []
    data = {
        "values": [{"at": years[0] - 0.5, "to": years[-1] + 0.6, "value": most, "middle": (years[0] + years[-1]) / 2}]
    }
    words = {"type": "text", "baseline": "top", "dy": 6, "color": SOFT, "text": ["too", "recent"]}
    return [
        {"data": data, "mark": {"type": "rect", "color": TINT}, "encoding": {"x": x, "x2": {"field": "to"}}},
        {"data": data, "mark": words, "encoding": {"x": x | {"field": "middle"}, "y": y}},
    ]


def _breaks(years: list[int], x: dict, y: dict, most: float) -> list[dict[str, Any]]:
    """A pair of short strokes over the whole height where one series ends and another begins."""
    if not years:
        return []
    data = {"values": [{"at": year - 0.5, "value": most} for year in years]}
    words = {
        "type": "text",
        "align": "left",
        "baseline": "top",
        "dx": 4,
        "dy": 2,
        "color": INK,
        "text": ["series", "break"],
    }
    return [
        {"data": data, "mark": {"type": "rule", "color": INK, "strokeDash": [2, 3]}, "encoding": {"x": x}},
        {"data": data, "mark": words, "encoding": {"x": x, "y": y}},
    ]
