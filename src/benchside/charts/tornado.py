"""What an estimate hangs on: how far each of its assumptions moves it while the others stand at their central values."""

from benchside.charts.asking import Scope, whole
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.layout import framed, label_axis
from benchside.charts.theme import BLUE, INK, ORANGE, SOFT, pixels
from benchside.charts.words import capital, decimals, inside, source
from benchside.model.estimate import Simulated, Swing
from benchside.model.figure import Figure

ESTIMATES = ("jobs_of_all_kinds", "jobs_additional", "jobs_total")
"""The estimates that rest on assumptions; the first with several of them is drawn."""

THICK = 18
SIDES = {"low": BLUE, "high": ORANGE}


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """Bars around the central estimate; None where no estimate rests on several assumptions that may vary."""
    for name in ESTIMATES:
        figure = whole(ask, name, scope)
        if figure is not None and figure.simulated is not None and len(_moving(figure.simulated)) > 1:
            return _drawn(figure, figure.simulated)
    return None


def _moving(found: Simulated) -> list[Swing]:
    return [swing for swing in found.swings if swing.width > 0]


def _drawn(figure: Figure, found: Simulated) -> Drawing:
    swings = _moving(found)
    return Drawing(
        id="tornado",
        title=f"{capital(inside(figure.title))}: most hangs on “{swings[0].assumed.name}”",
        definition=_definition(found),
        source=source([figure]),
        spec=_spec(swings, found.central),
        columns=("Assumption", "Low", "High", "Estimate at low", "Estimate at high"),
        rows=tuple(_row(swing) for swing in swings),
        figures=(figure.id,),
    )


def _definition(found: Simulated) -> str:
    low, high = (_number(found.quantiles[share]) for share in (0.05, 0.95))
    return (
        f"Each assumption at its low (blue) and its high end (orange), all others at their central values, where the estimate is "
        f"{_number(found.central)}. With all drawn at once, independently of each other, 90 % of the draws lie between {low} and {high}."
    )


def _row(swing: Swing) -> tuple[str, ...]:
    a = swing.assumed
    return (a.name, f"{float(a.low):g}", f"{float(a.high):g}", _number(swing.at_low), _number(swing.at_high))


def _number(value: float) -> str:
    return decimals(round(value)) if abs(value) >= 100 else f"{value:.3g}"


def _label(swing: Swing) -> str:
    """With its key, which no two assumptions share, where their words are the same."""
    a = swing.assumed
    return f"{a.name} ({float(a.low):g} to {float(a.high):g})"


def _values(swings: list[Swing], middle: float) -> list[dict]:
    labels = [_label(swing) for swing in swings]
    made = []
    for label, swing in zip(labels, swings, strict=True):
        label = f"{label} [{swing.assumed.id}]" if labels.count(label) > 1 else label
        for side, end in (("low", swing.at_low), ("high", swing.at_high)):
            made.append({
                "label": label, "middle": middle, "end": end, "text": _number(end), "colour": SIDES[side],
                "is_left": end < middle or (end == middle and side == "low"),
            })  # fmt: skip
    return made


def _spec(swings: list[Swing], middle: float) -> dict:
    values = _values(swings, middle)
    x = {"type": "quantitative", "axis": None, "scale": _scale(values)}
    y = {"field": "label", "type": "nominal", "sort": None, "axis": label_axis() | {"domain": False}}
    bar = {"x": x | {"field": "middle"}, "x2": {"field": "end"}, "y": y,
           "color": {"field": "colour", "type": "nominal", "scale": None}}  # fmt: skip
    words = {"x": x | {"field": "end"}, "y": y, "text": {"field": "text", "type": "nominal"}}
    text = {"type": "text", "baseline": "middle", "color": INK}
    line = {"x": x | {"field": "middle", "aggregate": "min"}}
    return framed(
        values,
        height={"step": 1},
        layer=[
            {"mark": {"type": "bar", "height": THICK}, "encoding": bar},
            {"transform": [{"filter": "datum.is_left"}], "mark": text | {"align": "right", "dx": -6}, "encoding": words},
            {"transform": [{"filter": "!datum.is_left"}], "mark": text | {"align": "left", "dx": 6}, "encoding": words},
            {"mark": {"type": "rule", "color": SOFT, "strokeDash": [4, 3]}, "encoding": line},
        ],
    )  # fmt: skip


def _scale(values: list[dict]) -> dict:
    """From the least to the largest end, with room on both sides for the words, whatever the width."""
    low, high = min(v["end"] for v in values), max(v["end"] for v in values)
    room = max(pixels(v["text"]) for v in values) + 12
    pad = f"{room * (high - low):g} / max(width - {2 * room:g}, 60)"
    return {"domain": [{"expr": f"{low:g} - {pad}"}, {"expr": f"{high:g} + {pad}"}], "nice": False, "zero": False}


CHART = Chart(id="tornado", question="Which assumption does an estimate hang on most?", draw=drawing)
