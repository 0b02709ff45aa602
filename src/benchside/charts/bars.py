"""Lying bars, the longest first, each with its number beside it: single or in parts."""

from dataclasses import dataclass
from typing import Any

from benchside.charts.layout import framed, label_axis
from benchside.charts.theme import ACCENT, BLUE, GREY, INK, MARGIN_LETTERS


@dataclass(frozen=True)
class Bar:
    """One row: its label, the length of each part, the words beside it, and whether it stands back (grey) or out."""

    label: str
    parts: dict[str, float]
    text: str
    tone: str = ""

    @property
    def length(self) -> float:
        return sum(self.parts.values())


TONES = {"": BLUE, "back": GREY, "out": ACCENT}


def bars(rows: list[Bar], *, colours: dict[str, str] | None = None, line: tuple[float, str] | None = None) -> dict:
    """The specification. `colours` names the parts of stacked bars; `line` is a value to compare all rows with, and its words."""
    rows = distinct(rows)
    most = max(max((row.length for row in rows), default=0), line[0] if line else 0) or 1
    margin = max((len(row.text) for row in rows), default=0) * MARGIN_LETTERS + 12
    values = [
        {"row": number, "label": row.label, "part": part, "order": order, "value": value, "tone": TONES[row.tone]}
        for number, row in enumerate(rows)
        for order, (part, value) in enumerate(row.parts.items())
    ]
    ends = [{"label": row.label, "value": row.length, "text": row.text} for row in rows]
    y = {"field": "label", "type": "nominal", "sort": None, "scale": {"paddingInner": 0.28, "paddingOuter": 0.14}}
    x = {
        "field": "value", "type": "quantitative", "axis": None, "stack": "zero",
        "scale": {"domain": [0, {"expr": f"{most!r} / (1 - {margin:g} / max(width, {margin + 60:g}))"}], "nice": False},
    }  # fmt: skip
    layers = [_bars(x, y, colours), _texts(ends, x, y)]
    if line:
        layers += _line(line, x)
    top = {"padding": {"left": 2, "right": 2, "top": 20, "bottom": 4}} if line else {}
    return framed(values, height={"step": 1}, layer=layers, resolve={"legend": {"color": "shared"}}, **top)


def distinct(rows: list[Bar]) -> list[Bar]:
    """Rows whose labels differ, so that two of one name stay two bars."""
    seen: dict[str, int] = {}
    made = []
    for row in rows:
        seen[row.label] = seen.get(row.label, 0) + 1
        label = row.label if seen[row.label] == 1 else f"{row.label} ({seen[row.label]})"
        made.append(Bar(label, row.parts, row.text, row.tone))
    return made


def _bars(x: dict, y: dict, colours: dict[str, str] | None) -> dict[str, Any]:
    colour: dict[str, Any] = {"field": "tone", "type": "nominal", "scale": None}
    if colours:
        scale = {"domain": list(colours), "range": list(colours.values())}
        colour = {"field": "part", "type": "nominal", "scale": scale, "legend": {}}
    encoding = {"x": x, "y": y | {"axis": label_axis()}, "color": colour, "order": {"field": "order"}}
    return {"mark": {"type": "bar"}, "encoding": encoding}


def _texts(ends: list[dict], x: dict, y: dict) -> dict[str, Any]:
    mark = {"type": "text", "align": "left", "baseline": "middle", "dx": 6, "color": INK}
    encoding = {"x": x | {"stack": None}, "y": y, "text": {"field": "text", "type": "nominal"}}
    return {"data": {"values": ends}, "mark": mark, "encoding": encoding}


def _line(line: tuple[float, str], x: dict) -> list[dict[str, Any]]:
    place = {"x": {"datum": line[0], "type": "quantitative", "scale": x["scale"], "axis": None}}
    words = {"type": "text", "text": line[1], "y": -8, "align": "left", "dx": 3, "color": ACCENT}
    rule = {"type": "rule", "color": ACCENT, "strokeWidth": 1.5, "strokeDash": [5, 3]}
    return [
        {"data": {"values": [{}]}, "mark": rule, "encoding": place},
        {"data": {"values": [{}]}, "mark": words, "encoding": place},
    ]
