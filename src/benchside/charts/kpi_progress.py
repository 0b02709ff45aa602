"""How far indicators have come to their targets, as bullets: one row for each, on the way from its baseline to its target.

Units differ from row to row, so that each row is drawn as a part of its own way; the numbers stand beside it, and with them how it
stands, in words. What is drawn is handed in: a target is a record of the programme, which no indicator can be asked for.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchside.charts.base import Drawing
from benchside.charts.layout import framed, label_axis
from benchside.charts.theme import ACCENT, BLUE, GREEN, INK, LINE, SOFT, pixels
from benchside.charts.words import partly, source
from benchside.frameworks.progress import BEHIND, MET, MISSED, NO_RECORDS, ON_THE_WAY, UNDATED
from benchside.model.figure import Figure

FAR, NEAR = 1.25, 1.02
"""A row is drawn as far as the longest goes, and no farther than this part of its way; a value beyond it ends in an arrow, and its
number says how far it goes. The target is always inside."""

MARGIN = 24
"""Pixels that the words beside a row keep from the drawing and from the edge."""

COLOURS = {MET: GREEN, ON_THE_WAY: BLUE, UNDATED: BLUE, BEHIND: ACCENT, MISSED: ACCENT}
"""status → colour of the bar. The words beside it say the same, for those who see no colour."""

SAID = {
    MET: "{} met", ON_THE_WAY: "{} on the way", BEHIND: "{} behind", MISSED: "{} not met by the date set", UNDATED: "{} not met, no date set",
    NO_RECORDS: "{} without records",
}  # fmt: skip
"""status → what the finding says of its number."""


@dataclass(frozen=True)
class Bullet:
    """One target: its name, numbers as printed, the part of the way that is gone and that the trajectory asks for (None: unknown), and its status."""

    label: str
    value: str
    baseline: str
    target: str
    due: str
    way: float | None
    expected_way: float | None
    expected: str
    status: str
    figure: Figure


def draw(bullets: Sequence[Bullet], *, id: str = "kpi_progress") -> Drawing | None:
    """The bullets in the order given; None where no value is on any way."""
    if not any(b.way is not None for b in bullets):
        return None
    figures = [b.figure for b in bullets]
    known = [b.figure for b in bullets if b.way is not None]
    return Drawing(
        id=id,
        title=_finding(bullets),
        definition=f"Bar: how much of the way from the baseline (left edge; nought where none is known) to the target (line) is gone.{_trajectory(bullets)}{_far(bullets)}{partly(known)}",
        source=source(known),
        spec=_spec(bullets),
        columns=("Indicator", "Baseline", "Value", "Target", "Due", "Expected by now", "Status"),
        rows=tuple((b.label, b.baseline, b.value or "no value", b.target, b.due or "no date", b.expected or "not known", b.status) for b in bullets),
        figures=tuple(dict.fromkeys(f.id for f in figures)),
    )  # fmt: skip


def _finding(bullets: Sequence[Bullet]) -> str:
    if len(bullets) == 1:
        return f"“{bullets[0].label}”: {bullets[0].status}"
    counts = Counter(b.status for b in bullets)
    met = counts.pop(MET, 0)
    rest = "; ".join(SAID[status].format(counts[status]) for status in SAID if counts.get(status))
    if not rest:
        return f"All {len(bullets)} targets are met"
    return f"{met or 'None'} of {len(bullets)} targets {'are' if met > 1 else 'is'} met: {rest}"


def _trajectory(bullets: Sequence[Bullet]) -> str:
    if any(b.expected_way is not None for b in bullets):
        return " Diamond: where a straight line from the baseline's date to the due date stands by now."
    return " No due date is recorded, so that nothing can be called behind."


def _far(bullets: Sequence[Bullet]) -> str:
    return " Arrow: the value lies farther than is drawn." if any((b.way or 0) > FAR for b in bullets) else ""


def _words(bullet: Bullet) -> str:
    if not bullet.value:
        return f"target {bullet.target} · {bullet.status}"
    return f"{bullet.value} of {bullet.target} · {bullet.status}"


def _drawn(bullets: Sequence[Bullet]) -> float:
    """How much of the way is drawn: to the end of the longest bar or diamond, within bounds."""
    return min(max([NEAR, *(w for b in bullets for w in (b.way, b.expected_way) if w is not None)]), FAR)


def _row(bullet: Bullet, drawn: float) -> dict[str, Any]:
    way = bullet.way
    row: dict[str, Any] = {
        "label": bullet.label, "nought": 0, "goal": 1 / drawn, "end": 1, "text": _words(bullet), "colour": COLOURS.get(bullet.status, SOFT),
    }  # fmt: skip
    if way is not None:
        row |= {"gone": min(max(way, 0), drawn) / drawn, "far": way > FAR}
    if bullet.expected_way is not None:
        row["expected"] = min(max(bullet.expected_way, 0), drawn) / drawn
    return row


def _spec(bullets: Sequence[Bullet]) -> dict[str, Any]:
    values = [_row(b, _drawn(bullets)) for b in bullets]
    room = max(pixels(v["text"]) for v in values) + MARGIN
    scale = {"domain": [0, {"expr": f"1 / (1 - {room:g} / max(width, {room + 60:g}))"}], "nice": False}
    x = {"type": "quantitative", "axis": None, "scale": scale}
    y = {
        "field": "label",
        "type": "nominal",
        "sort": [v["label"] for v in values],
        "axis": label_axis() | {"domain": False},
    }
    return framed(values, height={"step": 1}, layer=[*_ground(x, y), *_value(x, y), *_marks(x, y)])


def _ground(x: dict, y: dict) -> list[dict[str, Any]]:
    """The whole way, behind the bar."""
    encoding = {"x": x | {"field": "nought"}, "x2": {"field": "goal"}, "y": y}
    return [{"mark": {"type": "bar", "height": 17, "color": LINE}, "encoding": encoding}]


def _value(x: dict, y: dict) -> list[dict[str, Any]]:
    colour = {"field": "colour", "type": "nominal", "scale": None}
    bar = {"x": x | {"field": "nought"}, "x2": {"field": "gone"}, "y": y, "color": colour}
    arrow = {"type": "point", "shape": "triangle-right", "filled": True, "size": 110, "opacity": 1}
    return [
        {"transform": [{"filter": "isValid(datum.gone)"}], "mark": {"type": "bar", "height": 8}, "encoding": bar},
        {"transform": [{"filter": "datum.far"}], "mark": arrow, "encoding": {"x": x | {"field": "gone"}, "y": y, "color": colour}},
    ]  # fmt: skip


def _marks(x: dict, y: dict) -> list[dict[str, Any]]:
    """The target, the trajectory, and the words."""
    target = {"type": "tick", "orient": "vertical", "color": INK, "thickness": 2.5, "size": 22}
    diamond = {
        "type": "point",
        "shape": "diamond",
        "filled": True,
        "fill": "#ffffff",
        "stroke": INK,
        "strokeWidth": 1.6,
        "size": 75,
        "opacity": 1,
    }
    text = {"type": "text", "align": "left", "baseline": "middle", "dx": 10, "color": INK}
    return [
        {"mark": target, "encoding": {"x": x | {"field": "goal"}, "y": y}},
        {"transform": [{"filter": "isValid(datum.expected)"}], "mark": diamond, "encoding": {"x": x | {"field": "expected"}, "y": y}},
        {"mark": text, "encoding": {"x": x | {"field": "end"}, "y": y, "text": {"field": "text", "type": "nominal"}}},
    ]  # fmt: skip
