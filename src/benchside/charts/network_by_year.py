"""How the community changes: newcomers, old acquaintances, sectors and countries, year by year."""

from benchside.charts.asking import Scope, cuts, valued
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.network_measures import MEASURES, Measure
from benchside.charts.panels import Panel, panels
from benchside.charts.words import NOT_SAID, decimals, exact, partly, percent, source
from benchside.model.figure import Figure

FROM_THE_PAST = ("newcomers_share", "met_before_share")
"""Measures that say nothing in the first year on record, because nobody can have been there before."""

Years = dict[int, Figure]


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """A strip for each measure that has a value; None where no year has organisations."""
    found = {m: _by_year(cuts(ask, m.indicator, scope, "year")) for m in MEASURES}
    newcomers = found[MEASURES[0]]
    shown = [m for m in MEASURES if any(f.value for f in found[m].values())]
    if not shown or not newcomers:
        return None
    years = sorted({year for m in shown for year in found[m]})
    every = [f for m in shown for f in found[m].values()]
    return Drawing(
        id="network_by_year",
        title=_finding(newcomers),
        definition="By the year in which projects begin. A newcomer has no project that began in an earlier year. Pairs are two organisations in one project. "
        f"{_without_past(newcomers)} Later years rest on as few projects as the table says.{partly(every)}",
        source=source(every),
        spec=panels([_panel(m, found[m], newcomers) for m in shown]),
        columns=("Year", "Organisations that begin projects", *(m.name for m in shown)),
        rows=tuple(_row(year, newcomers.get(year), [(m, found[m].get(year)) for m in shown]) for year in years),
        figures=tuple(m.indicator for m in shown),
    )


def _by_year(figures: list[Figure]) -> Years:
    return {int(f.cut or 0): f for f in valued(figures) if f.cut != NOT_SAID and (f.cut or "").isdigit()}


def _has_past(newcomers: Years) -> bool:
    """Was somebody of the first year known? So in a scope whose organisations were in others before it."""
    return exact(newcomers[min(newcomers)]) < 1


def _without_past(newcomers: Years) -> str:
    if _has_past(newcomers):
        return "Projects outside what is shown count as the past as well."
    return f"In {min(newcomers)}, the first year on record, everybody is new (grey)."


def _panel(measure: Measure, found: Years, newcomers: Years) -> Panel:
    values = {year: float(exact(f)) for year, f in found.items()}
    texts = {year: measure.short(f) for year, f in found.items()}
    back = (min(newcomers),) if measure.indicator in FROM_THE_PAST and not _has_past(newcomers) else ()
    return Panel(measure.name, values, texts, back)


def _finding(newcomers: Years) -> str:
    """The first year in which there can be known ones, and the last."""
    years = sorted(newcomers)[0 if _has_past(newcomers) else 1 :]
    if not years:
        return f"All organisations of {min(newcomers)} are new, because nothing earlier is on record"
    begin, end = years[0], years[-1]
    if begin == end:
        return f"In {begin} {percent(exact(newcomers[begin]), 1)} of the organisations were newcomers"
    return f"In {begin} {percent(exact(newcomers[begin]), 1)} of the organisations were newcomers, in {end} {percent(exact(newcomers[end]), 1)}"


def _row(year: int, newcomers: Figure | None, figures: list[tuple[Measure, Figure | None]]) -> tuple[str, ...]:
    many = decimals(newcomers.n) if newcomers else "0"
    return (str(year), many, *(measure.full(figure) for measure, figure in figures))


CHART = Chart(id="network_by_year", question="Does the community renew itself, and does it mix?", draw=drawing)
