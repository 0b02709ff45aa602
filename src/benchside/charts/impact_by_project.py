"""Normalised impact project by project, in the order of their names: this is no ranking."""

from benchside.charts.asking import Scope, cuts, valued
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.impact import WORLD, is_above, noted, number, papers, said
from benchside.charts.ranges import Panel, Range, ranges
from benchside.charts.words import NOT_SAID, decimals, exact, label, partly, source
from benchside.model.figure import Figure

MOST = 40
"""Beyond this many projects, those that rest on few papers are in the table alone."""


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """A row for each project; None where no project has a mean."""
    figures = [f for f in cuts(ask, "mncs", scope, "project") if f.cut != NOT_SAID]
    shown = sorted(valued(figures), key=lambda f: (label(f).casefold(), f.cut or ""))
    if not shown:
        return None
    medians = {f.cut: f for f in cuts(ask, "median_ncs", scope, "project")}
    top = {f.cut: f for f in cuts(ask, "top10_share", scope, "project")}
    drawn = [f for f in shown if not f.few] if len(shown) > MOST else shown
    return Drawing(
        id="impact_by_project",
        title=_finding(shown),
        definition=_definition(shown, len(shown) - len(drawn or shown)),
        source=source(shown),
        spec=ranges([Panel("Line: world average, 1", [_range(f, medians.get(f.cut)) for f in drawn or shown], WORLD)]),
        columns=("Project", "Papers", "Mean (95 % interval)", "Median (95 % interval)", "In the world's top 10 %"),
        rows=tuple(
            (label(f), papers(f), said(f), said(medians.get(f.cut)), said(top.get(f.cut), share=True)) for f in shown
        ),
        figures=("mncs", "median_ncs", "top10_share"),
    )


def _finding(shown: list[Figure]) -> str:
    enough = [f for f in shown if not f.few]
    if not enough:
        return "No project has enough papers for its mean to be compared"
    above = sum(is_above(f, WORLD) for f in enough)
    if len(enough) == 1:
        place = "lies above" if above else "cannot be told from"
        return f"The mean of the one project with enough papers {place} the world average"
    return f"{decimals(above) if above else 'None'} of {decimals(len(enough))} projects with enough papers {_lie(above)} above the world average"


def _lie(number: int) -> str:
    return "lies with its whole interval" if number == 1 else "lie with their whole intervals"


def _definition(shown: list[Figure], left: int) -> str:
    few = " Grey: few papers, not to be compared." if any(f.few for f in shown) else ""
    out = f" {decimals(left)} projects with few papers are in the table alone." if left else ""
    return (
        "Citations of a paper over those expected of its field, year and type: the mean as a dot with its 95 % interval, the median as "
        f"a diamond, and a line at the world average, 1. In the order of names; no ranking.{few}{out}{noted(shown)}{partly(shown)}"
    )


def _range(figure: Figure, median: Figure | None) -> Range:
    second = float(exact(median)) if median is not None and median.value is not None else None
    text = f"{number(exact(figure))} · {papers(figure)}"
    return Range(
        label(figure), float(exact(figure)), figure.low, figure.high, text, "back" if figure.few else "", second
    )


CHART = Chart(id="impact_by_project", question="How are the papers of each project cited?", draw=drawing)
