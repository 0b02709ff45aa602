"""Standing bars, one for each year."""

from benchside.charts.layout import framed
from benchside.charts.theme import BLUE, INK, LINE, NARROW
from benchside.charts.words import decimals

HEIGHT, NARROW_HEIGHT = 230, 200


def columns(years: dict[int, float], unit: str) -> dict:
    """The specification: every year between the first and the last has its place, also without a value."""
    values = [
        {"year": str(year), "value": years.get(year, 0), "text": decimals(years[year]) if years.get(year) else ""}
        for year in range(min(years), max(years) + 1)
    ]
    x = {
        "field": "year", "type": "ordinal",
        "axis": {"title": None, "labelAngle": 0, "labelOverlap": "parity", "ticks": False, "labelPadding": 6},
        "scale": {"paddingInner": 0.22, "paddingOuter": 0.1},
    }  # fmt: skip
    has_texts = max(len(v["text"]) for v in values) * 8 * len(values) < NARROW
    axis = (
        None
        if has_texts
        else {"title": unit, "grid": True, "gridColor": LINE, "domain": False, "ticks": False, "tickCount": 4}
    )
    y = {"field": "value", "type": "quantitative", "axis": axis}
    layers: list[dict] = [{"mark": {"type": "bar", "color": BLUE}, "encoding": {"x": x, "y": y}}]
    if has_texts:
        mark = {"type": "text", "baseline": "bottom", "dy": -3, "color": INK}
        layers.append({"mark": mark, "encoding": {"x": x, "y": y, "text": {"field": "text", "type": "nominal"}}})
    return framed(values, height=HEIGHT, narrow=NARROW_HEIGHT, layer=layers)
