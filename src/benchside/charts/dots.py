"""A strip of dots, one for each thing, stacked where they would lie on each other, with a line to hold them against."""

import math

from benchside.charts.layout import framed
from benchside.charts.theme import ACCENT, BLUE, INK, LINE, NARROW, SOFT

BINS = 48
"""How many stacks stand side by side over the width: at a phone's width a dot is then seven pixels wide."""

FAR = 2
"""A value beyond this many times the ninth decile is set at the edge, with its name and value."""


def dots(values: list[tuple[str, float]], *, line: float, below: str, named: int) -> dict:
    """The specification, from (name, value) in rising order; the `named` lowest below the line bear their names."""
    low, high = _range([v for _, v in values], line)
    step = (high - low) / BINS
    placed = _stacked(values, low, high, step, line)
    most = max(p["place"] for p in placed) + 1
    labels = _labels(placed, values, named, line, high)
    rows = max(most, 4) + 2.2 * len({p["row"] for p in labels}) + 1
    for label in labels:
        label["level"] = max(most, 4) + 0.8 + 2.2 * label["row"]
    x = {
        "field": "at", "type": "quantitative", "scale": {"domain": [low, high], "nice": False},
        "axis": {"title": "euro for each public euro", "tickCount": 6, "titlePadding": 8, "labelPadding": 4, "domain": True, "grid": False},
    }  # fmt: skip
    y = {"type": "quantitative", "axis": None, "scale": {"domain": [0, rows], "nice": False}}
    size = {"expr": f"pow(min(width / {BINS}, height / {rows:g}) * 0.94, 2)"}
    mark = {"type": "point", "shape": "circle", "filled": True, "size": size, "opacity": 1}
    layers = [
        *_line(line, below, x),
        {"data": {"values": labels}, "mark": {"type": "rule", "color": LINE}, "encoding": {
            "x": x, "y": y | {"field": "place"}, "y2": {"field": "level"}}},
        {"mark": mark, "encoding": {
            "x": x, "y": y | {"field": "level"}, "color": {"field": "colour", "type": "nominal", "scale": None}}},
        *_names(labels, x, y),
    ]  # fmt: skip
    for dot in placed:
        dot["level"] = dot.pop("place") + 0.6
    spec = framed(placed, height=round(min(rows * 12, 330)), layer=layers)
    return spec | {"padding": {"left": 8, "right": 8, "top": 22, "bottom": 4}}


def _range(values: list[float], line: float) -> tuple[float, float]:
    """The ends of the axis: the line inside, the few far values out of it."""
    ninth = values[math.ceil(0.9 * len(values)) - 1]
    near = [v for v in values if v <= FAR * max(ninth, line)]
    low, high = min(near[0], line) if near else line, max(near[-1] if near else line, line)
    margin = max((high - low) * 0.06, 0.1)
    return math.floor((low - margin) * 10) / 10, math.ceil((high + margin) * 10) / 10


def _stacked(values: list[tuple[str, float]], low: float, high: float, step: float, line: float) -> list[dict]:
    """Each value in its stack; a stack never crosses the line."""
    heights: dict[tuple[int, bool], int] = {}
    placed = []
    for name, value in values:
        number = min(math.floor((value - line) / step), math.floor((high - line) / step) - 1)
        place = heights.setdefault((number, value < line), 0)
        heights[number, value < line] += 1
        at = line + (number + 0.5) * step
        colour = ACCENT if value < line else BLUE
        placed.append({"name": name, "value": round(value, 4), "at": round(at, 4), "place": place, "colour": colour, "far": value > high})
    return placed


def _labels(placed: list[dict], values, named: int, line: float, high: float) -> list[dict]:
    """The names beside the lowest dots, one above the other, and those of values off the scale."""
    lowest = [p for p in placed[:named] if p["value"] < line]
    far = [p for p in placed if p["far"]]
    made = [_label(p, row, "left", "") for row, p in enumerate(reversed(lowest))]
    return made + [_label(p, row, "right", " →") for row, p in enumerate(far)]


def _label(dot: dict, row: int, side: str, mark: str) -> dict:
    text = f"{dot['name']} {dot['value']:.2f}" if not mark else f"{dot['name']} {dot['value']:.1f}{mark}"
    return {"at": dot["at"], "place": dot["place"] + 0.6, "row": row, "side": side, "text": text}


def _line(line: float, below: str, x: dict) -> list[dict]:
    at = {"x": x | {"field": "at"}}
    rule = {"type": "rule", "color": SOFT, "strokeDash": [5, 3]}
    right = {"type": "text", "y": -10, "align": "left", "dx": 4, "color": SOFT, "text": f"{line:g} or more"}
    left = right | {"align": "right", "dx": -4, "color": ACCENT, "text": below, "fontWeight": "bold"}
    data = {"values": [{"at": line}]}
    marks = [rule, right, *([left] if below else [])]
    return [{"data": data, "mark": mark, "encoding": at} for mark in marks]


def _names(labels: list[dict], x: dict, y: dict) -> list[dict]:
    words = {"text": {"field": "text", "type": "nominal"}}
    return [
        {
            "data": {"values": [v for v in labels if v["side"] == side]},
            "mark": {"type": "text", "align": side, "baseline": "middle", "dx": 4 if side == "left" else -4, "color": INK},
            "encoding": {"x": x, "y": y | {"field": "level"}} | words,
        }
        for side in ("left", "right")
        if any(v["side"] == side for v in labels)
    ]
