"""Who pays: each programme's money in parts by payer."""

from fractions import Fraction

from benchside.charts.asking import Scope, cuts, narrowed, valued
from benchside.charts.bars import Bar, bars
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.theme import PAYERS as COLOURS
from benchside.charts.words import NOT_SAID, PAYERS, capital, exact, joined, label, millions, partly, percent, source
from benchside.model.figure import Figure

NAMED = 3

Money = dict[str, Fraction]


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """A bar for each programme, the largest first, in parts by payer in one fixed order."""
    programmes = [f for f in valued(cuts(ask, "total_cost", scope, "programme")) if f.value and f.cut != NOT_SAID]
    paid = {f.cut or "": _paid(ask, narrowed(scope, "programme", f.cut or "")) for f in programmes}
    programmes = [f for f in programmes if paid[f.cut or ""]]
    if not programmes:
        return None
    payers = [p for p in PAYERS if any(p in money for money in paid.values())]
    return Drawing(
        id="money_by_payer_programme",
        title=_finding(programmes, paid),
        definition=f"All money of the projects by who gives it, contributions in kind at their stated worth.{partly(programmes)}",
        source=source(programmes),
        spec=bars(
            [_bar(f, paid[f.cut or ""], payers) for f in programmes],
            colours={capital(PAYERS[p]): COLOURS[p] for p in payers},
        ),
        columns=("Programme", *(capital(PAYERS[p]) for p in payers), "Together"),
        rows=tuple(_row(f, paid[f.cut or ""], payers) for f in programmes),
        figures=("total_cost",),
    )


def _paid(ask: Ask, scope: Scope) -> Money:
    """payer → euro; a payer that has no words of its own here is other money."""
    money: Money = {}
    for figure in valued(cuts(ask, "total_cost", scope, "payer")):
        payer = figure.cut if figure.cut in PAYERS else "other"
        money[payer] = money.get(payer, Fraction(0)) + exact(figure)
    return {payer: amount for payer, amount in money.items() if amount}


def _total(money: Money) -> Fraction:
    return sum(money.values(), Fraction(0))


def _finding(programmes: list[Figure], paid: dict[str, Money]) -> str:
    named = [(f, paid[f.cut or ""]) for f in programmes[:NAMED]]
    shares = [f"{percent(money.get('eu', 0), _total(money))} of {_name(f)}" for f, money in named]
    return f"The European Union pays {joined(shares)}"


def _bar(figure: Figure, money: Money, payers: list[str]) -> Bar:
    parts = {capital(PAYERS[p]): float(money.get(p, 0) / 10**6) for p in payers}
    inside = {capital(PAYERS[p]): percent(money[p], _total(money)) for p in payers if p in money}
    return Bar(_name(figure), parts, millions(_total(money)), inside=inside)


def _row(figure: Figure, money: Money, payers: list[str]) -> tuple[str, ...]:
    shares = [f"{millions(money[p])} ({percent(money[p], _total(money))})" if p in money else "" for p in payers]
    return (_name(figure), *shares, millions(_total(money)))


def _name(figure: Figure) -> str:
    """Programmes are known by their short ids; the long names say the same in more room."""
    return figure.cut or label(figure)


CHART = Chart(id="money_by_payer_programme", question="Who pays?", draw=drawing)
