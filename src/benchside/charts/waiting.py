"""Curves of times: the share that has got there, rising by steps, with its interval, and how many still wait below."""

from dataclasses import dataclass, replace
from typing import Any

from benchside.charts.layout import framed
from benchside.charts.readable import readable
from benchside.charts.theme import INK, LINE, SOFT, colours
from benchside.charts.words import decimals
from benchside.model.figure import Figure, Moment

HEIGHT, NARROW_HEIGHT = 380, 420
PRACTICE = 17.0
"""Years from research to practice, as often cited: Morris, Wooding and Grant (2011), Journal of the Royal Society of Medicine 104."""
FEW_BANDS = 3
"""Intervals of more curves lie on each other and are paler, so that no colour comes out that no curve has."""
ROW = 0.065
"""How much of the height of the picture a row of numbers below it takes."""


@dataclass(frozen=True)
class Line:
    """A curve with its name; `tail` is what is counted below it and not drawn, because too few are left."""

    name: str
    moments: tuple[Moment, ...]
    tail: tuple[Moment, ...] = ()


def line_of(name: str, figure: Figure) -> Line:
    """The curve of a figure, from the moment at which the waiting begins to where it can last be read."""
    first = figure.curve[0].at_risk if figure.curve else 0
    shown, tail = readable(figure.curve), figure.curve[len(readable(figure.curve)) :]
    # Until the next of the waiting got there or was seen no more, the share stays what it was.
    stays = (
        (replace(tail[0], reached=shown[-1].reached, low=shown[-1].low, high=shown[-1].high),) if shown and tail else ()
    )
    return Line(name, (Moment(0, first, 0, 0, 0), *shown, *stays), tail)


def waiting(lines: list[Line], *, unit: str) -> dict[str, Any]:
    """The specification; the mark at 17 years is drawn where the curves come near it."""
    longest = max((line.moments[-1].time for line in lines), default=0)
    ticks = _ticks(longest)
    top = min(1.0, 1.15 * max((m.high or m.reached for line in lines for m in line.moments), default=1) or 1)
    floor = -ROW * top * (len(lines) + 2.2)
    x = {"field": "time", "type": "quantitative", "scale": {"domain": [0, ticks[-1]], "nice": False},
         "axis": {"title": f"{unit} since the beginning", "values": ticks, "ticks": False, "offset": 2}}  # fmt: skip
    y = {"field": "reached", "type": "quantitative", "scale": {"domain": [floor, top], "nice": False},
         "axis": {"title": None, "format": "%", "values": _levels(top), "grid": True, "gridColor": LINE, "domain": False, "ticks": False}}  # fmt: skip
    names = colours([line.name for line in lines])
    values = [value for line in lines for value in _values(line)]
    layers = [
        *_bands(x, y, names),
        *_practice(x, top, ticks[-1]),
        _steps(x, y, names),
        *_table(lines, names, ticks, top, x, y),
    ]
    return framed(values, height=HEIGHT, narrow=NARROW_HEIGHT, layer=layers)


def _ticks(longest: float) -> list[float]:
    """Marks on the axis, at most ten, whole years where the times are long; room for the 17 years where they come near."""
    end = max(longest, PRACTICE + 1) if longest > PRACTICE / 2 else max(longest, 1.0)
    step = next(s for s in (0.25, 0.5, 1, 2, 5, 10, 20, 50) if end / s <= 10)
    return [n * step for n in range(int(-(-end // step)) + 1)]


def _levels(top: float) -> list[float]:
    step = next(s for s in (0.01, 0.02, 0.05, 0.1, 0.25) if top / s <= 5)
    return [n * step for n in range(int(top / step + 1e-9) + 1)]


def _values(line: Line) -> list[dict[str, Any]]:
    return [
        {"time": m.time, "reached": m.reached, "low": m.reached if m.low is None else m.low,
         "high": m.reached if m.high is None else m.high, "name": line.name}
        for m in line.moments
    ]  # fmt: skip


def _bands(x: dict, y: dict, names: dict[str, str]) -> list[dict[str, Any]]:
    """A layer for each curve, in its own tint: a scale of colours shared with the lines would lose their legend."""
    encoding = {"x": x, "y": y | {"field": "low"}, "y2": {"field": "high"}}
    mark = {"type": "area", "interpolate": "step-after", "opacity": 0.16 if len(names) <= FEW_BANDS else 0.09}
    return [
        {"transform": [{"filter": {"field": "name", "equal": name}}], "mark": mark | {"color": tint}, "encoding": encoding}
        for name, tint in names.items()
    ]  # fmt: skip


def _steps(x: dict, y: dict, names: dict[str, str]) -> dict[str, Any]:
    colour = {"field": "name", "type": "nominal", "legend": {"symbolOpacity": 1, "symbolStrokeWidth": 3, "symbolType": "stroke", "columns": {"expr": "letters < 30 ? 1 : 2"}},
              "scale": {"domain": list(names), "range": list(names.values())}}  # fmt: skip
    mark = {"type": "line", "interpolate": "step-after", "strokeWidth": 2.2}
    return {"mark": mark, "encoding": {"x": x, "y": y, "color": colour}}


def _practice(x: dict, top: float, last: float) -> list[dict[str, Any]]:
    if last < PRACTICE:
        return []
    data = {"values": [{"time": PRACTICE, "reached": 0, "top": top}]}
    y, y2 = {"field": "reached", "type": "quantitative"}, {"field": "top"}
    words = {
        "type": "text",
        "align": "right",
        "baseline": "top",
        "dx": -5,
        "color": SOFT,
        "text": ["17 years,", "as often cited"],
    }
    return [
        {"data": data, "mark": {"type": "rule", "color": SOFT, "strokeDash": [5, 3]}, "encoding": {"x": x, "y": y, "y2": y2}},
        {"data": data, "mark": words, "encoding": {"x": x, "y": y | {"field": "top"}}},
    ]  # fmt: skip


def _table(
    lines: list[Line], names: dict[str, str], ticks: list[float], top: float, x: dict, y: dict
) -> list[dict[str, Any]]:
    """How many still wait at each mark of the axis, a row for each curve in its colour."""
    text = {"type": "text", "baseline": "middle", "fontSize": 11.5}
    shown = {"x": x, "y": y, "text": {"field": "text"}}
    head = [{"time": 0, "reached": -ROW * top * 1.1, "text": "still waiting:"}]
    layers = [{"data": {"values": head}, "mark": text | {"align": "left", "dx": -4, "color": INK}, "encoding": shown}]
    for number, line in enumerate(lines):
        height = -ROW * top * (number + 2.1)
        row = [{"time": tick, "reached": height, "text": decimals(round(at_risk(line, tick)))} for tick in ticks]
        layers.append({"data": {"values": row}, "mark": text | {"color": names[line.name]}, "encoding": shown})
    return layers


def at_risk(line: Line, time: float) -> float:
    """How many still wait just before the time; nobody after the last moment."""
    return next((m.at_risk for m in (*line.moments, *line.tail) if m.time >= time), 0)
