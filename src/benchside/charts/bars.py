"""Lying bars, each with its number beside it: single or in parts."""

from dataclasses import dataclass, field, replace
from typing import Any

from benchside.charts.layout import framed, label_axis
from benchside.charts.theme import ACCENT, BLUE, GREY, INK, ON_COLOUR, pixels

THICK = 18
"""The height of a bar in pixels, however high its row."""


@dataclass(frozen=True)
class Bar:
    """One row: its label, the length of each part, the words beside it, whether it stands back (grey) or out, and the words on its parts."""

    label: str
    parts: dict[str, float]
    text: str
    tone: str = ""
    inside: dict[str, str] = field(default_factory=dict)

    @property
    def length(self) -> float:
        return sum(self.parts.values())


TONES = {"": BLUE, "back": GREY, "out": ACCENT}


def bars(rows: list[Bar], *, colours: dict[str, str] | None = None) -> dict[str, Any]:
    """The specification, the rows in the order given. `colours` names the parts of stacked bars and orders them."""
    rows = distinct(rows)
    values = [_value(row, part, value, order) for row in rows for order, (part, value) in enumerate(row.parts.items())]
    ends = [{"label": row.label, "value": row.length, "text": row.text} for row in rows]
    y = {"field": "label", "type": "nominal", "sort": None}
    x = {"field": "value", "type": "quantitative", "axis": None, "stack": "zero", "scale": room_beside(
        max(row.length for row in rows), max(pixels(row.text) for row in rows))}  # fmt: skip
    layers = [_bars(x, y, colours), *_insides(rows, x, y, colours or {}), _texts(ends, x, y)]
    return framed(values, height={"step": 1}, layer=layers)


def room_beside(most: float, room: float) -> dict[str, Any]:
    """A scale from nought on which the longest bar leaves `room` pixels free, whatever the width."""
    margin = room + 12
    return {"domain": [0, {"expr": f"{most or 1} / (1 - {margin:g} / max(width, {margin + 60:g}))"}], "nice": False}


def distinct(rows: list[Bar]) -> list[Bar]:
    """Rows whose labels differ, so that two of one name stay two bars."""
    seen: dict[str, int] = {}
    made = []
    for row in rows:
        seen[row.label] = seen.get(row.label, 0) + 1
        made.append(row if seen[row.label] == 1 else replace(row, label=f"{row.label} ({seen[row.label]})"))
    return made


def _value(row: Bar, part: str, value: float, order: int) -> dict[str, Any]:
    return {"label": row.label, "part": part, "order": order, "value": value, "tone": TONES[row.tone]}


def _bars(x: dict, y: dict, colours: dict[str, str] | None) -> dict[str, Any]:
    colour: dict[str, Any] = {"field": "tone", "type": "nominal", "scale": None}
    if colours:
        scale = {"domain": list(colours), "range": list(colours.values())}
        colour = {"field": "part", "type": "nominal", "scale": scale, "legend": {}}
    encoding = {"x": x, "y": y | {"axis": label_axis()}, "color": colour, "order": {"field": "order"}}
    return {"mark": {"type": "bar", "height": THICK}, "encoding": encoding}


def _insides(rows: list[Bar], x: dict, y: dict, colours: dict[str, str]) -> list[dict[str, Any]]:
    """Words on the parts that have room for them at the width."""
    values, most = [], max(row.length for row in rows) or 1
    for row in rows:
        begin = 0.0
        for part, value in row.parts.items():
            if part in row.inside:
                ink = ON_COLOUR.get(colours.get(part, ""), INK)
                values.append(
                    {
                        "label": row.label,
                        "value": begin + value / 2,
                        "long": value / most,
                        "text": row.inside[part],
                        "ink": ink,
                    }
                )
            begin += value
    if not values:
        return []
    colour = {"field": "ink", "type": "nominal", "scale": None}
    encoding = {"x": x | {"stack": None}, "y": y, "text": {"field": "text", "type": "nominal"}, "color": colour}
    return [
        {
            "data": {"values": values},
            "transform": [{"filter": "datum.long * width * 0.7 > 40"}],
            "mark": {"type": "text", "baseline": "middle"},
            "encoding": encoding,
        }
    ]


def _texts(ends: list[dict], x: dict, y: dict) -> dict[str, Any]:
    mark = {"type": "text", "align": "left", "baseline": "middle", "dx": 6, "color": INK}
    encoding = {"x": x | {"stack": None}, "y": y, "text": {"field": "text", "type": "nominal"}}
    return {"data": {"values": ends}, "mark": mark, "encoding": encoding}
