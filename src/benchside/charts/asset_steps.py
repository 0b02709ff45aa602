"""What charts of single results know of each: its stages by year, those without a date, its uses, and its project's years.

A figure is cut by one dimension at a time: which results took which step in which year is therefore asked stage by stage and year by year.
"""

from dataclasses import dataclass, field, replace

from benchside.charts.asking import Scope, cuts, narrowed, valued
from benchside.charts.base import Ask
from benchside.charts.words import NOT_SAID, exact, label
from benchside.model.codes import ASSET_STAGE_ORDER
from benchside.model.figure import Figure

MOST_STEPS = 5000
"""Beyond so many recorded steps results are no longer asked for one by one."""

Step = tuple[int, str]
"""(year, stage)"""


@dataclass(frozen=True)
class Life:
    """One result: steps with a year in their order, stages without one, years of uses, and the years of its project.

    `begins` and `ends` are None where the project's day is not recorded or, for its end, has not come.
    """

    key: str
    name: str
    steps: tuple[Step, ...]
    undated: tuple[str, ...]
    uses: tuple[int, ...]
    project: str = ""
    begins: int | None = None
    ends: int | None = None


@dataclass
class Lives:
    """Results with at least one dated step, those with most dated steps and uses first, of equals those that came furthest.

    `steps` are all recorded steps of all results, `dated` those with a date; `with_date` are the results that have one.
    """

    lives: list[Life]
    steps: int = 0
    dated: int = 0
    with_date: int = 0
    figures: list[Figure] = field(default_factory=list)


def lives(ask: Ask, scope: Scope, most: int) -> Lives:
    """The results with most dated steps, at most so many; none where no step bears a date or there are too many to ask for."""
    stages = [f for f in valued(cuts(ask, "stage_events", scope, "stage")) if f.cut in ASSET_STAGE_ORDER]
    steps = int(sum(map(exact, stages)))
    if not steps or steps > MOST_STEPS:
        return Lives([])
    taken = {f.cut or "": _steps(ask, narrowed(scope, "stage", f.cut or "")) for f in stages}
    used = by_year(ask, "asset_uses", scope, "asset")
    names = {f.cut or "": label(f) for every, _ in taken.values() for f in every}
    found = [life for key in names if (life := _life(key, names[key], taken, used)).steps]
    ranked = sorted(found, key=_most_told)
    shown = _with_projects(ask, scope, ranked[:most])
    dated = sum(map(exact, (f for f in valued(cuts(ask, "stage_events", scope, "year")) if f.cut != NOT_SAID)))
    return Lives(shown, steps, int(dated), len(found), stages)


def _most_told(life: Life) -> tuple:
    """Most dated steps and uses first; of equals those that came furthest, then the earliest, so that no alphabet chooses."""
    furthest = max((ASSET_STAGE_ORDER.index(stage) for _, stage in life.steps if stage != "withdrawn"), default=-1)
    return -len(life.steps) - len(life.uses), -len(life.steps), -furthest, life.steps[-1][0], life.name, life.key


def by_year(ask: Ask, indicator: str, scope: Scope, by: str) -> dict[str, list[int]]:
    """value → the years in which an indicator has something of it, in their order."""
    found: dict[str, list[int]] = {}
    for year in sorted(f.cut or "" for f in valued(cuts(ask, indicator, scope, "year")) if (f.cut or "").isdigit()):
        for figure in valued(cuts(ask, indicator, narrowed(scope, "year", year), by)):
            if figure.value and figure.cut != NOT_SAID:
                found.setdefault(figure.cut or "", []).append(int(year))
    return found


def _steps(ask: Ask, scope: Scope) -> tuple[list[Figure], dict[str, list[int]]]:
    """Of one stage: the number of steps of each result, dated or not, and their years."""
    every = [f for f in valued(cuts(ask, "stage_events", scope, "asset")) if f.cut != NOT_SAID]
    return every, by_year(ask, "stage_events", scope, "asset")


def _life(key: str, name: str, taken: dict, used: dict[str, list[int]]) -> Life:
    steps = [(year, stage) for stage, (_, years) in taken.items() for year in years.get(key, [])]
    has = {stage for stage, (every, _) in taken.items() if any(f.cut == key for f in every)}
    undated = [s for s in ASSET_STAGE_ORDER if s in has and s not in {stage for _, stage in steps}]
    steps.sort(key=lambda step: (step[0], ASSET_STAGE_ORDER.index(step[1])))
    return Life(key, name, tuple(steps), tuple(undated), tuple(used.get(key, [])))


def _with_projects(ask: Ask, scope: Scope, shown: list[Life]) -> list[Life]:
    """The same results with the name and the years of the project, where there is one; of several the first by name."""
    of = {life.key: _project(ask, narrowed(scope, "asset", life.key)) for life in shown}
    keys = sorted({f.cut or "" for f in of.values() if f})
    if not keys:
        return shown
    whole = scope | {"project": keys}
    begins, ends = (by_year(ask, name, whole, "project") for name in ("projects", "projects_ended"))
    return [replace(life, **_dates(f, begins, ends)) if (f := of[life.key]) else life for life in shown]


def _project(ask: Ask, scope: Scope) -> Figure | None:
    found = [f for f in valued(cuts(ask, "stage_events", scope, "project")) if f.cut != NOT_SAID]
    return min(found, key=label, default=None)


def _dates(project: Figure, begins: dict[str, list[int]], ends: dict[str, list[int]]) -> dict:
    key = project.cut or ""
    first, last = begins.get(key, [None])[0], ends.get(key, [None])[-1]
    return {"project": label(project), "begins": first, "ends": last}
