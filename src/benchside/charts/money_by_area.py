"""Where the money goes: public money and industry's contributions in kind, by scientific area."""

from dataclasses import dataclass
from fractions import Fraction

from benchside.charts.asking import Scope, cuts, valued
from benchside.charts.bars import Bar, bars
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.theme import PAYERS as COLOURS
from benchside.charts.words import NOT_SAID, PAYERS, capital, exact, inside, label, millions, partly, percent, source
from benchside.model.figure import Figure

INDICATORS = {"eu": "public_funding", "industry": "industry_in_kind"}
MOST_AREAS = 24


@dataclass(frozen=True)
class Area:
    """The money of one area, by payer."""

    name: str
    is_known: bool
    money: dict[str, Fraction]

    @property
    def total(self) -> Fraction:
        return sum(self.money.values(), Fraction(0))


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """A bar for each area in two parts, the largest first, money without an area last."""
    found = {payer: valued(cuts(ask, indicator, scope, "area")) for payer, indicator in INDICATORS.items()}
    areas, figures = _areas(found), [f for fs in found.values() for f in fs]
    total, known = sum((a.total for a in areas), Fraction(0)), [a for a in areas if a.is_known]
    if not known or not total:
        return None
    return Drawing(
        id="money_by_area",
        title=_finding(known[0], total, sum((a.total for a in known), Fraction(0))),
        definition="Public funding and industry's contributions in kind, by scientific area. "
        f"A project in several areas is divided among them.{partly(figures)}",
        source=source(figures),
        spec=bars(_bars(areas, total), colours={capital(PAYERS[p]): COLOURS[p] for p in INDICATORS}),
        columns=(
            "Scientific area",
            *(capital(PAYERS[p]) for p in INDICATORS),
            "Together",
            "Share",
        ),
        rows=tuple(
            (a.name, *map(millions, a.money.values()), millions(a.total), percent(a.total, total)) for a in areas
        ),
        figures=tuple(INDICATORS.values()),
    )


def _areas(found: dict[str, list[Figure]]) -> list[Area]:
    by_cut: dict[str, Area] = {}
    for payer, figures in found.items():
        for figure in figures:
            name = label(figure, none="Area not recorded")
            empty = {p: Fraction(0) for p in INDICATORS}
            area = by_cut.setdefault(figure.cut or "", Area(name, figure.cut != NOT_SAID, empty))
            area.money[payer] = exact(figure)
    return sorted((a for a in by_cut.values() if a.total), key=lambda a: (not a.is_known, -a.total, a.name))


def _finding(first: Area, total: Fraction, known: Fraction) -> str:
    share = f"{percent(first.total, total)} of the money goes to {inside(first.name)}"
    return share if known == total else f"{share}; for {percent(total - known, total)} no area is recorded"


def _bars(areas: list[Area], total: Fraction) -> list[Bar]:
    known, unknown = [a for a in areas if a.is_known], [a for a in areas if not a.is_known]
    kept = known if len(known) <= MOST_AREAS + 1 else known[:MOST_AREAS]
    rest = known[len(kept) :]
    if rest:
        money = {p: sum((a.money[p] for a in rest), Fraction(0)) for p in INDICATORS}
        kept = [*kept, Area(f"{len(rest)} other areas together", False, money)]
    return [_bar(a, total) for a in [*kept, *unknown]]


def _bar(area: Area, total: Fraction) -> Bar:
    parts = {capital(PAYERS[p]): float(amount / 10**6) for p, amount in area.money.items()}
    return Bar(area.name, parts, f"{millions(area.total)} · {percent(area.total, total)}")


CHART = Chart(id="money_by_area", question="Where does the money go?", draw=drawing)
