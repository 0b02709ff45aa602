"""Lanes one below the other over the same years: bars of stages, dots, a thin line for the time of something else, and squares for what bears no date.

The name of a lane stands above it, so that it has the whole width on a phone as well.
"""

from dataclasses import dataclass
from typing import Any

from benchside.charts.layout import framed
from benchside.charts.theme import INK, LINE, SOFT

ROW, NARROW_ROW = 40, 42
HEAD = 66
"""Pixels for the legend and the words above the first lane and for the years below the last."""

ASIDE = 0.15
"""The room at the left for what bears no date, as a part of the width of all years."""

MARK = 0.026
"""From one square to the next, as a part of that width."""

BAR, THIN = 0.3, 0.06
"""The height of bars and of the line below them, as parts of a lane's."""


@dataclass(frozen=True)
class Stretch:
    """A part of a lane: its name, which gives the colour, its start and its end in years."""

    name: str
    start: float
    end: float


@dataclass(frozen=True)
class Lane:
    """A lane: its name, its stretches, the names of what bears no date, years of dots, and the two ends of the thin line."""

    name: str
    stretches: tuple[Stretch, ...]
    undated: tuple[str, ...] = ()
    dots: tuple[int, ...] = ()
    line: tuple[int, int] | None = None


def lanes(shown: list[Lane], colours: dict[str, str], now: int) -> dict[str, Any]:
    """The specification; `colours` gives each name of a stretch its colour, in the order of the legend."""
    first, last = _ends(shown, now)
    span = last - first
    low = first - span * ASIDE
    x = {
        "field": "x",
        "type": "quantitative",
        "axis": _years(first, last),
        "scale": {"domain": [low, last], "nice": False},
    }
    y = {"field": "y", "type": "quantitative", "axis": None, "scale": {"domain": [len(shown), -0.5], "nice": False}}
    colour = {"field": "name", "type": "nominal", "scale": {"domain": list(colours), "range": list(colours.values())},
              "legend": {"columns": {"expr": "letters < 30 ? 2 : 5"}, "direction": "horizontal", "symbolOpacity": 1}}  # fmt: skip
    bars = [bar for row, lane in enumerate(shown) for bar in _bars(row, lane, low, span * MARK)]
    layers = [
        *_ground(shown, first, low, last, x, y),
        {
            "mark": {"type": "rect"},
            "encoding": {"x": x, "x2": {"field": "x2"}, "y": y, "y2": {"field": "y2"}, "color": colour},
        },
        *_dots(shown, x, y),
        *_words(shown, first, low, x, y),
    ]
    return framed(bars, height=ROW * len(shown) + HEAD, narrow=NARROW_ROW * len(shown) + HEAD + 60, layer=layers)


def _ends(shown: list[Lane], now: int) -> tuple[int, int]:
    years = [y for lane in shown for y in (lane.stretches[0].start, *lane.dots, *(lane.line or ()))]
    return int(min(years)), max(now + 1, int(max(years)) + 1)


def _bars(row: int, lane: Lane, low: float, step: float) -> list[dict[str, Any]]:
    """The rectangles of a lane, those without a date as squares at the left."""
    place = {"y": row + 0.5, "y2": row + 0.5 + BAR}
    dated = [{"x": s.start, "x2": s.end, "name": s.name} | place for s in lane.stretches]
    squares = [
        {"x": round(low + n * step, 4), "x2": round(low + (n + 0.8) * step, 4), "name": name} | place
        for n, name in enumerate(lane.undated)
    ]
    return dated + squares


def _ground(shown: list[Lane], first: int, low: float, last: int, x: dict, y: dict) -> list[dict[str, Any]]:
    """What lies below the bars: a line where the years begin, and the thin lines."""
    begin = [{"x": first, "y": 0, "y2": len(shown)}]
    thin = [
        {"x": lane.line[0], "x2": lane.line[1], "y": row + 0.56 + BAR, "y2": row + 0.56 + BAR + THIN}
        for row, lane in enumerate(shown)
        if lane.line
    ]
    box = {"x": x, "x2": {"field": "x2"}, "y": y, "y2": {"field": "y2"}}
    rule = {
        "data": {"values": begin},
        "mark": {"type": "rule", "color": LINE},
        "encoding": {"x": x, "y": y, "y2": {"field": "y2"}},
    }
    return [
        rule,
        *([{"data": {"values": thin}, "mark": {"type": "rect", "color": SOFT}, "encoding": box}] if thin else []),
    ]


def _dots(shown: list[Lane], x: dict, y: dict) -> list[dict[str, Any]]:
    values = [{"x": year + 0.5, "y": row + 0.5 + BAR / 2} for row, lane in enumerate(shown) for year in lane.dots]
    mark = {
        "type": "point",
        "shape": "circle",
        "filled": True,
        "fill": INK,
        "stroke": "#ffffff",
        "strokeWidth": 1,
        "size": 46,
        "opacity": 1,
    }
    return [{"data": {"values": values}, "mark": mark, "encoding": {"x": x, "y": y}}] if values else []


def _words(shown: list[Lane], first: int, low: float, x: dict, y: dict) -> list[dict[str, Any]]:
    names = [{"x": low, "y": row + 0.46, "text": lane.name} for row, lane in enumerate(shown)]
    heads = [{"x": low, "y": -0.25, "text": "no date"}, {"x": first, "y": -0.25, "text": "● use   ▬ project"}]
    mark = {"type": "text", "align": "left", "baseline": "bottom", "fontSize": 11.5, "limit": {"expr": "width"}}
    encoding = {"x": x, "y": y, "text": {"field": "text", "type": "nominal"}}
    return [
        {"data": {"values": names}, "mark": mark | {"color": INK}, "encoding": encoding},
        {"data": {"values": heads}, "mark": mark | {"color": SOFT, "baseline": "middle"}, "encoding": encoding},
    ]


def _years(first: int, last: int) -> dict[str, Any]:
    """A mark at the beginning of years: every one where there are few, every fifth at last."""
    step = next(s for s in (1, 2, 5, 10, 25, 50) if (last - first) / s <= 10)
    return {
        "title": None, "values": [y for y in range(first, last + 1) if y % step == 0], "format": "d", "grid": True, "gridColor": LINE,
        "ticks": False, "labelPadding": 5, "domain": False,
    }  # fmt: skip
