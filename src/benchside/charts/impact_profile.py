"""How the papers spread over bands of normalised score: a mean says nothing of this."""

from benchside.charts.asking import Scope, cuts, valued
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.impact import noted
from benchside.charts.layout import framed
from benchside.charts.theme import BLUE, GREY, INK, SKY
from benchside.charts.words import NOT_SAID, decimals, exact, missing, partly, percent, source
from benchside.model.figure import Figure

BANDS = ("0", "up to 1/8", "up to 1/4", "up to 1/2", "up to 1", "up to 2", "up to 4", "up to 8", "above 8")
"""The bands in their order, as the indicator names them; the world's mean is the upper end of the middle one."""

ABOVE = BANDS[5:]
SHORT = {"up to": "to", "above": ">", "1/8": "⅛", "1/4": "¼", "1/2": "½"}
HEIGHT, NARROW_HEIGHT = 250, 210


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """A standing bar for each band; None where no paper is scored."""
    figures = cuts(ask, "impact_profile", scope, "kind")
    known = {f.cut: f for f in valued(figures) if f.cut in BANDS}
    counts = {band: exact(known[band]) if band in known else 0 for band in BANDS}
    total = sum(counts.values())
    if not total:
        return None
    above = sum(counts[band] for band in ABOVE)
    return Drawing(
        id="impact_profile",
        title=f"{decimals(above)} of {decimals(total)} papers ({percent(above, total)}) are cited above the world average",
        definition="Papers by their normalised score: citations over those expected of the same field, year and type. Each band is twice as wide "
        f"as the one before; 0 is uncited, dark bars lie above the world average of 1.{_rest(figures)}{noted(list(known.values())[:1])}{partly(figures)}",
        source=source(list(known.values())),
        spec=_spec({band: float(count) for band, count in counts.items()}),
        columns=("Normalised score", "Papers", "Share"),
        rows=(*((_words(b), decimals(n), percent(n, total)) for b, n in counts.items()), *map(_left, _others(figures))),
        figures=("impact_profile",),
    )


def _words(band: str) -> str:
    return "0 (uncited)" if band == "0" else band


def _short(band: str) -> str:
    """The band as it fits under its bar on a phone."""
    for long, short in SHORT.items():
        band = band.replace(long, short)
    return band


def _others(figures: list[Figure]) -> list[Figure]:
    return [f for f in figures if f.cut not in BANDS]


def _left(figure: Figure) -> tuple[str, str, str]:
    name = "band not known" if figure.cut == NOT_SAID else figure.label or figure.cut or ""
    return (name, decimals(exact(figure)) if figure.value is not None else missing(figure), "")


def _rest(figures: list[Figure]) -> str:
    left = sum(exact(f) for f in valued(_others(figures)))
    return f" {decimals(left)} papers in no band are left out." if left else ""


def _spec(counts: dict[str, float]) -> dict:
    tones = {band: GREY if band == "0" else BLUE if band in ABOVE else SKY for band in BANDS}
    values = [
        {"band": _short(band), "value": count, "text": decimals(count), "tone": tones[band]}
        for band, count in counts.items()
    ]
    x = {"field": "band", "type": "ordinal", "sort": None, "scale": {"paddingInner": 0.12, "paddingOuter": 0.06},
         "axis": {"title": "normalised score", "titlePadding": 8, "labelAngle": 0, "ticks": False, "labelPadding": 6}}  # fmt: skip
    y = {"field": "value", "type": "quantitative", "axis": None}
    bar = {
        "mark": {"type": "bar"},
        "encoding": {"x": x, "y": y, "color": {"field": "tone", "type": "nominal", "scale": None}},
    }
    mark = {"type": "text", "baseline": "bottom", "dy": -3, "color": INK}
    words = {"mark": mark, "encoding": {"x": x, "y": y, "text": {"field": "text", "type": "nominal"}}}
    return framed(values, height=HEIGHT, narrow=NARROW_HEIGHT, layer=[bar, words])


CHART = Chart(id="impact_profile", question="How do the papers spread from uncited to highly cited?", draw=drawing)
