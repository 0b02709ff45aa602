"""How long projects wait for the first use of a result, by the groups that take part in them."""

from benchside.charts.asking import Scope, cuts, whole
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.readable import WORDS, end, half, reached, reached_by, share, years
from benchside.charts.time_to_impact import NO_TIME
from benchside.charts.waiting import line_of, waiting
from benchside.charts.words import GROUPS, SET_BACK, capital, decimals, partly, source
from benchside.charts.words import label as said
from benchside.model.figure import Figure

INDICATOR = "project_time_to_use"
FEWEST = 5
"""A curve of fewer projects is a list."""
MOST = 5
"""So many groups have a curve, beside that of all projects."""
LOG_RANK = "log-rank test against the rest: "


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """The curve of all projects, and one for each group that takes part in some of them; None where there is no such group."""
    every = whole(ask, INDICATOR, scope)
    found = [f for f in cuts(ask, INDICATOR, scope, "with_group") if f.n >= FEWEST and f.cut not in SET_BACK]
    if every is None or not reached(every):
        return None
    groups = sorted((f for f in found if f.n < every.n), key=lambda f: (-f.n, f.cut or ""))[:MOST]
    if not groups:
        return None
    shown = [every, *groups]
    return Drawing(
        id="time_to_use_by_group",
        title=_finding(every, groups),
        definition="Share of projects with a first use of a result, by years since their first day, with 95 % intervals (Kaplan–Meier): all of them, and those in which a "
        f"group takes part; groups with at least {FEWEST} projects. A project of several groups stands in several curves. {_in_all(found, every)}{WORDS} The table holds "
        "each group against all projects without it (log-rank); of several such tests one may come out low by chance, and large consortia have more groups and "
        f"more results. {NO_TIME}{partly(shown)}",
        source=source(shown),
        spec=waiting([line_of(capital(_name(f)), f) for f in shown], unit="years"),
        columns=("Projects with", "Projects", "First use", "Within", "Half after (95 % interval)", "Against those without"),
        rows=tuple((capital(_name(f)), decimals(f.n), share(reached(f)), years(end(f)), half(f), _test(f)) for f in shown),
        figures=(INDICATOR,),
    )  # fmt: skip


def _name(figure: Figure) -> str:
    return said(figure, words=GROUPS) if figure.cut else "all projects"


def _finding(every: Figure, groups: list[Figure]) -> str:
    """The groups with the most and the least at one time, to which all curves can be read; a single group beside all projects."""
    time = min(map(end, [every, *groups]))
    by = {f.cut: reached_by(f, time) for f in (every, *groups)}
    begin = f"After {years(time)} a first use is on record for"
    if len(groups) == 1:
        return f"{begin} {share(by[None])} of all {decimals(every.n)} projects, {share(by[groups[0].cut])} of the {decimals(groups[0].n)} with {_name(groups[0])}"
    most, least = (choose(groups, key=lambda f: by[f.cut]) for choose in (max, min))
    return (
        f"{begin} {share(by[most.cut])} of the {decimals(most.n)} projects with {_name(most)}, "
        f"{share(by[least.cut])} of the {decimals(least.n)} with {_name(least)}"
    )


def _in_all(found: list[Figure], every: Figure) -> str:
    names = [_name(f) for f in found if f.n >= every.n]
    return f"{capital(' and '.join(names))} take part in all and have no curve of their own. " if names else ""


def _test(figure: Figure) -> str:
    """What the log-rank test says of the group."""
    note = next((n for n in figure.notes if n.startswith(LOG_RANK)), "")
    return note.removeprefix(LOG_RANK).partition(";")[0]


CHART = Chart(id="time_to_use_by_group", question="Are results used sooner where a group takes part?", draw=drawing)
