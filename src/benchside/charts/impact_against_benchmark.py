"""The programme beside groups that were scored in the same way: mean, median and share in the top 10 %."""

from dataclasses import dataclass

from benchside.charts.asking import Scope, cuts, valued, whole
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.impact import WORLD, noted, number, papers, said
from benchside.charts.ranges import Panel, Range, ranges
from benchside.charts.words import NOT_SAID, exact, joined, label, partly, source
from benchside.model.figure import Figure

OWN = "This programme"


@dataclass(frozen=True)
class Measure:
    """One panel: an indicator of the programme, its twin over comparison groups, and where the world stands."""

    own: str
    other: str
    title: str
    line: float
    share: bool = False


MEASURES = (
    Measure("mncs", "benchmark_mncs", "Mean (line: world, 1)", WORLD),
    Measure("median_ncs", "benchmark_median_ncs", "Median (line: world mean, 1)", WORLD),
    Measure("top10_share", "benchmark_top10_share", "In the top 10 % (line: world, 10 %)", 0.1, share=True),
)


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """Three panels of the same rows; None without a programme's mean or without a group to compare it with."""
    asked = {m: _figures(ask, scope, m) for m in MEASURES}
    first = asked[MEASURES[0]]
    if first is None:
        return None
    shown = [f for found in asked.values() if found for f in found]
    return Drawing(
        id="impact_against_benchmark",
        title=_finding(first),
        definition="Citations of a paper over those expected of its field, year and type, with 95 % intervals. Only scores of "
        f"the same method count.{_warning(first)}{noted(first)}{partly(first[:1])}",
        source=source(shown),
        spec=ranges([_panel(m, found) for m, found in asked.items() if found]),
        columns=("Papers of", "Number", "Mean (95 % interval)", "Median (95 % interval)", "In the world's top 10 %"),
        rows=tuple(_row(f.cut, asked) for f in first),
        figures=tuple(name for m in MEASURES for name in (m.own, m.other)),
    )


def _figures(ask: Ask, scope: Scope, measure: Measure) -> list[Figure] | None:
    """The programme's figure, then those of the groups in the order of their names; None unless both are there."""
    own = whole(ask, measure.own, scope)
    groups = [f for f in valued(cuts(ask, measure.other, scope, "benchmark")) if f.cut != NOT_SAID]
    if own is None or own.value is None or not groups:
        return None
    return [own, *sorted(groups, key=lambda f: (label(f).casefold(), f.cut or ""))]


def _finding(found: list[Figure]) -> str:
    own, groups = found[0], found[1:]
    below = [label(f) for f in groups if _is_apart(f, own)]
    above = [label(f) for f in groups if _is_apart(own, f)]
    level = [label(f) for f in groups if label(f) not in (*below, *above)]
    said_of = [f"{words} {joined(names)}" for words, names in (
        ("above", below), ("below", above), ("not apart from", level)) if names]  # fmt: skip
    return f"The programme's mean of {number(exact(own))} lies {', '.join(said_of)}"


def _is_apart(low: Figure, high: Figure) -> bool:
    """Does the interval of the one end before that of the other begins? Without intervals nothing can be told."""
    return low.high is not None and high.low is not None and low.high < high.low


def _warning(found: list[Figure]) -> str:
    """Scores by another method or database are no baseline."""
    own = found[0].series
    others = [label(f) for f in found[1:] if own and f.series and set(f.series) != set(own)]
    return f" Not comparable, because scored in another way: {joined(others)}." if others else ""


def _panel(measure: Measure, found: list[Figure]) -> Panel:
    return Panel(measure.title, [_range(measure, f) for f in found], measure.line)


def _range(measure: Measure, figure: Figure) -> Range:
    tone = "back" if figure.few else "" if figure.by else "out"
    return Range(
        _name(figure), float(exact(figure)), figure.low, figure.high, number(exact(figure), share=measure.share), tone
    )


def _name(figure: Figure) -> str:
    return label(figure) if figure.by else OWN


def _row(cut: str | None, asked: dict[Measure, list[Figure] | None]) -> tuple[str, ...]:
    of = {m: next((f for f in found or [] if f.cut == cut), None) for m, found in asked.items()}
    first = of[MEASURES[0]]
    assert first is not None, "rows are those of the first measure"
    return (_name(first), papers(first), *(said(f, share=m.share) for m, f in of.items()))


CHART = Chart(
    id="impact_against_benchmark", question="How does the programme compare with others scored alike?", draw=drawing
)
