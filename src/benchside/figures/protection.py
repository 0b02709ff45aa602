"""Small counts of people are not shown, and neither is what would let them be worked out.

Which cells are withheld is decided once for all tables that an indicator has in one scope (`benchside.figures.suppression`),
so that a cell withheld in one table is withheld in all. A number of a narrower scope that is also one of a wider scope is
withheld or printed as it is there. What is not looked after: two narrower scopes are not held against each other, and neither are
several indicators, builds or dates.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from benchside.figures import membership
from benchside.figures.reduce import Reduced, reduce_rows
from benchside.figures.scope import Scope, written
from benchside.figures.suppression import ROW, TOTAL, Cell, Tables, complete
from benchside.indicators.base import COUNTED_ONCE, MILLION, Indicator
from benchside.model.figure import Figure
from benchside.store.reading import Build
from benchside.store.selection import Selection

SMALL_NUMBER = 5
WITHHELD = "withheld: fewer people than may be shown, or a number from which a smaller one could be worked out"


@dataclass(frozen=True)
class Hidden:
    """What is withheld in one scope: the cells, and how many people each cell counts, withheld or not."""

    cells: frozenset[Cell]
    people: dict[Cell, Fraction]


@dataclass
class Protection:
    """Who answers, for one build, what of an indicator of people is withheld; each scope is worked out once.

    `choose` gives the evidence of an indicator in a scope at a date, divided by a dimension where one is named.
    """

    build: Build
    below: int
    choose: Callable[..., Selection]

    def __post_init__(self):
        self._known: dict[tuple[str, str, str], Hidden] = {}

    def protect(
        self, indicator: Indicator, scope: Scope, by: str | None, as_of: str, figures: list[Figure]
    ) -> list[Figure]:
        """The figures of one question, those withheld without their numbers. A true nought is shown."""
        if not indicator.people:
            return figures
        reduced = reduce_rows(self.build, indicator, self.choose(indicator, scope, as_of, by))
        told = {cut: people_of(indicator, found) for cut, found in reduced.items()}
        return [_hidden(f) if self._is_withheld(indicator, scope, by, as_of, f, told) else f for f in figures]

    def _is_withheld(self, indicator, scope: Scope, by: str | None, as_of: str, figure: Figure, told) -> bool:
        people = told.get(figure.cut, Fraction(0))
        if figure.status != "computed" or not people:
            return False
        cell = (by, figure.cut) if by else TOTAL
        return people < self.below or cell in self.within(indicator, scope, as_of).cells

    def withheld_rows(self, indicator: Indicator, scope: Scope, as_of: str) -> set[str]:
        """The things, or where nothing is counted once the records, whose number is withheld in the scope."""
        cells = self.within(indicator, scope, as_of).cells
        return {name for kind, name in cells if kind == ROW and name is not None}

    def within(self, indicator: Indicator, scope: Scope, as_of: str) -> Hidden:
        """What is withheld of all the tables of a scope: what is withheld or printed in the wider ones stays so."""
        place = (indicator.id, written(scope), as_of)
        if place not in self._known:
            tables = self._tables(indicator, scope, as_of)
            before, printed = self._outside(indicator, scope, as_of, tables)
            cells = complete(replace(tables, printed=frozenset(printed - before)), before)
            self._known[place] = Hidden(frozenset(cells), dict(tables.people))
        return self._known[place]

    def _outside(self, indicator: Indicator, scope: Scope, as_of: str, tables: Tables) -> tuple[set[Cell], set[Cell]]:
        """The numbers of these tables that the wider scopes withhold, and those that they print."""
        before: set[Cell] = set()
        printed: set[Cell] = set()
        for name, values in scope.items():
            wider = self.within(indicator, {k: v for k, v in scope.items() if k != name}, as_of)
            same = {
                cell for cell, people in tables.people.items() if cell != TOTAL and wider.people.get(cell) == people
            }
            before |= same & wider.cells
            printed |= same - wider.cells
            named = reduce_rows(self.build, indicator, self.choose(indicator, scope, as_of, name))
            if any((name, cut) in wider.cells for cut in named):
                before.add(TOTAL)
            elif len(values) == 1:
                printed.add(TOTAL)
        return before, printed

    def _tables(self, indicator: Indicator, scope: Scope, as_of: str) -> Tables:
        rows = self._rows(indicator, self.choose(indicator, scope, as_of))
        people: dict[Cell, Fraction] = {(ROW, row): n for row, n in rows.items()}
        parts: dict[Cell, dict[str, int]] = {(ROW, row): {row: MILLION} for row in rows}
        for name in (None, *(d for d in membership.possible(indicator) if len(scope.get(d, ())) != 1)):
            chosen = self.choose(indicator, scope, as_of, name)
            for cut, found in reduce_rows(self.build, indicator, chosen).items():
                cell = (name, cut) if name else TOTAL
                people[cell], parts[cell] = people_of(indicator, found), {}
            for row in self.build.query(_parts(chosen)):
                if row["atom"] in rows:
                    parts[(name, row["cut"]) if name else TOTAL][row["atom"]] = row["weight"]
        return Tables(people, parts, self.below)

    def _rows(self, indicator: Indicator, chosen: Selection) -> dict[str, Fraction]:
        """Thing or record → how many people it tells of, where it tells of any."""
        once = "max" if indicator.reducer in COUNTED_ONCE else "sum"
        found = self.build.query(
            f"SELECT {_ATOM} AS atom, CAST({once}(num) AS HUGEINT) AS num, CAST({once}(den) AS HUGEINT) AS den "
            f"FROM ({chosen.rows()}) GROUP BY ALL"
        )
        told = {r["atom"]: _smallest(Fraction(int(r["num"]), indicator.scale), int(r["den"])) for r in found}
        return {atom: people for atom, people in told.items() if people}


_ATOM = "coalesce(thing, evidence_id)"


def _parts(chosen: Selection) -> str:
    """Which things or records lie in which cut, and by what weight."""
    columns = ("cut", "max(cut_weight)") if chosen.cut else ("NULL", str(MILLION))
    return f"SELECT {_ATOM} AS atom, {columns[0]} AS cut, {columns[1]} AS weight FROM ({chosen.rows()}) GROUP BY ALL"


def people_of(indicator: Indicator, reduced: Reduced) -> Fraction:
    """The smallest number of people above nought that a figure tells; 0 where it tells of none.

    A share is printed with its denominator, so that it tells three numbers: the part, the whole and the rest of it.
    """
    if indicator.reducer == "ratio":
        rest = reduced.den - reduced.num if _is_share(indicator) else Fraction(0)
        return _smallest(reduced.num, reduced.den, rest)
    if indicator.reducer == "distinct":
        return Fraction(reduced.things)
    return reduced.num / indicator.scale


def _is_share(indicator: Indicator) -> bool:
    return indicator.printed.startswith("percent")


def _smallest(*people: Fraction | int) -> Fraction:
    return Fraction(min((n for n in people if n > 0), default=0))


def _hidden(figure: Figure) -> Figure:
    return replace(
        figure, value=None, low=None, high=None, n=0, denominator=None, exact="", status="protected", evidence_count=0,
        grades={}, notes=(*figure.notes, WITHHELD),
    )  # fmt: skip
