"""Newcomers, old acquaintances, sectors and countries, call by call."""

import re

from benchside.charts.asking import Scope, cuts, valued
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.network_measures import MEASURES, Measure
from benchside.charts.side_by_side import Row, side_by_side
from benchside.charts.words import NOT_SAID, SET_BACK, decimals, exact, label, partly, percent, source
from benchside.model.figure import Figure

FEW = 10
"""Calls with fewer organisations on record stand back, and no finding speaks of them."""

MOST = 40
"""So many calls are drawn, those with the most organisations; the table has all."""

Calls = dict[str, Figure]


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """A row for each call, in the order of their names; None where no call has organisations."""
    found = {
        m: {f.cut or "": f for f in valued(cuts(ask, m.indicator, scope, "call")) if f.cut != NOT_SAID}
        for m in MEASURES
    }
    newcomers = found[MEASURES[0]]
    shown = [m for m in MEASURES if any(f.value for f in found[m].values())]
    if not shown or not newcomers:
        return None
    calls = sorted(newcomers, key=lambda c: _natural(label(newcomers[c])))
    drawn = sorted(newcomers, key=lambda c: (-newcomers[c].n, c))[:MOST]
    every = [f for m in shown for f in found[m].values()]
    rows = [_bars(newcomers[c], [(m, found[m].get(c)) for m in shown]) for c in calls if c in drawn]
    return Drawing(
        id="network_by_call",
        title=_finding(newcomers),
        definition="By call. A newcomer has no project that began in an earlier year, in whatever call. Pairs are two organisations in one project. "
        f"Calls with fewer than {FEW} organisations on record are grey.{_left(len(calls) - len(drawn))}{partly(every)}",
        source=source(every),
        spec=side_by_side(rows, [m.head for m in shown]),
        columns=("Call", "Organisations", *(m.name for m in shown)),
        rows=tuple(_row(newcomers[c], [(m, found[m].get(c)) for m in shown]) for c in calls),
        figures=tuple(m.indicator for m in shown),
    )


def _natural(name: str) -> list[tuple[int, int, str]]:
    """Call 2 before call 10."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.split(r"(\d+)", name) if part]


def _finding(newcomers: Calls) -> str:
    enough = [f for f in newcomers.values() if f.n >= FEW and f.cut not in SET_BACK]
    if not enough:
        return "No call has ten organisations on record"
    low, high = (end(enough, key=lambda f: (exact(f), f.cut or "")) for end in (min, max))
    if exact(low) == exact(high):
        return f"Newcomers make up {percent(exact(low), 1)} of the organisations of a call"
    return f"Newcomers make up from {percent(exact(low), 1)} ({label(low)}) to {percent(exact(high), 1)} ({label(high)}) of the organisations of a call"


def _left(many: int) -> str:
    return f" {decimals(many)} calls with fewer organisations are in the table alone." if many else ""


def _bars(newcomers: Figure, figures: list[tuple[Measure, Figure | None]]) -> Row:
    cells = tuple((float(exact(f)), m.short(f)) if f is not None else None for m, f in figures)
    return Row(label(newcomers), cells, back=newcomers.n < FEW)


def _row(newcomers: Figure, figures: list[tuple[Measure, Figure | None]]) -> tuple[str, ...]:
    return (label(newcomers), decimals(newcomers.n), *(measure.full(figure) for measure, figure in figures))


CHART = Chart(id="network_by_call", question="Which calls bring new organisations in?", draw=drawing)
