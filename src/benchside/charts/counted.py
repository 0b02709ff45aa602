"""Charts that count one thing by one dimension: a bar for each value, the largest first, the rest together."""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from benchside.charts.asking import Scope, cuts, valued, whole
from benchside.charts.bars import Bar, bars
from benchside.charts.base import Ask, Drawing
from benchside.charts.words import NOT_SAID, capital, decimals, exact, label, missing, partly, percent, source
from benchside.model.figure import Figure


@dataclass(frozen=True)
class Counted:
    """What is counted and how it is said.

    `finding` is filled with {share}, {first}, {count} and {all}, those of the largest value that is known; `order` fixes
    the order of values where they follow each other; `finding_of` names the value the finding speaks of instead of the largest.
    """

    id: str
    indicator: str
    by: str
    dimension: str
    finding: str
    definition: str
    lists: tuple[str, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    none: str = "not recorded"
    order: tuple[str, ...] = ()
    finding_of: str = ""
    limit: int = 20
    column: str = "Number"


def drawer(what: Counted) -> Callable[[Ask, Scope], Drawing | None]:
    """The `draw` of a chart that counts."""
    return lambda ask, scope: draw(what, ask, scope)


def draw(what: Counted, ask: Ask, scope: Scope) -> Drawing | None:
    """The drawing; None where nothing is counted."""
    figures = _ordered(what, cuts(ask, what.indicator, scope, what.by))
    shown = [f for f in valued(figures) if f.value]
    total = _total(whole(ask, what.indicator, scope), shown)
    if not shown or not total:
        return None
    first = _first(what, shown)
    title = what.finding.format(
        share=percent(exact(first), total), first=_label(what, first), count=_number(exact(first)), all=_number(total)
    )
    definition = f"{what.definition}{_several(shown, total)}{partly(figures)}"
    rows = tuple(_row(what, figure, total) for figure in figures)
    columns = (what.dimension, what.column, "Share")
    spec = bars(_bars(what, shown, total, first))
    return Drawing(
        what.id, capital(title), definition, source(shown), spec, columns, rows, (what.indicator,)
    )


def _ordered(what: Counted, figures: list[Figure]) -> list[Figure]:
    place = {value: number for number, value in enumerate(what.order)}
    return sorted(figures, key=lambda f: place.get(f.cut or "", len(place))) if place else figures


def _total(figure: Figure | None, shown: list[Figure]) -> Fraction:
    """The whole, counted once; the sum of the parts where the whole is not computed from the same records."""
    if figure is not None and figure.status == "computed" and figure.value:
        return exact(figure)
    return sum((exact(f) for f in shown), Fraction(0))


def _first(what: Counted, shown: list[Figure]) -> Figure:
    """The figure the finding speaks of: the one asked for, otherwise the largest that is known, otherwise the largest."""
    named = [f for f in shown if f.cut == what.finding_of]
    known = [f for f in shown if f.cut not in (NOT_SAID, "unknown", "other")]
    return max(named or known or shown, key=exact)


def _bars(what: Counted, shown: list[Figure], total: Fraction, first: Figure) -> list[Bar]:
    known, unknown = [f for f in shown if f.cut != NOT_SAID], [f for f in shown if f.cut == NOT_SAID]
    kept = known if len(known) <= what.limit + 1 else known[: what.limit]
    rows = [_bar(_label(what, f), exact(f), total, "out" if what.finding_of and f is first else "") for f in kept]
    if rest := known[len(kept) :]:
        rows.append(_bar(f"{len(rest)} others together", sum(map(exact, rest), Fraction(0)), total, "back"))
    return rows + [_bar(_label(what, f), exact(f), total, "back") for f in unknown]


def _bar(name: str, value: Fraction, total: Fraction, tone: str) -> Bar:
    return Bar(capital(name), {"": float(value)}, f"{_number(value)} · {percent(value, total)}", tone)


def _row(what: Counted, figure: Figure, total: Fraction) -> tuple[str, ...]:
    if figure.value is None:
        return (capital(_label(what, figure)), missing(figure), "")
    return (capital(_label(what, figure)), _number(exact(figure)), percent(exact(figure), total))


def _label(what: Counted, figure: Figure) -> str:
    return label(figure, *what.lists, none=what.none, words=what.words)


def _number(value: Fraction) -> str:
    return decimals(value, 0 if value.denominator == 1 else 1)


def _several(shown: list[Figure], total: Fraction) -> str:
    together = sum(map(exact, shown), Fraction(0))
    return " One may stand in several bars." if together > total else ""
