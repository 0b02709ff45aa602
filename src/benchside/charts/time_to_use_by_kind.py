"""How long results of each kind wait for their first use, from their project's first day."""

from benchside.charts.asking import Scope, cuts
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.readable import WORDS, end, half, reached, reached_by, share, years
from benchside.charts.time_to_impact import NO_TIME
from benchside.charts.waiting import line_of, waiting
from benchside.charts.words import SET_BACK, capital, decimals, inside, label, partly, source
from benchside.model.figure import Figure

INDICATOR = "asset_time_to_use"
FEWEST = 5
"""A curve of fewer things is a list."""
MOST = 5
"""So many curves can be told apart."""


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """A curve for each of the kinds with most things; None where fewer than two kinds have enough of them."""
    enough = [f for f in cuts(ask, INDICATOR, scope, "kind") if f.n >= FEWEST and f.cut not in SET_BACK]
    shown = sorted(enough, key=lambda f: (-f.n, f.cut or ""))[:MOST]
    if len(shown) < 2 or not any(reached(f) for f in shown):
        return None
    return Drawing(
        id="time_to_use_by_kind",
        title=_finding(shown),
        definition="Share of results with a recorded use, by years since the first day of their project, with 95 % intervals; results withdrawn before they "
        f"were used are lost (Aalen–Johansen). Kinds with at least {FEWEST} results, the {MOST} largest. {WORDS} {_test(shown)}{NO_TIME}{partly(shown)}",
        source=source(shown),
        spec=waiting([line_of(_name(f), f) for f in shown], unit="years"),
        columns=("Kind", "Results", "Used", "Within", "Half used after (95 % interval)"),
        rows=tuple((_name(f), decimals(f.n), share(reached(f)), years(end(f)), half(f)) for f in shown),
        figures=(INDICATOR,),
    )  # fmt: skip


def _name(figure: Figure) -> str:
    return capital(label(figure, "asset_kind"))


def _finding(shown: list[Figure]) -> str:
    """The most and the least at one time, to which all curves can be read."""
    time = min(map(end, shown))
    by = {f.cut: reached_by(f, time) for f in shown}
    most, least = (choose(shown, key=lambda f: by[f.cut]) for choose in (max, min))
    return f"Known to be used after {years(time)}: {share(by[most.cut])} of {_kind(most)}, {share(by[least.cut])} of {_kind(least)}"


def _kind(figure: Figure) -> str:
    return f"“{inside(_name(figure))}” ({decimals(figure.n)})"


def _test(shown: list[Figure]) -> str:
    """What the test over all kinds says; it is one of all their notes."""
    return next((f"{capital(note)}. " for note in shown[0].notes if note.startswith("log-rank")), "")


CHART = Chart(id="time_to_use_by_kind", question="Which kinds of results are used soonest?", draw=drawing)
