"""Normalised impact year by year: mean and median with their intervals, what is too recent, and where the series breaks."""

from itertools import pairwise

from benchside.charts.asking import Scope, cuts, valued
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.impact import WORLD, noted, papers, said
from benchside.charts.trend import Point, narrowed, trend
from benchside.charts.words import decimals, exact, joined, partly, source
from benchside.model.figure import Figure

LINES = {"mncs": "Mean", "median_ncs": "Median"}


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """Two lines over the years; None where fewer than two years have a mean."""
    found = {name: _by_year(cuts(ask, name, scope, "year")) for name in LINES}
    if len(found["mncs"]) < 2:
        return None
    every = found["median_ncs"]
    table, begin = found["mncs"], _begin(found["mncs"])
    found = {name: {y: f for y, f in figures.items() if y >= begin} for name, figures in found.items()}
    means, medians = found["mncs"], found["median_ncs"]
    recent = sorted(y for y in _by_year(cuts(ask, "scored_papers", scope, "year")) if y > max(means))
    breaks, earlier = _breaks(means), len(table) - len(means)
    shown = list(means.values())
    return Drawing(
        id="citation_trend",
        title=_finding(means, medians),
        definition="Citations of a paper over those expected of its field, year and type, by year of publication, with 95 % intervals. The world's mean is 1. "
        f"Hollow dots rest on few papers.{_earlier(earlier, begin)}{_recent(recent)}{_broken(breaks)}{narrowed(_lines(found))}{noted(shown)}{partly(shown)}",
        source=source(shown),
        spec=trend(
            _lines(found),
            line=WORLD, recent=recent, breaks=breaks,
        ),
        columns=("Year", "Papers", "Mean (95 % interval)", "Median (95 % interval)"),
        rows=(
            *((str(y), papers(f), said(f), said(every.get(y))) for y, f in table.items()),
            *((str(y), "", "too recent", "too recent") for y in recent),
        ),
        figures=tuple(LINES),
    )  # fmt: skip


def _by_year(figures: list[Figure]) -> dict[int, Figure]:
    return {int(f.cut or 0): f for f in sorted(valued(figures), key=lambda f: f.cut or "") if (f.cut or "").isdigit()}


def _begin(means: dict[int, Figure]) -> int:
    """The first year with enough papers, if at least two follow: before it a few old papers would fill the picture."""
    enough = [y for y, f in means.items() if not f.few]
    return enough[0] if len(enough) > 2 else min(means)


def _earlier(years: int, begin: int) -> str:
    return f" {decimals(years)} years before {begin}, of few papers each, are in the table alone." if years else ""


def _lines(found: dict[str, dict[int, Figure]]) -> dict[str, list[Point]]:
    return {LINES[name]: [_point(y, f) for y, f in figures.items()] for name, figures in found.items() if figures}


def _point(year: int, figure: Figure) -> Point:
    return Point(year, float(exact(figure)), figure.low, figure.high, figure.few)


def _finding(means: dict[int, Figure], medians: dict[int, Figure]) -> str:
    lines = {word: figures for word, figures in (("mean", means), ("median", medians)) if figures}
    above = {word: sum(exact(f) > WORLD for f in figures.values()) for word, figures in lines.items()}
    lie = "lie" if len(above) > 1 else "lies"
    if len(set(above.values())) == 1 and above["mean"] in (0, len(means)):
        many = "all" if above["mean"] else "none of"
        return f"In {many} {decimals(len(means))} years {joined(lines)} {lie} above the world average"
    said_of = [f"the {word} in {decimals(number)}" for word, number in above.items()]
    return f"Of {decimals(len(means))} years, {joined(said_of)} {lie} above the world average"


def _recent(years: list[int]) -> str:
    if not years:
        return ""
    span = str(years[0]) if len(years) == 1 else f"{years[0]} to {years[-1]}"
    return f" Papers of {span} are too recent to be compared and are left out."


def _breaks(means: dict[int, Figure]) -> list[int]:
    """The years at which another method or database begins: what lies on either side cannot be compared."""
    years = list(means)
    return [b for a, b in pairwise(years) if set(means[a].series) != set(means[b].series)]


def _broken(breaks: list[int]) -> str:
    return (
        f" The series breaks at {joined(map(str, breaks))}: scores before and after are not comparable."
        if breaks
        else ""
    )


CHART = Chart(id="citation_trend", question="How has citation impact moved over the years?", draw=drawing)
