"""A pathway as a graph: stages from left to right, arrows drawn by the grade of their evidence.

Where an arrow passes a stage it keeps a row of that stage free, so that it never runs behind a record it does not touch; rows are
ordered by the middle of their neighbours, which keeps crossings few. The picture is a pure function of places and arrows.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchside.charts.base import Drawing
from benchside.charts.layout import LINE_HEIGHT, framed
from benchside.charts.layout import lines as wrapped_lines
from benchside.charts.theme import ACCENT, BLUE, INK, LINE, SOFT
from benchside.pathways.stages import STAGES

STYLES = {
    "registry": (BLUE, [1, 0], 3.2),
    "independent": (BLUE, [1, 0], 3.2),
    "documented": (BLUE, [1, 0], 1.6),
    "claimed": (SOFT, [6, 4], 1.6),
    "not graded": (SOFT, [2, 4], 1.4),
    "no evidence": (ACCENT, [1, 5], 1.4),
}
"""grade → colour, dashes and width of its arrows. The dashes alone tell claims from documents, for those who see no colour."""

MARGIN, RIGHT, HEAD = 0.03, 0.81, 0.4
"""Where a box begins and ends in its column (from 0 to 1), and the rows that the titles of the stages take."""

LETTERS = 2.6
"""Letters of a line for the columns of a picture, times `letters` of the layout."""

SWEEPS = 6

BOX = 0.82
"""The part of its row that a box takes."""


@dataclass(frozen=True)
class Spot:
    """A record or an intended node: where it stands and what it is called."""

    id: str
    stage: str | None
    label: str


@dataclass(frozen=True)
class Line:
    """An arrow between two spots; `grade` is a key of `STYLES`, `says` the rest of its row in the table."""

    start: str
    end: str
    grade: str
    says: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """What is written around the picture; `columns` are the headings of `Line.says`."""

    title: str
    definition: str
    source: str
    columns: tuple[str, ...] = ()


def draw(id: str, spots: Sequence[Spot], lines: Sequence[Line], words: Words) -> Drawing | None:
    """The picture; None without a line. Lines whose ends are no spots are left out."""
    known = {s.id: s for s in spots}
    drawn = [line for line in lines if line.start in known and line.end in known]
    if not drawn:
        return None
    columns = _columns(known, drawn)
    placed = _placed(known, drawn, columns)
    labels = {s.id: s.label for s in spots}
    return Drawing(
        id, words.title, words.definition, words.source, _spec(known, drawn, columns, placed),
        ("From", "To", "Support", *words.columns),
        tuple((labels[line.start], labels[line.end], line.grade, *line.says) for line in drawn), (),
    )  # fmt: skip


def _columns(spots: dict[str, Spot], lines: Sequence[Line]) -> list[str | None]:
    """The stages that occur on a line, in their order; records without a stage come last."""
    met = {spots[end].stage for line in lines for end in (line.start, line.end)}
    return [stage for stage in (*STAGES, None) if stage in met]


Slots = list[list[tuple]]
"""For each column what stands in its rows: `(id,)` for a spot, `(id of a line, column)` where a line passes."""


def _placed(spots: dict[str, Spot], lines: Sequence[Line], columns: list[str | None]) -> dict[tuple, tuple[int, float]]:
    """Slot → its column and its row; short columns are centred beside the longest."""
    slots, near = _slots(spots, lines, columns)
    for sweep in range(SWEEPS):
        order = range(1, len(slots)) if sweep % 2 == 0 else range(len(slots) - 2, -1, -1)
        for column in order:
            _settle(slots, column, near, -1 if sweep % 2 == 0 else 1)
    longest = max(map(len, slots))
    return {
        slot: (column, row + (longest - len(rows)) / 2)
        for column, rows in enumerate(slots)
        for row, slot in enumerate(rows)
    }


def _slots(spots: dict[str, Spot], lines: Sequence[Line], columns: list[str | None]) -> tuple[Slots, dict]:
    """The slots in the order in which lines meet them, and for each slot its neighbours."""
    slots: Slots = [[] for _ in columns]
    near: dict[tuple, list[tuple]] = {}
    for number, line in enumerate(lines):
        trail = _trail(number, line, spots, columns)
        for column, slot in trail:
            if slot not in slots[column]:
                slots[column].append(slot)
        for (_, a), (_, b) in itertools.pairwise(trail):
            near.setdefault(a, []).append(b)
            near.setdefault(b, []).append(a)
    return slots, near


def _trail(number: int, line: Line, spots: dict[str, Spot], columns: list[str | None]) -> list[tuple[int, tuple]]:
    """Start, the columns between, end."""
    a, b = (columns.index(spots[end].stage) for end in (line.start, line.end))
    step = 1 if b >= a else -1
    between = [(column, (number, column)) for column in range(a + step, b, step)]
    return [(a, (line.start,)), *between, (b, (line.end,))]


def _settle(slots: Slots, column: int, near: dict, side: int) -> None:
    """Order a column by the mean row of its neighbours on one side; what has none keeps its place."""
    rows = {slot: row for row, slot in enumerate(slots[column + side])}
    own = {slot: row for row, slot in enumerate(slots[column])}

    def middle(slot: tuple) -> tuple[float, int]:
        found = [rows[n] for n in near.get(slot, []) if n in rows]
        return (sum(found) / len(found) if found else own[slot], own[slot])

    slots[column].sort(key=middle)


def _spec(spots: dict[str, Spot], lines: Sequence[Line], columns: list, placed: dict) -> dict[str, Any]:
    rows, grades = 1 + max(row for _, row in placed.values()), [line.grade for line in lines]
    values = [*_heads(columns), *_boxes(spots, placed), *_strokes(spots, lines, columns, placed)]
    wide, narrow = (int(34 + rows * LINE_HEIGHT * _depth(spots, len(columns), letters)) for letters in (36, 18))
    return framed(
        values, height=wide, narrow=narrow,
        layer=[_drawn_lines(grades), _drawn_boxes(), _drawn_heads(grades), _drawn_labels(len(columns)), _drawn_titles()],
        encoding={
            "x": {"field": "x", "type": "quantitative", "axis": None, "scale": {"domain": [0, len(columns) - 1 + RIGHT + MARGIN], "nice": False}},
            "y": {"field": "y", "type": "quantitative", "axis": None, "scale": {"domain": [rows, -HEAD], "nice": False, "zero": False}},
        },
    )  # fmt: skip


def _depth(spots: dict[str, Spot], columns: int, letters: int) -> float:
    """The lines of text that the highest box takes, and room around it."""
    in_line = max(6, int(letters * LETTERS / columns))
    return 1 + max(wrapped_lines(s.label, in_line) for s in spots.values()) / BOX


def _heads(columns: list) -> list[dict]:
    return [
        {"sort": "title", "x": n + (MARGIN + RIGHT) / 2, "y": -HEAD / 2, "label": STAGES.get(stage or "", "No stage")}
        for n, stage in enumerate(columns)
    ]


def _boxes(spots: dict[str, Spot], placed: dict) -> list[dict]:
    found = []
    for slot, (column, row) in placed.items():
        if len(slot) == 1:
            found.append(
                {"sort": "box", "x": column + MARGIN, "x2": column + RIGHT, "y": row + (1 - BOX) / 2, "y2": row + (1 + BOX) / 2,
                 "middle": column + (MARGIN + RIGHT) / 2, "centre": row + 0.5, "label": spots[slot[0]].label}
            )  # fmt: skip
    return found


def _strokes(spots: dict[str, Spot], lines: Sequence[Line], columns: list, placed: dict) -> list[dict]:
    """The points of each line in their order, and its head."""
    found = []
    for number, line in enumerate(lines):
        points = _points(_trail(number, line, spots, columns), placed)
        found += [
            {"sort": "line", "line": number, "step": step, "x": x, "y": y, "grade": line.grade}
            for step, (x, y) in enumerate(points)
        ]
        found.append(
            {"sort": "head", "x": points[-1][0], "y": points[-1][1], "grade": line.grade, "turn": _turn(points)}
        )
    return found


def _points(trail: list[tuple[int, tuple]], placed: dict) -> list[tuple[float, float]]:
    """From the edge of the first box through the free rows to the edge of the last; within one column from below to above."""
    (a, start), (b, end) = trail[0], trail[-1]
    top, bottom = placed[start][1] + 0.5, placed[end][1] + 0.5
    if a == b:
        middle, down = a + (MARGIN + RIGHT) / 2, 1 if bottom > top else -1
        if abs(bottom - top) > 1.01:
            side = a + RIGHT
            return [(side, top), (side + 0.09, (top + bottom) / 2), (side, bottom)]
        return [(middle, top + 0.41 * down), (middle, bottom - 0.41 * down)]
    out, into = (RIGHT, MARGIN) if b > a else (MARGIN, RIGHT)
    points = [(a + out, top)]
    for column, slot in trail[1:-1]:
        row = placed[slot][1] + 0.5
        points += [(column + into, row), (column + out, row)]
    return [*points, (b + into, bottom)]


def _turn(points: list[tuple[float, float]]) -> int:
    """Which way the head points: to the right, down, to the left, up, in degrees from upwards."""
    (x1, y1), (x2, y2) = points[-2:]
    if x1 == x2:
        return 180 if y2 > y1 else 0
    return 90 if x2 > x1 else 270


def _graded(part: int, grades: Sequence[str]) -> dict[str, Any]:
    """A channel by grade; the legend lists the grades that occur, the strongest first. Layers share one domain, and so one legend."""
    known = [g for g in STYLES if g in grades]
    return {"field": "grade", "type": "nominal", "scale": {"domain": known, "range": [STYLES[g][part] for g in known]}, "sort": known}  # fmt: skip


def _drawn_lines(grades: Sequence[str]) -> dict[str, Any]:
    legend = {"symbolType": "stroke", "symbolStrokeWidth": 2, "symbolSize": 500, "title": None}
    return {
        "transform": [{"filter": "datum.sort == 'line'"}],
        "mark": {"type": "line", "interpolate": "monotone"},
        "encoding": {
            "detail": {"field": "line"}, "order": {"field": "step", "type": "quantitative"},
            "color": _graded(0, grades) | {"legend": legend},
            "strokeDash": _graded(1, grades) | {"legend": legend},
            "strokeWidth": _graded(2, grades) | {"legend": None},
        },
    }  # fmt: skip


def _drawn_heads(grades: Sequence[str]) -> dict[str, Any]:
    return {
        "transform": [{"filter": "datum.sort == 'head'"}],
        "mark": {
            "type": "point", "shape": "triangle", "filled": True, "size": 70, "opacity": 1,
            "xOffset": {"expr": "datum.turn == 90 ? -5 : datum.turn == 270 ? 5 : 0"},
            "yOffset": {"expr": "datum.turn == 180 ? -5 : datum.turn == 0 ? 5 : 0"},
        },
        "encoding": {
            "angle": {"field": "turn", "type": "quantitative", "scale": None},
            "color": _graded(0, grades) | {"legend": None},
        },
    }  # fmt: skip


def _drawn_boxes() -> dict[str, Any]:
    return {
        "transform": [{"filter": "datum.sort == 'box'"}],
        "mark": {"type": "rect", "fill": "#ffffff", "stroke": LINE, "strokeWidth": 1.2, "cornerRadius": 4},
        "encoding": {"x2": {"field": "x2"}, "y2": {"field": "y2"}},
    }


def _drawn_labels(columns: int) -> dict[str, Any]:
    in_line = f"max(6, floor(letters * {LETTERS} / {columns}))"
    wrapped = rf"split(trim(replace(datum.label, regexp('(.{{1,' + {in_line} + '}})(\\s+|$)', 'g'), '$1\n')), '\n')"
    return {
        "transform": [{"filter": "datum.sort == 'box'"}, {"calculate": wrapped, "as": "lines"}],
        "mark": {"type": "text", "baseline": "middle", "lineHeight": LINE_HEIGHT, "fontSize": {"expr": "letters > 30 ? 11.5 : 9"}, "color": INK,
                 "dy": {"expr": f"-{LINE_HEIGHT / 2} * (length(datum.lines) - 1)"}},
        "encoding": {
            "x": {"field": "middle", "type": "quantitative"}, "y": {"field": "centre", "type": "quantitative"},
            "text": {"field": "lines"},
        },
    }  # fmt: skip


def _drawn_titles() -> dict[str, Any]:
    return {
        "transform": [{"filter": "datum.sort == 'title'"}],
        "mark": {"type": "text", "fontWeight": "bold", "color": SOFT, "fontSize": 12},
        "encoding": {"text": {"field": "label"}},
    }
