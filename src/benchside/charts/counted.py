"""Charts that count one thing by one dimension: a bar for each value, the largest first, the rest together."""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from benchside.charts.asking import Scope, cuts, valued, whole
from benchside.charts.bars import Bar, bars
from benchside.charts.base import Ask, Drawing
from benchside.charts.words import (
    NOT_SAID,
    SET_BACK,
    capital,
    decimals,
    exact,
    joined,
    label,
    missing,
    partly,
    percent,
    set_back,
    source,
)  # fmt: skip
from benchside.model.figure import Figure

MOST_TIES = 3

UNSAID = (NOT_SAID, "unknown")
"""Cuts of what is counted without being told apart."""


@dataclass(frozen=True)
class Counted:
    """What is counted and how it is said.

    `finding` is filled with {first}, {count}, {all} and {share} of the largest value that has a name; where several are
    equally large the finding says so by itself, with `things`. `order` fixes the order of values that follow each other;
    `speaks_of` names the value that `finding` speaks of instead of the largest, and stands out. `in_sentence` gives
    values other words in the finding than beside their bars.
    """

    id: str
    indicator: str
    by: str
    dimension: str
    things: str
    finding: str
    definition: str
    lists: tuple[str, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    in_sentence: dict[str, str] = field(default_factory=dict)
    none: str = "not recorded"
    order: tuple[str, ...] = ()
    speaks_of: str = ""
    limit: int = 20


def drawer(what: Counted) -> Callable[[Ask, Scope], Drawing | None]:
    """The `draw` of a chart that counts."""
    return lambda ask, scope: draw(what, ask, scope)


def draw(what: Counted, ask: Ask, scope: Scope) -> Drawing | None:
    """The drawing; None where nothing is counted, or nothing is known of what is: one grey bar is no picture."""
    figures = _ordered(what, cuts(ask, what.indicator, scope, what.by))
    shown = [f for f in valued(figures) if f.value]
    if all(f.cut in UNSAID for f in shown):
        return None
    total = _total(whole(ask, what.indicator, scope), shown)
    return Drawing(
        id=what.id,
        title=capital(_finding(what, shown, total)),
        definition=f"{what.definition}{_several(shown, total)}{partly(figures)}",
        source=source(shown),
        spec=bars(_bars(what, shown, total)),
        columns=(what.dimension, capital(what.things), "Share"),
        rows=tuple(_row(what, figure, total) for figure in figures),
        figures=(what.indicator,),
    )


def _ordered(what: Counted, figures: list[Figure]) -> list[Figure]:
    place = {value: number for number, value in enumerate(what.order)}
    return set_back(sorted(figures, key=lambda f: place.get(f.cut or "", len(place))) if place else figures)


def _total(figure: Figure | None, shown: list[Figure]) -> Fraction:
    """The whole, counted once; the sum of the parts where the whole is not computed from the same records."""
    if figure is not None and figure.status == "computed" and figure.value:
        return exact(figure)
    return sum((exact(f) for f in shown), Fraction(0))


def _finding(what: Counted, shown: list[Figure], total: Fraction) -> str:
    named = [f for f in shown if f.cut not in SET_BACK]
    largest = [f for f in named if exact(f) == max(map(exact, named))]
    asked = [f for f in shown if f.cut == what.speaks_of]
    if not named:
        return f"None of {_number(total)} {what.things} bears a {what.dimension.lower()} that names it"
    return _largest(what, named, largest, asked, total) + _unsaid(what, shown, total)


def _largest(what: Counted, named: list[Figure], largest: list[Figure], asked: list[Figure], total: Fraction) -> str:
    if len(asked or largest) == 1 and bool(asked) == bool(what.speaks_of):
        first = (asked or largest)[0]
        name = what.in_sentence.get(first.cut or "", _label(what, first))
        return what.finding.format(
            first=name, count=_number(exact(first)), all=_number(total), share=percent(exact(first), total)
        )
    names = [_label(what, f) for f in largest[:MOST_TIES]] + (["others"] if len(largest) > MOST_TIES else [])
    each = " each" if len(largest) > 1 else ""
    return f"Most frequent among {_number(total)} {what.things}: {joined(names)} ({_number(exact(largest[0]))}{each})"


def _unsaid(what: Counted, shown: list[Figure], total: Fraction) -> str:
    """Where more than half is not told apart, the finding says so: what it speaks of is the smaller part."""
    unsaid = [f for f in shown if f.cut in UNSAID]
    if sum(map(exact, unsaid), Fraction(0)) * 2 <= total:
        return ""
    return "".join(f"; {_label(what, f)}: {_number(exact(f))}" for f in unsaid)


def _bars(what: Counted, shown: list[Figure], total: Fraction) -> list[Bar]:
    named, back = [f for f in shown if f.cut not in SET_BACK], [f for f in shown if f.cut in SET_BACK]
    kept = named if len(named) <= what.limit + 1 else named[: what.limit]
    rows = [_bar(_label(what, f), exact(f), total, "out" if f.cut == what.speaks_of else "") for f in kept]
    if rest := named[len(kept) :]:
        rows.append(_bar(f"{len(rest)} more together", sum(map(exact, rest), Fraction(0)), total, "back"))
    return rows + [_bar(_label(what, f), exact(f), total, "back") for f in back]


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
