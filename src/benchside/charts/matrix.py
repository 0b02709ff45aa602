"""Half of a matrix of things with each other, the diagonal included, with a number in every cell."""

from dataclasses import dataclass
from typing import Any

from benchside.charts.layout import framed, label_axis
from benchside.charts.theme import BLUE, LINE, SOFT
from benchside.charts.tints import ink_on, tint

ROW = 42
HEAD = 44


@dataclass(frozen=True)
class Head:
    """One of the things: its name beside its row, and at the head of its column on a page and on a phone."""

    label: str
    wide: str
    narrow: str


def matrix(heads: list[Head], cells: dict[tuple[int, int], float], most: float) -> dict[str, Any]:
    """The specification. `cells` have the place of the row and of the column, the column's never beyond the row's; `most` is the deepest tint.

    A cell that is not there bears a dash.
    """
    places = [(row, column) for row in range(len(heads)) for column in range(row + 1)]
    values = [_cell(heads[r].label, c, cells.get((r, c)), most) for r, c in places]
    y = {"field": "label", "type": "nominal", "sort": None, "axis": label_axis() | {"domain": False},
         "scale": {"paddingInner": 0.06, "paddingOuter": 0.03}}  # fmt: skip
    x = {
        "field": "from",
        "type": "quantitative",
        "axis": _heads(heads),
        "scale": {"domain": [0, len(heads)], "nice": False},
    }
    square = {"type": "rect", "stroke": LINE, "strokeWidth": 0.7}
    fill = {"field": "tint", "type": "nominal", "scale": None}
    words = {"x": x | {"field": "middle"}, "y": y, "text": {"field": "text", "type": "nominal"},
             "color": {"field": "ink", "type": "nominal", "scale": None}}  # fmt: skip
    layers = [
        {"mark": square, "encoding": {"x": x, "x2": {"field": "to"}, "y": y, "fill": fill}},
        {"mark": {"type": "text", "baseline": "middle"}, "encoding": words},
    ]
    return framed(values, height=ROW * len(heads) + HEAD, layer=layers)


def _cell(label: str, column: int, value: float | None, most: float) -> dict[str, Any]:
    colour = tint(BLUE, (value or 0) / most if most else 0.0)
    ink = SOFT if value is None else ink_on(colour)
    return {"label": label, "from": column + 0.03, "to": column + 0.97, "middle": column + 0.5, "tint": colour, "ink": ink,
            "text": "–" if value is None else f"{value:,.0f}".replace(",", "\u202f")}  # fmt: skip


def _heads(heads: list[Head]) -> dict[str, Any]:
    """The columns' names over them: short where the picture is narrow."""
    texts = {False: [h.wide for h in heads], True: [h.narrow for h in heads]}
    chosen = f"letters < 30 ? {texts[True]!r}[floor(datum.value)] : split({texts[False]!r}[floor(datum.value)], ' ')"
    return {
        "orient": "top", "title": None, "values": [n + 0.5 for n in range(len(heads))], "labelExpr": chosen, "ticks": False,
        "domain": False, "labelPadding": {"expr": f"letters < 30 ? 18 : {14 * max(len(h.wide.split()) for h in heads) + 4}"}, "labelBaseline": "top", "labelLineHeight": 14, "labelOverlap": False,
    }  # fmt: skip
