"""A strip of dots, one for each thing, stacked where they would lie on each other, with a line to hold them against."""

import math

from benchside.charts.layout import framed
from benchside.charts.theme import ACCENT, BLUE, INK, LINE, SOFT

BINS = 48
"""How many stacks stand side by side over the width: at a phone's width a dot is then seven pixels wide."""

FAR = 2
"""A value beyond this many times the ninth decile (or the line) is set at the edge, with its name and value."""

MOST_NAMES = 5
MOST_LETTERS = 17
LOWEST_STACK = 4
NAME_ROW = 2.0
AXIS = 50

Named = tuple[str, float]


def dots(values: list[Named], *, line: float, below: str, axis: str, named: int) -> dict:
    """The specification, from names and values in rising order; the `named` lowest below the line bear their names."""
    low, high = _range([v for _, v in values], line)
    placed = _stacked(values, low, high, line)
    labels = [*_lowest(placed, line, named), *_far(placed)]
    most = max(*(dot["level"] for dot in placed), LOWEST_STACK) + 1
    for label in labels:
        label["level"] = most + NAME_ROW * (1.5 + label["row"])
    rows = max([most, *(label["level"] for label in labels)]) + NAME_ROW
    x = {
        "field": "at", "type": "quantitative", "scale": {"domain": [low, high], "nice": False},
        "axis": {"title": axis, "tickCount": 6, "titlePadding": 8, "labelPadding": 4, "labelFlush": False},
    }  # fmt: skip
    y = {"field": "level", "type": "quantitative", "axis": None, "scale": {"domain": [0, rows], "nice": False}}
    layers = [*_leaders(labels, x, y), *_line(line, below, most, x, y), _dots(rows, x, y), *_names(labels, x, y)]
    return framed(
        placed, height=round(min(rows * 13, 360)) + AXIS, narrow=round(min(rows * 9, 320)) + AXIS, layer=layers
    )


def _range(values: list[float], line: float) -> tuple[float, float]:
    """The ends of the axis: the line inside, the few far values out of it."""
    ninth = values[math.ceil(0.9 * len(values)) - 1]
    near = [v for v in values if v <= FAR * max(ninth, line)]
    low, high = min([*near, line]), max([*near, line])
    margin = max((high - low) * 0.06, 0.1)
    return math.floor((low - margin) * 10) / 10, math.ceil((high + margin) * 10) / 10


def _stacked(values: list[Named], low: float, high: float, line: float) -> list[dict]:
    """Each value in its stack, at most half a stack's width from its place; a stack never crosses the line."""
    step, heights = (high - low) / BINS, {}
    placed = []
    for name, value in values:
        stack = min(math.floor((value - line) / step), math.floor((high - line) / step) - 1)
        level = heights[stack] = heights.get(stack, 0) + 1
        placed.append({
            "name": _short(name), "value": round(value, 4), "at": round(line + (stack + 0.5) * step, 4), "level": level - 0.4,
            "colour": ACCENT if value < line else BLUE, "far": value > high,
        })  # fmt: skip
    return placed


def _short(name: str) -> str:
    """A name that leaves room for another beside it on a phone; the table has it in full."""
    return name if len(name) <= MOST_LETTERS else name[: MOST_LETTERS - 1].rstrip() + "…"


def _lowest(placed: list[dict], line: float, named: int) -> list[dict]:
    """The names of the lowest dots, and of those as low as the last of them; too many equals are named by their number."""
    under = [dot for dot in placed if dot["value"] < line]
    if not under:
        return []
    lowest = [dot for dot in under if dot["value"] <= under[:named][-1]["value"]]
    if len(lowest) <= MOST_NAMES:
        return [
            _label(dot, row, "left", f"{dot['name']} {dot['value']:.2f}") for row, dot in enumerate(reversed(lowest))
        ]
    equal = [dot for dot in lowest if dot["value"] == lowest[0]["value"]]
    text = (
        f"{len(equal)} at {equal[0]['value']:.2f}" if len(equal) > 1 else f"{equal[0]['name']} {equal[0]['value']:.2f}"
    )
    return [_label(equal[-1], 0, "left", text)]


def _far(placed: list[dict]) -> list[dict]:
    far = [dot for dot in placed if dot["far"]]
    if len(far) > MOST_NAMES:
        return [_label(far[-1], 0, "right", f"{len(far)} from {far[0]['value']:.1f} to {far[-1]['value']:.1f} →")]
    return [_label(dot, row, "right", f"{dot['name']} {dot['value']:.1f} →") for row, dot in enumerate(far)]


def _label(dot: dict, row: int, side: str, text: str) -> dict:
    return {"at": dot["at"], "from": dot["level"], "row": row, "side": side, "text": text}


def _dots(rows: float, x: dict, y: dict) -> dict:
    size = {"expr": f"pow(min(width / {BINS}, height / {rows:g}) * 0.95, 2)"}
    mark = {"type": "point", "shape": "circle", "filled": True, "size": size, "opacity": 1}
    colour = {"field": "colour", "type": "nominal", "scale": None}
    return {"mark": mark, "encoding": {"x": x, "y": y, "color": colour}}


def _leaders(labels: list[dict], x: dict, y: dict) -> list[dict]:
    encoding = {"x": x, "y": y | {"field": "from"}, "y2": {"field": "level"}}
    return (
        [{"data": {"values": labels}, "mark": {"type": "rule", "color": LINE}, "encoding": encoding}] if labels else []
    )


def _line(line: float, below: str, top: float, x: dict, y: dict) -> list[dict]:
    """The line, and in words what lies on either side of it."""
    foot, head = {"values": [{"at": line, "level": 0, "top": top}]}, {"values": [{"at": line, "level": top}]}
    right = {"type": "text", "align": "left", "dx": 5, "dy": -1, "color": SOFT, "text": f"{line:g} or more"}
    left = right | {"align": "right", "dx": -5, "color": ACCENT, "text": below, "fontWeight": "bold"}
    rule = {"type": "rule", "color": SOFT, "strokeDash": [5, 3]}
    drawn = {"data": foot, "mark": rule, "encoding": {"x": x, "y": y, "y2": {"field": "top"}}}
    words = [{"data": head, "mark": mark, "encoding": {"x": x, "y": y}} for mark in (right, left) if mark["text"]]
    return [drawn, *words]


def _names(labels: list[dict], x: dict, y: dict) -> list[dict]:
    made = []
    for side, shift in (("left", 4), ("right", -4)):
        data = [label for label in labels if label["side"] == side]
        mark = {"type": "text", "align": side, "baseline": "middle", "dx": shift, "color": INK}
        encoding = {"x": x, "y": y, "text": {"field": "text", "type": "nominal"}}
        made += [{"data": {"values": data}, "mark": mark, "encoding": encoding}] if data else []
    return made
