"""Streams through columns of blocks, in parts one below the other; each part has a measure of its own, so that unlike things are never added.

Every block has its words at its right side, over the ribbons, in as much room as a phone leaves between two columns.
"""

from dataclasses import dataclass, field
from typing import Any

from benchside.charts.layout import framed, lines
from benchside.charts.theme import INK, SOFT
from benchside.charts.tints import tint

COLUMNS = 3
THICK = 0.022
ACROSS = 0.345
"""From one column to the next, as a part of the width."""

STEPS = 16
DEPTH = 0.34
"""Ribbons are pale, so that words over them can be read."""

FULL = 0.4
"""The height of all that flows in a part; the room that small blocks need for their words comes to it."""

LINE_HEIGHT = 13
LETTERS, NARROW_LETTERS = 34, 17
"""Of a block's name in one line, on a page and on a phone."""

GAP = 0.012
HEAD = 0.055
BREAK = 0.1
TALL, NARROW_TALL = 640, 860
"""Pixels to one unit of height, on a page and on a phone."""

WRAPPED = "trim(replace(datum.text, regexp('(.{1,' + (letters < 30 ? %d : %d) + '})(\\\\s+|$)', 'g'), '$1\\n'))"
"""A text in lines of so many letters, on a phone and on a page."""

AMOUNT = " + (datum.amount ? '\\n' + datum.amount : '')"
"""How much stands in a line of its own, because the thin spaces in numbers would be taken for ends of words."""

CENTRED = {"expr": f"-{LINE_HEIGHT / 2} * (length(datum.lines) - 1)"}
SIZE = {"expr": "letters < 30 ? 10.5 : 12"}


@dataclass(frozen=True)
class Block:
    """A block: its key, its name, how much it is in words, its colour, and how much it is in the measure of its part."""

    key: str
    text: str
    amount: str
    colour: str
    size: float


@dataclass(frozen=True)
class Part:
    """Columns of blocks with a heading each, and what flows from a column to the next: (column, left, right) → how much.

    `scales`: a column whose blocks have a measure of their own stands beside the others and nothing flows to it.
    `by_right`: the columns from which ribbons have the colour of the block they flow to, in place of that they come from.
    """

    heads: tuple[str, ...]
    columns: tuple[tuple[Block, ...], ...]
    flows: dict[tuple[int, str, str], float] = field(default_factory=dict)
    scales: dict[int, float] = field(default_factory=dict)
    by_right: tuple[int, ...] = ()


Places = dict[tuple[int, str], tuple[float, float]]
"""(column, key) → upper and lower end."""


def flows(parts: list[Part], between: str) -> dict[str, Any]:
    """The specification; `between` are the words at the break between two parts."""
    bands, blocks, words, breaks = [], [], [], []
    top = 0.0
    for number, part in enumerate(parts):
        if number:
            breaks.append({"x": 0, "x2": 1, "y": round(top + 0.022, 5), "text": between})
            top += BREAK
        words += [_head(column, head, top) for column, head in enumerate(part.heads)]
        places, bottom = _places(part, top + HEAD)
        bands += _bands(number, part, places)
        blocks += _blocks(part, places)
        top = bottom
    return framed(
        bands, height=round(top * TALL), narrow=round(top * NARROW_TALL), layer=_layers(blocks, words, breaks, top)
    )


def _layers(blocks: list[dict], heads: list[dict], breaks: list[dict], bottom: float) -> list[dict[str, Any]]:
    x = {"field": "x", "type": "quantitative", "axis": None, "scale": {"domain": [0, 1], "nice": False}}
    y = {"field": "y", "type": "quantitative", "axis": None, "scale": {"domain": [bottom, 0], "nice": False}}
    colour = {"field": "colour", "type": "nominal", "scale": None}
    band = {"x": x, "y": y, "y2": {"field": "y2"}, "color": colour, "detail": {"field": "band", "type": "nominal"}}
    box = {"x": x, "x2": {"field": "x2"}, "y": y, "y2": {"field": "y2"}, "color": colour}
    layers = [
        {"mark": {"type": "area", "line": False}, "encoding": band},
        {"data": {"values": blocks}, "mark": {"type": "rect"}, "encoding": box},
        _words(blocks, x | {"field": "x2"}, y | {"field": "middle"}, dx=5, dy=CENTRED, baseline="middle", color=INK),
        _words(heads, x, y, baseline="top", color=SOFT, fontWeight="bold"),
    ]
    if breaks:
        rule = {"type": "rule", "color": SOFT, "strokeDash": [6, 4]}
        layers += [
            {"data": {"values": breaks}, "mark": rule, "encoding": {"x": x, "x2": {"field": "x2"}, "y": y}},
            _words(breaks, x, y, dy=7, baseline="top", color=SOFT, wide=110, narrow=56),
        ]
    return layers


def _words(
    values: list[dict], x: dict, y: dict, *, wide: int = LETTERS, narrow: int = NARROW_LETTERS, **mark
) -> dict[str, Any]:
    broken = f"split({WRAPPED % (narrow, wide)}{AMOUNT}, '\\n')"
    drawn = {"type": "text", "align": "left", "fontSize": SIZE, "lineHeight": LINE_HEIGHT} | mark
    return {
        "data": {"values": values},
        "transform": [{"calculate": broken, "as": "lines"}],
        "mark": drawn,
        "encoding": {"x": x, "y": y, "text": {"field": "lines", "type": "nominal"}},
    }


def _head(column: int, text: str, top: float) -> dict[str, Any]:
    return {"x": column * ACROSS, "y": round(top + 0.004, 5), "text": text}


def _thick(part: Part, column: int, size: float) -> float:
    """The height of something of that size; a whole part is `FULL` high, so that nothing is drawn twice as thick beside it."""
    whole = part.scales.get(column) or sum(b.size for b in part.columns[0])
    return FULL * size / whole if whole else 0


def _places(part: Part, top: float) -> tuple[Places, float]:
    """Where every block stands, and where the longest column ends."""
    found, bottom = {}, top
    for column, blocks in enumerate(part.columns):
        at = top
        for block in blocks:
            thick = _thick(part, column, block.size)
            room = max(thick, _room(block))
            upper = at + (room - thick) / 2
            found[column, block.key] = (upper, upper + thick)
            at += room + GAP
        bottom = max(bottom, at)
    return found, bottom


def _room(block: Block) -> float:
    """What the words of a block take, at whichever width they take more; a line's half is left between two blocks."""
    of_widths = ((LETTERS, TALL), (NARROW_LETTERS, NARROW_TALL))
    return max((lines(block.text, letters) + 1.3) * LINE_HEIGHT / tall for letters, tall in of_widths)


def _bands(number: int, part: Part, places: Places) -> list[dict[str, Any]]:
    """The points of every ribbon: those of a block lie in the order of the other side; thin ones are drawn over thick ones."""
    starts, ends = ({place: upper for place, (upper, _) in places.items()} for _ in range(2))
    found = []
    for column in range(len(part.columns) - 1):
        for left in part.columns[column]:
            for right in part.columns[column + 1]:
                size = part.flows.get((column, left.key, right.key), 0)
                if size > 0:
                    thick, begin, end = _thick(part, column, size), (column, left.key), (column + 1, right.key)
                    name, colour = (
                        f"{number} {column} {left.key} {right.key}",
                        (right if column in part.by_right else left).colour,
                    )
                    found.append((thick, _band(name, column, starts[begin], ends[end], thick, tint(colour, DEPTH))))
                    starts[begin] += thick
                    ends[end] += thick
    return [point for _, band in sorted(found, key=lambda each: -each[0]) for point in band]


def _band(name: str, column: int, begin: float, end: float, thick: float, colour: str) -> list[dict[str, Any]]:
    """A ribbon as points from the right edge of a block to the left edge of one in the next column."""
    points = []
    for step in range(STEPS + 1):
        at = step / STEPS
        upper = begin + (end - begin) * at * at * (3 - 2 * at)
        x = column * ACROSS + THICK + at * (ACROSS - THICK)
        points.append(
            {"band": name, "x": round(x, 4), "y": round(upper, 5), "y2": round(upper + thick, 5), "colour": colour}
        )
    return points


def _blocks(part: Part, places: Places) -> list[dict[str, Any]]:
    made = []
    for column, blocks in enumerate(part.columns):
        for block in blocks:
            upper, lower = places[column, block.key]
            made.append({
                "x": round(column * ACROSS, 4), "x2": round(column * ACROSS + THICK, 4), "y": round(upper, 5), "y2": round(lower, 5),
                "middle": round((upper + lower) / 2, 5), "text": block.text, "amount": block.amount, "colour": block.colour,
            })  # fmt: skip
    return made
