"""Small multiples of lying bars: a row for each thing, a column for each measure."""

from dataclasses import dataclass
from typing import Any

from benchside.charts.bars import THICK
from benchside.charts.layout import framed, label_axis
from benchside.charts.theme import BLUE, GREY, INK, LINE

FULL = 0.66
"""The longest bar of a column as a part of the column; the rest is room for its number."""


@dataclass(frozen=True)
class Row:
    """A thing and, for each measure in its order, the value and its words; `back` makes its bars grey."""

    label: str
    cells: tuple[tuple[float, str] | None, ...]
    back: bool = False


def side_by_side(rows: list[Row], heads: list[str]) -> dict[str, Any]:
    """The specification, the rows in the order given; each column has a scale of its own from nought."""
    most = [max((row.cells[n][0] for row in rows if row.cells[n]), default=0) or 1 for n in range(len(heads))]  # pyright: ignore[reportOptionalSubscript]
    values = [value for row in rows for value in _values(row, most)]
    y = {"field": "label", "type": "nominal", "sort": None, "axis": label_axis() | {"domain": False}}
    x = {
        "field": "from",
        "type": "quantitative",
        "axis": _heads(heads),
        "scale": {"domain": [0, len(heads)], "nice": False},
    }
    fill = {"field": "fill", "type": "nominal", "scale": None}
    words = {"x": x | {"field": "to"}, "y": y, "text": {"field": "text", "type": "nominal"}}
    lines = {
        "data": {"values": [{"from": n} for n in range(len(heads))]},
        "mark": {"type": "rule", "color": LINE},
        "encoding": {"x": x},
    }
    layers = [
        lines,
        {"mark": {"type": "bar", "height": THICK}, "encoding": {"x": x, "x2": {"field": "to"}, "y": y, "color": fill}},
        {"mark": {"type": "text", "align": "left", "dx": 4, "color": INK, "fontSize": 11.5}, "encoding": words},
    ]
    return framed(values, height={"step": 1}, layer=layers)


def _values(row: Row, most: list[float]) -> list[dict[str, Any]]:
    """A thing without any value keeps its row."""
    return [
        {"label": row.label, "from": n, "to": round(n + FULL * (cell[0] if cell else 0) / most[n], 4),
         "text": cell[1] if cell else "–", "fill": GREY if row.back else BLUE}
        for n, cell in enumerate(row.cells)
    ]  # fmt: skip


def _heads(heads: list[str]) -> dict[str, Any]:
    """The measures' names over their columns, a word in each line."""
    words = f"split({heads!r}[floor(datum.value)], ' ')"
    return {
        "orient": "top", "title": None, "values": [n + 0.02 for n in range(len(heads))], "labelExpr": words, "ticks": False,
        "domain": False, "labelAlign": "left", "labelPadding": 14 * max(len(head.split()) for head in heads) + 4, "labelBaseline": "top", "labelLineHeight": 14, "labelFontSize": 11.5,
        "labelOverlap": False,
    }  # fmt: skip
