"""The same words read by another definition, and claims that hold for the whole but not for each project."""

from fractions import Fraction

from benchside.figures.causes.case import Case
from benchside.indicators.catalogue import indicator


def other_readings(case: Case) -> list[str]:
    """What the indicator's variants give: whether the printed number holds only by one definition, or by another than ours."""
    if case.computed is None:
        return []
    found, holds_here = [], case.holds(case.computed)
    for name in case.indicator.variants:
        figure = case.desk.one(name, case.scope, as_of=case.figure.as_of)
        if not figure.exact:
            continue
        value, other = Fraction(figure.exact), indicator(name)
        verb = "also holds" if case.holds(value) and holds_here else "holds" if case.holds(value) else "does not hold"
        if verb != "does not hold" or holds_here:
            only = "holds only by this definition: " if verb == "does not hold" else ""
            found.append(
                f"{only}it {verb} as “{other.title}” ({case.show(value, other.unit)})"
                if not only
                else f"{only}as “{other.title}” it is {case.show(value, other.unit)}"
            )
    return found


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
