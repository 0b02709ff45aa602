"""Figures asked, opened and checked, and how the screen shows them."""

from fractions import Fraction
from pathlib import Path

from benchside.errors import UsageError
from benchside.figures import check as checking
from benchside.figures import scope as scopes
from benchside.figures.explain import Explained
from benchside.figures.explain import explain as open_figure
from benchside.figures.membership import check_values
from benchside.indicators.catalogue import all_indicators
from benchside.main.opening import day_of, open_desk, silent
from benchside.model.figure import Figure
from benchside.model.rounding import decimals, printed


def figures(folder: Path, ids, *, as_of=None, build=None, scope=(), by=None, progress=silent) -> list[Figure]:
    """The named indicators, or all of them, asked of a scope at a date, cut by a dimension where one is named."""
    where, day = scopes.merge(scope), day_of(as_of)
    names = list(ids) or list(all_indicators())
    desk = open_desk(folder, build)
    with desk.build:
        check_values(desk.build, where)
        found = []
        for name in names:
            progress(name)
            try:
                found += desk.ask(name, where, by=by, as_of=day)
            except UsageError:
                if ids:
                    raise
        return found


def explain(folder: Path, name: str, *, as_of=None, build=None, scope=()) -> Explained:
    """One figure opened down to its rows and documents."""
    desk, where = open_desk(folder, build), scopes.merge(scope)
    with desk.build:
        check_values(desk.build, where)
        return open_figure(desk, name, where, as_of=day_of(as_of))


def check(folder: Path, *, build=None, progress=silent) -> list[checking.Checked]:
    """Every published figure beside the computed one."""
    desk = open_desk(folder, build)
    with desk.build:
        return checking.check(desk, progress)


def shown(figure: Figure) -> str:
    """A figure's value as the screen shows it: the value, the range of an estimate, or why there is none."""
    if figure.exact:
        style = "exact" if figure.unit == "EUR" else figure.printed
        return printed(Fraction(figure.exact), style)
    if figure.status == "estimated" and figure.low is not None and figure.high is not None:
        return f"{decimals(Fraction(figure.low), 0)} to {decimals(Fraction(int(figure.high)), 0)}"
    return {"protected": "withheld", "not_reached": "not reached"}.get(figure.status, "no value")


def spread(figure: Figure) -> str:
    """A computed figure's interval as the screen shows it; empty where it has none."""
    if figure.status != "computed" or figure.low is None or figure.high is None:
        return ""
    low, high = (printed(Fraction(end), figure.printed) for end in (figure.low, figure.high))
    return f"{low} to {high}"


def beside(found: checking.Checked) -> tuple[str, str]:
    """The published and the computed number as the screen shows them, in the same style."""
    style = "percent1" if 0 < found.published < 1 else "exact"
    computed = "" if found.computed is None else printed(Fraction(str(found.computed)).limit_denominator(10**9), style)
    return printed(Fraction(str(found.published)), style), computed
