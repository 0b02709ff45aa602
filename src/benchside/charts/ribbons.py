"""Two columns of blocks joined by ribbons, as thick as what the two have in common: a graph of two kinds that can be read at any size.

Single things would make a tangle; groups of them on either side do not.
"""

from dataclasses import dataclass
from typing import Any

from benchside.charts.layout import framed
from benchside.charts.theme import INK
from benchside.charts.tints import tint

STEPS = 16
GAP = 0.012
"""The room between two blocks, as a part of the height."""

THICK = 0.03
DEPTH = 0.45
SLIM = 0.012
"""A ribbon of so small a part of everything has no white edge, which would cover it."""
LABELS = 0.66
"""The room for the words on each side, as a part of the distance between the columns."""

LEAST = 0.05
"""A block whose words would meet those of its neighbour is given at least this much of the height."""

LINES = (
    "split(trim(replace(datum.text, regexp('(.{1,' + (letters < 30 ? 16 : 32) + '})(\\\\s+|$)', 'g'), '$1\\n')), '\\n')"
)


@dataclass(frozen=True)
class Block:
    """A block on one side: its key, the words beside it, and its colour."""

    key: str
    text: str
    colour: str


def ribbons(
    left: list[Block], right: list[Block], flows: dict[tuple[str, str], float], *, height: tuple[int, int]
) -> dict[str, Any]:
    """The specification; blocks stand from the top in the order given, as high as what flows through them.

    Ribbons have a tint of the colour of their left block; thin ones lie over thick ones. `height` is that on a page and on a phone.
    """
    total = sum(flows.values())
    starts = _places(left, {b.key: sum(v for (a, _), v in flows.items() if a == b.key) / total for b in left})
    ends = _places(right, {b.key: sum(v for (_, c), v in flows.items() if c == b.key) / total for b in right})
    values = _bands(left, right, flows, total, starts, ends)
    blocks = [*_blocks(left, starts, 0 - THICK, 0), *_blocks(right, ends, 1, 1 + THICK)]
    x = {"field": "x", "type": "quantitative", "axis": None, "scale": {"domain": [-LABELS, 1 + LABELS], "nice": False}}
    y = {
        "field": "y",
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [_height(starts, ends), 0], "nice": False},
    }
    colour = {"field": "colour", "type": "nominal", "scale": None}
    band = {
        "x": x,
        "y": y,
        "y2": {"field": "y2"},
        "color": colour,
        "stroke": colour | {"field": "edge"},
        "detail": {"field": "band", "type": "nominal"},
    }
    box = {"x": x, "x2": {"field": "x2"}, "y": y, "y2": {"field": "y2"}, "color": colour}
    layers = [
        {"mark": {"type": "area", "strokeWidth": 0.6, "line": False}, "encoding": band},
        {"data": {"values": blocks}, "mark": {"type": "rect"}, "encoding": box},
        *(_words(side, blocks, x, y) for side in ("left", "right")),
    ]
    return framed(values, height=height[0], narrow=height[1], layer=layers)


def _places(blocks: list[Block], shares: dict[str, float]) -> dict[str, tuple[float, float]]:
    """key → upper and lower end; a small block takes at least `LEAST` of room, in the middle of which it stands."""
    found, at = {}, 0.0
    for block in blocks:
        room = max(shares[block.key], LEAST)
        upper = at + (room - shares[block.key]) / 2
        found[block.key] = (upper, upper + shares[block.key])
        at += room + GAP
    return found


def _height(*sides: dict[str, tuple[float, float]]) -> float:
    return max(lower for places in sides for _, lower in places.values()) + GAP


def _bands(left, right, flows, total, starts, ends) -> list[dict[str, Any]]:
    """The points of every ribbon; the ribbons of a block lie in the order of the other side, so that as few as can be cross."""
    from_at, to_at = ({key: upper for key, (upper, _) in places.items()} for places in (starts, ends))
    found = []
    for a in left:
        for b in right:
            thick = flows.get((a.key, b.key), 0) / total
            if thick:
                found.append(
                    (thick, _band(f"{a.key} {b.key}", from_at[a.key], to_at[b.key], thick, tint(a.colour, DEPTH)))
                )
                from_at[a.key] += thick
                to_at[b.key] += thick
    return [point for _, band in sorted(found, key=lambda item: -item[0]) for point in band]


def _band(name: str, begin: float, end: float, thick: float, colour: str) -> list[dict[str, Any]]:
    edge = "#ffffff" if thick > SLIM else colour
    points = []
    for step in range(STEPS + 1):
        at = step / STEPS
        upper = begin + (end - begin) * at * at * (3 - 2 * at)
        place = {"x": round(at, 4), "y": round(upper, 5), "y2": round(upper + thick, 5)}
        points.append({"band": name} | place | {"colour": colour, "edge": edge})
    return points


def _blocks(blocks: list[Block], places: dict[str, tuple[float, float]], x: float, x2: float) -> list[dict[str, Any]]:
    side = "left" if x < 0 else "right"
    return [
        {"x": x, "x2": x2, "y": round(places[b.key][0], 5), "y2": round(places[b.key][1], 5), "middle": round(sum(places[b.key]) / 2, 5),
         "text": b.text, "colour": b.colour, "side": side}
        for b in blocks
    ]  # fmt: skip


def _words(side: str, blocks: list[dict[str, Any]], x: dict, y: dict) -> dict[str, Any]:
    ends = {"left": ("right", -5, "x"), "right": ("left", 5, "x2")}
    align, shift, at = ends[side]
    mark = {
        "type": "text",
        "align": align,
        "dx": shift,
        "baseline": "middle",
        "color": INK,
        "fontSize": 12,
        "lineHeight": 13,
    }
    encoding = {"x": x | {"field": at}, "y": y | {"field": "middle"}, "text": {"field": "lines", "type": "nominal"}}
    data = {"values": [b for b in blocks if b["side"] == side]}
    return {"data": data, "transform": [{"calculate": LINES, "as": "lines"}], "mark": mark, "encoding": encoding}
