"""How long it takes from a project's first day to use, a regulatory step, a guideline and the market."""

from benchside.charts.asking import Scope, whole
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.readable import WORDS, end, half, is_half_known, reached, share, years
from benchside.charts.waiting import line_of, waiting
from benchside.charts.words import capital, decimals, joined, partly, source
from benchside.model.figure import Figure

STEPS = {
    "project_time_to_use": "first use of a result",
    "project_time_to_regulatory_step": "first regulatory step",
    "project_time_to_guideline": "first mention in policy",
    "project_time_to_market": "on the market",
}
"""indicator → what its curve is called."""

NO_TIME = "Events without a recorded day have no time and are left out."


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """A curve for each step that at least one project has taken; None where none has."""
    found = {name: figure for name in STEPS if (figure := whole(ask, name, scope)) and reached(figure)}
    if not found:
        return None
    shown = list(found.values())
    return Drawing(
        id="time_to_impact",
        title=_finding(found),
        definition="Share of projects that have got there, by years since their first day, with 95 % intervals (Kaplan–Meier). "
        f"What has not happened, or was not recorded, is still waiting; the numbers below the curves are those that waited so long and were not there yet. {WORDS} {NO_TIME}{partly(shown)}",
        source=source(shown),
        spec=waiting([line_of(capital(STEPS[name]), figure) for name, figure in found.items()], unit="years"),
        columns=("Step", "Projects", "Got there", "Within", "Half got there after (95 % interval)"),
        rows=tuple((capital(STEPS[n]), decimals(f.n), share(reached(f)), years(end(f)), half(f)) for n, f in found.items()),
        figures=tuple(STEPS),
    )  # fmt: skip


def _finding(found: dict[str, Figure]) -> str:
    at_half = [
        f"{STEPS[n]} after {years(f.value)}" for n, f in found.items() if f.value is not None and is_half_known(f)
    ]
    if at_half:
        return f"Half of the projects reach their {joined(at_half)}"
    name, most = max(found.items(), key=lambda each: reached(each[1]))
    beyond = "half is not reached" if most.value is None else "later, too few are left to tell"
    return f"After {decimals(end(most))} years {share(reached(most))} of the projects have had their {STEPS[name]}; {beyond}"


CHART = Chart(id="time_to_impact", question="How long does it take from a project's start to impact?", draw=drawing)
