"""The same words read by another definition, and claims that hold for the whole but not for each project."""

from fractions import Fraction

from benchside.figures.causes.case import Case
from benchside.figures.scope import Scope, written
from benchside.indicators.base import Indicator
from benchside.indicators.catalogue import indicator


def other_readings(case: Case) -> list[str]:
    """What the indicator's variants give: whether the printed number holds only by one definition, or by another than ours."""
    if case.computed is None:
        return []
    holds, readings = case.holds(case.computed), []
    for name in case.indicator.variants:
        figure = case.desk.one(name, case.scope, as_of=case.figure.as_of)
        if figure.exact:
            readings.append((indicator(name), Fraction(figure.exact)))
    return [said for other, value in readings if (said := _reading(case, other, value, holds))]


def _reading(case: Case, other: Indicator, value: Fraction, holds: bool) -> str:
    named = f"“{other.title}” ({case.show(value, other.unit)})"
    if case.holds(value):
        return f"it {'also ' if holds else ''}holds as {named}"
    if holds:
        return f"it holds only by this definition, not as {named}"
    return f"nor does it hold as {named}" if case.indicator.reducer == "ratio" else ""


def other_scopes(case: Case) -> list[str]:
    """Whether the printed number holds in a scope in which the same document prints another number of the same kind."""
    p = case.published
    if case.computed is None or case.holds(case.computed) or p.comparator != "eq":
        return []
    alike = [
        o
        for o in case.others
        if o.document_id == p.document_id and o.indicator == p.indicator and not o.cut and o.scope != p.scope
    ]
    found = []
    for scope in {written(o.scope): o.scope for o in alike}.values():
        figure = case.desk.one(p.indicator, scope, as_of=case.figure.as_of)
        if figure.exact and case.holds(Fraction(figure.exact)):
            found.append(
                f"it holds in the scope {_scope_words(scope)} ({case.show(Fraction(figure.exact))}, coverage {figure.coverage})"
            )
    return found


def _scope_words(scope: Scope) -> str:
    return ", ".join(
        f"{key} {values[0]} to {values[-1]}" if len(values) > 3 else f"{key} {', '.join(values)}"
        for key, values in sorted(scope.items())
    )


def projects_that_fall_short(case: Case) -> list[str]:
    """For “at least” of a ratio: how many projects do not reach it, by the indicator and by each of its variants."""
    p = case.published
    if p.comparator not in ("ge", "gt") or case.indicator.reducer != "ratio" or "project" in case.scope:
        return []
    return [s for name in (case.indicator.id, *case.indicator.variants) for s in _short(case, name)]


def _short(case: Case, name: str) -> list[str]:
    if "project" not in indicator(name).keys or indicator(name).interval:
        return []
    figures = [f for f in case.desk.ask(name, case.scope, by="project", as_of=case.figure.as_of) if f.exact]
    short = [f for f in figures if not case.holds(Fraction(f.exact))]
    if not short:
        return [f"as “{indicator(name).title}” each of the {len(figures)} projects reaches it"]
    listed = ", ".join(f"{f.label} {case.show(Fraction(f.exact), f.unit)}" for f in reversed(short))
    return [f"as “{indicator(name).title}” {len(short)} of {len(figures)} projects fall short ({listed})"]
