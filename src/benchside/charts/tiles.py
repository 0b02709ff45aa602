"""A map of equal tiles, one for each country, and a strip of tiles below it for the rest of the world."""

from dataclasses import dataclass
from typing import Any

from benchside.charts.layout import framed
from benchside.charts.theme import LINE, SOFT
from benchside.charts.tile_places import COLUMNS, PLACES, ROWS
from benchside.charts.tints import ink_on, tint

GAP = 0.07
STRIP = 0.75
"""The room of the strip's heading, in tiles."""

HEIGHT, NARROW_HEIGHT = 45, 41
FAINT = 0.18
"""The depth of the smallest number: a tile with one is never white."""


@dataclass(frozen=True)
class Tile:
    """A country by its code, its number, the group that gives the colour, and how deep the colour is, from 0 to 1."""

    code: str
    value: float
    text: str
    group: str
    depth: float


def tiles(found: list[Tile], groups: dict[str, str], *, heading: str) -> dict[str, Any]:
    """The specification. `groups` gives each group its colour; tiles that stand on no map follow in the strip, in the order given."""
    values = [_value(tile, *PLACES[tile.code], groups) for tile in found if tile.code in PLACES]
    rest = [tile for tile in found if tile.code not in PLACES]
    values += [_value(t, n % COLUMNS, ROWS + STRIP + n // COLUMNS, groups) for n, t in enumerate(rest)]
    rows = ROWS + (STRIP + -(-len(rest) // COLUMNS) if rest else 0)
    x = {"field": "at", "type": "quantitative", "axis": None, "scale": {"domain": [0, COLUMNS], "nice": False}}
    y = {"field": "row", "type": "quantitative", "axis": None, "scale": {"domain": [rows, 0], "nice": False}}
    layers = [
        _empty({t.code for t in found}, x, y),
        *_filled(x, y, _used(found, groups)),
        *_heading(heading if rest else "", x, y),
    ]
    return framed(values, height=round(rows * HEIGHT) + 34, narrow=round(rows * NARROW_HEIGHT) + 100, layer=layers)


def _used(found: list[Tile], groups: dict[str, str]) -> dict[str, str]:
    return {name: colour for name, colour in groups.items() if any(t.group == name for t in found)}


def _box(column: float, row: float) -> dict[str, float]:
    return {
        "at": column + GAP / 2,
        "to": column + 1 - GAP / 2,
        "row": row + GAP / 2,
        "end": row + 1 - GAP / 2,
        "middle": column + 0.5,
        "half": row + 0.5,
    }


def _value(tile: Tile, column: float, row: float, groups: dict[str, str]) -> dict[str, Any]:
    colour = tint(groups[tile.group], FAINT + (1 - FAINT) * tile.depth)
    shown = {"code": tile.code, "text": tile.text, "group": tile.group, "fill": colour, "ink": ink_on(colour)}
    return _box(column, row) | shown


def _empty(taken: set[str], x: dict, y: dict) -> dict[str, Any]:
    """Countries without a number: an outline and the code, so that the map keeps its shape."""
    values = [_box(*place) | {"code": code} for code, place in PLACES.items() if code not in taken]
    outline = {"mark": {"type": "rect", "fill": None, "stroke": LINE}, "encoding": _over(x, y)}
    words = {"mark": {"type": "text", "color": SOFT, "fontSize": 11, "opacity": 0.75}, "encoding": _at(x, y, "code")}
    return {"data": {"values": values}, "layer": [outline, words]}


def _filled(x: dict, y: dict, groups: dict[str, str]) -> list[dict[str, Any]]:
    """The tiles and their words; the layer of full colours is not seen and stands for the legend."""
    colour = {"field": "group", "type": "nominal", "scale": {"domain": list(groups), "range": list(groups.values())},
              "legend": {"symbolOpacity": 1}}  # fmt: skip
    fill, ink = ({"field": name, "type": "nominal", "scale": None} for name in ("fill", "ink"))
    bold, plain = (
        {"type": "text", "fontSize": 12, "dy": dy, "fontWeight": weight} for dy, weight in ((-7, "bold"), (8, "normal"))
    )
    return [
        {"mark": {"type": "rect", "opacity": 0}, "encoding": _over(x, y) | {"color": colour}},
        {"mark": "rect", "encoding": _over(x, y) | {"fill": fill}},
        {"mark": bold, "encoding": _at(x, y, "code") | {"color": ink}},
        {"mark": plain, "encoding": _at(x, y, "text") | {"color": ink}},
    ]


def _over(x: dict, y: dict) -> dict[str, Any]:
    return {"x": x, "x2": {"field": "to"}, "y": y, "y2": {"field": "end"}}


def _at(x: dict, y: dict, text: str) -> dict[str, Any]:
    return {"x": x | {"field": "middle"}, "y": y | {"field": "half"}, "text": {"field": text, "type": "nominal"}}


def _heading(text: str, x: dict, y: dict) -> list[dict[str, Any]]:
    if not text:
        return []
    data = {"values": [{"at": GAP / 2, "row": ROWS + STRIP - 0.22, "text": text}]}
    mark = {"type": "text", "align": "left", "baseline": "middle", "color": SOFT}
    return [{"data": data, "mark": mark, "encoding": {"x": x, "y": y, "text": {"field": "text", "type": "nominal"}}}]
