"""How results move on: at the end of each year, how many have come at least as far as each stage.

Every result stands at one stage at a time; a strip counts those that stand at it or beyond. Strips are therefore never added to each other.
"""

from dataclasses import dataclass
from fractions import Fraction

from benchside.charts.asking import Scope, cuts, valued
from benchside.charts.asset_stages import COUNTED
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.panels import Panel, panels
from benchside.charts.words import NOT_SAID, capital, day, decimals, exact, label, partly, source
from benchside.model.codes import ASSET_STAGE_ORDER
from benchside.model.figure import Figure

MOST_YEARS = 30
ALL = "all"

AtOrBeyond = dict[str, Fraction]
"""stage → how many stand at it or beyond; `all` for those without a stage as well."""


@dataclass(frozen=True)
class Years:
    """The stages that are shown, from the first to the last, and for each year what stood at or beyond them at its end."""

    stages: tuple[str, ...]
    names: dict[str, str]
    found: dict[int, AtOrBeyond]


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """A strip for each stage at which something ever stood; None where no result has a stage, or nothing bears a date."""
    now = valued(cuts(ask, "assets", scope, "stage"))
    steps = valued(cuts(ask, "stage_events", scope, "year"))
    made = valued(cuts(ask, "assets", scope, "year"))
    first = min(_years([*steps, *made]), default=None)
    if first is None or not any(f.cut in ASSET_STAGE_ORDER for f in now):
        return None
    asked, last = _asked(ask, scope, now, first), now[0].as_of
    years = _at_or_beyond(asked)
    return Drawing(
        id="stages_over_time",
        title=_finding(years, last),
        definition=f"Results at each stage or beyond it at the end of the year (of {last[:4]}: on {day(last)}). A result in use counts in every strip, whether or "
        "not its earlier steps were recorded; a record that stands for several counts as many. Each strip has its own scale."
        f"{_unstaged(years)}{_undated(steps)}{_unborn(made)}{partly(now)}",
        source=source([*now, *steps]),
        spec=panels([_panel(years, stage) for stage in years.stages]),
        columns=("End of", *(capital(years.names[stage]) for stage in years.stages)),
        rows=tuple((str(year), *(decimals(many[s]) for s in years.stages)) for year, many in sorted(years.found.items())),
        figures=("assets", "stage_events"),
    )  # fmt: skip


def _years(figures: list[Figure]) -> list[int]:
    return [int(f.cut or 0) for f in figures if f.cut != NOT_SAID and (f.cut or "").isdigit()]


def _asked(ask: Ask, scope: Scope, now: list[Figure], first: int) -> dict[int, list[Figure]]:
    """year → the figures as things stood at its end, or for the last as they stand now."""
    last = int(now[0].as_of[:4])
    begin = max(min(first, last), last - MOST_YEARS + 1)
    past = {year: valued(ask("assets", scope, by="stage", as_of=f"{year}-12-31")) for year in range(begin, last)}
    return past | {last: now}


def _at_or_beyond(asked: dict[int, list[Figure]]) -> Years:
    stood = {f.cut: f for figures in asked.values() for f in figures if f.value}
    stages = tuple(s for s in ASSET_STAGE_ORDER if s in stood)
    found = {}
    for year, figures in asked.items():
        exactly = {f.cut: exact(f) for f in figures}
        beyond = {s: sum((exactly.get(e, Fraction(0)) for e in stages[n:]), Fraction(0)) for n, s in enumerate(stages)}
        found[year] = {ALL: sum(exactly.values(), Fraction(0))} | beyond
    words = {s: label(stood[s], *COUNTED.lists, words=COUNTED.words) for s in stages}
    names = {s: words[s] if s == stages[-1] else f"{words[s]} or further" for s in stages}
    shown = (ALL, *stages) if NOT_SAID in stood else stages
    return Years(shown, {ALL: "all results"} | names, found)


def _panel(years: Years, stage: str) -> Panel:
    values = {year: float(many[stage]) for year, many in years.found.items()}
    texts = {year: decimals(many[stage]) if many[stage] else "" for year, many in years.found.items()}
    return Panel(capital(years.names[stage]), values, texts)


def _finding(years: Years, last: str) -> str:
    """The furthest stage: how many stood there when the first did, and how many do now."""
    stage = years.stages[-1]
    there = [year for year, many in sorted(years.found.items()) if many[stage]]
    now = f"{decimals(years.found[max(years.found)][stage])} by {day(last)}"
    if there[0] == max(years.found):
        return f"Results {years.names[stage]}: {now}"
    return f"Results {years.names[stage]}: {decimals(years.found[there[0]][stage])} at the end of {there[0]}, {now}"


def _unstaged(years: Years) -> str:
    return " Results without a recorded stage are in the first strip alone." if ALL in years.stages else ""


def _undated(steps: list[Figure]) -> str:
    """What makes curves leap: a step without a day is placed by what told of it."""
    total = sum((exact(f) for f in steps), Fraction(0))
    without = sum((exact(f) for f in steps if f.cut == NOT_SAID), Fraction(0))
    if not without:
        return ""
    return (
        f" Of {decimals(total)} recorded steps {decimals(without)} bear no date: they count from their result's own date or from the day on which a document "
        "told of them, so that a leap may be the date of a document."
    )


def _unborn(made: list[Figure]) -> str:
    """What makes the first strip leap: a result without a day is there from the day on which somebody told of it."""
    without = sum((exact(f) for f in made if f.cut == NOT_SAID), Fraction(0))
    if not without:
        return ""
    total = sum(map(exact, made), Fraction(0))
    return f" Of {decimals(total)} results {decimals(without)} bear no date of their own and count from the day on which a document told of them."


CHART = Chart(id="stages_over_time", question="How do results move on from year to year?", draw=drawing)
