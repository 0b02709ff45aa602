"""Rows of dots with their intervals, in one panel or in several that stand under each other, each with a scale of its own."""

from dataclasses import dataclass
from typing import Any

from benchside.charts.layout import WRAPPED, framed, label_axis
from benchside.charts.theme import ACCENT, BLUE, GREY, INK, SOFT, pixels

FAR = 1.8
"""An interval is drawn up to this many times the largest value of its panel; beyond it is cut off and bears an arrow."""

MARGIN = 26
"""Pixels that the words beside a row keep from the end of the interval and from the edge."""

TONES = {"": BLUE, "back": GREY, "out": ACCENT}
_PANEL = "replace(datum.label, regexp('^[0-9]+: ?'), '')"


@dataclass(frozen=True)
class Range:
    """One row: a dot at `value` on the line from `low` to `high`, the words beside it, and a second, hollow mark where there is one."""

    label: str
    value: float
    low: float | None
    high: float | None
    text: str
    tone: str = ""
    second: float | None = None


@dataclass(frozen=True)
class Panel:
    """Rows on one scale that begins at nought, with a line at `line`; `title` stands above them."""

    title: str
    rows: list[Range]
    line: float


def ranges(panels: list[Panel]) -> dict[str, Any]:
    """The specification, the rows in the order given."""
    values = [value for number, panel in enumerate(panels) for value in _values(number, panel)]
    x = {"field": "value", "type": "quantitative", "axis": None, "scale": _scale([v for v in values if "value" in v])}
    # The order is said outright: rows of a heading bear no dot, and would otherwise be put last.
    y = {"field": "label", "type": "nominal", "scale": {"type": "band"}, "sort": [v["label"] for v in values]}
    axis = label_axis() | {"labelExpr": WRAPPED.replace("datum.label", _PANEL), "domain": False, "labelPadding": 14}
    layers = [
        _lines(x, y, len(values)),
        _intervals(x, y | {"axis": axis}),
        _arrows(x, y),
        *_dots(x, y),
        _words(x, y),
        _titles(y),
    ]
    return framed(values, height={"step": 1}, layer=layers)


def _values(number: int, panel: Panel) -> list[dict[str, Any]]:
    """The rows of a panel with every length as a part of the panel's own longest."""
    most = _most(panel)
    made: list[dict[str, Any]] = [{"label": f"{number}:", "title": panel.title}] if panel.title else []
    for row in panel.rows:
        ends = (row.value if row.low is None else row.low, row.value if row.high is None else row.high)
        high = min(ends[1], most)
        made.append({
            "label": f"{number}: {row.label}", "value": row.value / most, "low": ends[0] / most, "high": high / most, "line": panel.line / most,
            "end": 1, "text": row.text, "tone": TONES[row.tone], "far": ends[1] > most,
            **({} if row.second is None else {"second": row.second / most}),
        })  # fmt: skip
    return made


def _most(panel: Panel) -> float:
    values = max([panel.line, *(r.value for r in panel.rows), *(r.second or 0 for r in panel.rows)])
    return max([values, *(min(r.high, FAR * values) for r in panel.rows if r.high is not None)])


def _scale(rows: list[dict]) -> dict[str, Any]:
    """Room for the words, which stand in a column of their own so that no line crosses them."""
    room = max(pixels(row["text"]) for row in rows) + MARGIN
    return {"domain": [0, {"expr": f"1 / (1 - {room:g} / max(width, {room + 60:g}))"}], "nice": False}


def _only(condition: str) -> list[dict[str, str]]:
    return [{"filter": condition}]


def _lines(x: dict, y: dict, rows: int) -> dict[str, Any]:
    mark = {
        "type": "tick",
        "orient": "vertical",
        "color": SOFT,
        "opacity": 0.65,
        "thickness": 1,
        "size": {"expr": f"height / {rows}"},
    }
    return {"transform": _only("isValid(datum.line)"), "mark": mark, "encoding": {"x": x | {"field": "line"}, "y": y}}


def _colour() -> dict[str, Any]:
    return {"field": "tone", "type": "nominal", "scale": None}


def _intervals(x: dict, y: dict) -> dict[str, Any]:
    encoding = {"x": x | {"field": "low"}, "x2": {"field": "high"}, "y": y, "color": _colour()}
    return {"mark": {"type": "rule", "strokeWidth": 2.5, "opacity": 0.55}, "encoding": encoding}


def _arrows(x: dict, y: dict) -> dict[str, Any]:
    mark = {"type": "point", "shape": "triangle-right", "filled": True, "size": 60, "opacity": 0.7}
    return {
        "transform": _only("datum.far"),
        "mark": mark,
        "encoding": {"x": x | {"field": "high"}, "y": y, "color": _colour()},
    }


def _dots(x: dict, y: dict) -> list[dict[str, Any]]:
    dot = {"mark": {"type": "point", "shape": "circle", "filled": True, "size": 85, "opacity": 1},
           "encoding": {"x": x, "y": y, "color": _colour()}}  # fmt: skip
    hollow = {
        "type": "point",
        "shape": "diamond",
        "filled": True,
        "fill": "#ffffff",
        "size": 75,
        "strokeWidth": 1.8,
        "opacity": 1,
    }
    second = {"transform": _only("isValid(datum.second)"), "mark": hollow,
              "encoding": {"x": x | {"field": "second"}, "y": y, "stroke": _colour()}}  # fmt: skip
    return [{"transform": _only("isValid(datum.value)")} | dot, second]


def _words(x: dict, y: dict) -> dict[str, Any]:
    mark = {"type": "text", "align": "left", "baseline": "middle", "dx": 11, "color": INK}
    return {"transform": _only("isValid(datum.text)"), "mark": mark,
            "encoding": {"x": x | {"field": "end"}, "y": y, "text": {"field": "text", "type": "nominal"}}}  # fmt: skip


def _titles(y: dict) -> dict[str, Any]:
    mark = {"type": "text", "align": "left", "baseline": "middle", "x": 0, "color": SOFT, "fontWeight": "bold", "dy": 4}
    encoding = {"y": y, "text": {"field": "title", "type": "nominal"}}
    return {"transform": _only("isValid(datum.title)"), "mark": mark, "encoding": encoding}
