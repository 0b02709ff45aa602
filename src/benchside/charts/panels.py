"""Small multiples: a strip of standing bars for each measure, one below the other, over the same years."""

from dataclasses import dataclass, field
from typing import Any

from benchside.charts.layout import framed
from benchside.charts.theme import BLUE, GREY, INK, LINE

PANEL = 92
AXIS = 30
FULL = 0.62
"""The height of a strip's longest bar as a part of the strip; above it stand its number and the strip's name."""

ROOM = 25
"""A number needs so many pixels; where years are narrower, every second one is printed."""


@dataclass(frozen=True)
class Panel:
    """A measure: its name, its value by year with the words over the bar, and the years that stand back (grey)."""

    name: str
    values: dict[int, float]
    texts: dict[int, str]
    back: tuple[int, ...] = field(default=())


def panels(shown: list[Panel]) -> dict[str, Any]:
    """The specification: each strip has a scale of its own from nought; a year without a value has no bar."""
    years = sorted({year for panel in shown for year in panel.values})
    first, last = years[0], years[-1]
    values = [bar for n, panel in enumerate(shown) for bar in _bars(panel, len(shown) - 1 - n)]
    names = [{"at": first - 0.5, "top": len(shown) - n - 0.07, "text": panel.name} for n, panel in enumerate(shown)]
    feet = [{"at": first - 0.5, "to": last + 0.5, "foot": n} for n in range(len(shown))]
    x = {
        "field": "at",
        "type": "quantitative",
        "axis": _years(first, last),
        "scale": {"domain": [first - 0.5, last + 0.5], "nice": False},
    }
    y = {"field": "top", "type": "quantitative", "axis": None, "scale": {"domain": [0, len(shown)], "nice": False}}
    layers = [*_drawn(x, y, last - first + 1), *_frame(feet, names, x, y)]
    height = PANEL * len(shown) + AXIS
    return framed(values, height=height, layer=layers)


def _bars(panel: Panel, foot: int) -> list[dict[str, Any]]:
    most = max(panel.values.values()) or 1
    return [
        {"at": year - 0.39, "to": year + 0.39, "year": year, "foot": foot, "top": round(foot + FULL * value / most, 4),
         "text": panel.texts[year], "fill": GREY if year in panel.back else BLUE}
        for year, value in sorted(panel.values.items())
    ]  # fmt: skip


def _drawn(x: dict, y: dict, many: int) -> list[dict[str, Any]]:
    fill = {"field": "fill", "type": "nominal", "scale": None}
    box = {"x": x, "x2": {"field": "to"}, "y": y | {"field": "foot"}, "y2": {"field": "top"}, "color": fill}
    words = {"x": x | {"field": "year"}, "y": y, "text": {"field": "text", "type": "nominal"}}
    every = f"width / {many} > {ROOM} || datum.year % 2 == 0"
    mark = {"type": "text", "baseline": "bottom", "dy": -3, "color": INK, "fontSize": 11.5}
    return [
        {"mark": {"type": "rect"}, "encoding": box},
        {"transform": [{"filter": every}], "mark": mark, "encoding": words},
    ]


def _frame(feet: list[dict], names: list[dict], x: dict, y: dict) -> list[dict[str, Any]]:
    line = {"x": x, "x2": {"field": "to"}, "y": y | {"field": "foot"}}
    words = {"x": x, "y": y, "text": {"field": "text", "type": "nominal"}}
    mark = {"type": "text", "align": "left", "baseline": "top", "fontWeight": "bold", "color": INK}
    return [
        {"data": {"values": feet}, "mark": {"type": "rule", "color": LINE}, "encoding": line},
        {"data": {"values": names}, "mark": mark, "encoding": words},
    ]


def _years(first: int, last: int) -> dict[str, Any]:
    return {
        "title": None, "values": list(range(first, last + 1)), "format": "d", "labelOverlap": "parity", "labelSeparation": 5, "ticks": False,
        "labelPadding": 6, "labelFlush": False, "domain": False,
    }  # fmt: skip
