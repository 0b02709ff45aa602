"""Jobs in the economy as a whole: a range, beside the jobs that were counted."""

from benchside.charts.asking import Scope, whole
from benchside.charts.bars import THICK, room_beside
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.layout import framed, label_axis
from benchside.charts.theme import BLUE, INK, PURPLE, pixels
from benchside.charts.words import decimals, source
from benchside.model.figure import Figure

DIRECT, ECONOMY = "Jobs that projects pay or create", "Jobs in the economy as a whole (estimated)"


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """The counted jobs as a bar, the estimate from its low to its high end; None where nothing is estimated."""
    estimate, direct = whole(ask, "jobs_total", scope), whole(ask, "direct_jobs", scope)
    if estimate is None or estimate.low is None or estimate.high is None:
        return None
    counted = direct if direct is not None and direct.value is not None else None
    shown = [estimate] if counted is None else [counted, estimate]
    return Drawing(
        id="jobs_range",
        title=_finding(estimate, counted),
        definition=f"An estimate, not a count: {'; '.join(estimate.notes) or 'it rests on an assumption'}. Nobody has observed these jobs.",
        source=source(shown),
        spec=_spec([_value(figure) for figure in shown]),
        columns=("Jobs", "Low", "High", "Standing"),
        rows=tuple(_row(figure) for figure in shown),
        figures=tuple(figure.id for figure in shown),
    )


def _finding(estimate: Figure, counted: Figure | None) -> str:
    low, high = (decimals(round(end or 0)) for end in (estimate.low, estimate.high))
    jobs = f" {decimals(round(counted.value or 0))} direct jobs" if counted else " the direct jobs"
    return f"Between {low} and {high} jobs in the economy may go with{jobs}"


def _value(figure: Figure) -> dict:
    low, high = _ends(figure)
    if figure.status == "estimated":
        text = f"{decimals(low)} to {decimals(high)}"
        return {"label": ECONOMY, "low": low, "high": high, "text": text, "colour": PURPLE}
    return {"label": DIRECT, "low": 0, "high": high, "text": decimals(high), "colour": BLUE}


def _ends(figure: Figure) -> tuple[int, int]:
    """Low and high in whole jobs; a count has one end."""
    if figure.status == "estimated":
        return round(figure.low or 0), round(figure.high or 0)
    return round(figure.value or 0), round(figure.value or 0)


def _row(figure: Figure) -> tuple[str, ...]:
    low, high = _ends(figure)
    standing = {"computed": "computed from records", "reported": "published statement", "estimated": "estimated"}
    name = ECONOMY if figure.status == "estimated" else DIRECT
    return (name, decimals(low), decimals(high), standing.get(figure.status, figure.status))


def _spec(values: list[dict]) -> dict:
    scale = room_beside(max(v["high"] for v in values), max(pixels(v["text"]) for v in values))
    x = {"type": "quantitative", "axis": None, "scale": scale}
    y = {"field": "label", "type": "nominal", "sort": None, "axis": label_axis()}
    colour = {"field": "colour", "type": "nominal", "scale": None}
    bar = {"x": x | {"field": "low"}, "x2": {"field": "high"}, "y": y, "color": colour}
    words = {"x": x | {"field": "high"}, "y": y, "text": {"field": "text", "type": "nominal"}}
    return framed(
        values,
        height={"step": 1},
        layer=[
            {"mark": {"type": "bar", "height": THICK}, "encoding": bar},
            {"mark": {"type": "text", "align": "left", "dx": 6, "color": INK}, "encoding": words},
        ],
    )


CHART = Chart(id="jobs_range", question="How many jobs may go with the projects?", draw=drawing)
