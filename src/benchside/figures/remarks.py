"""What a figure must say of itself: that it rests on few things or on a single large one, who scored them up to when, where a series breaks."""

from dataclasses import dataclass, replace
from fractions import Fraction

from benchside.figures.reduce import Reduced, plain
from benchside.indicators.base import Indicator
from benchside.model.figure import Figure
from benchside.store.reading import Build
from benchside.store.selection import Selection

Series = dict[str | None, list[tuple[str, str, str]]]
"""cut → series, first and last census, of the rows of that cut."""

HEAVY = Fraction(1, 10)
"""The part of a sum from which on a single record must be told."""

MANY = 20
"""Of fewer records one may weigh that much without being out of the common."""


@dataclass(frozen=True)
class Largest:
    """The largest record of a sum: its key, what it adds, and of how many records and what sum."""

    record: str
    amount: int
    records: int
    total: int

    @property
    def is_heavy(self) -> bool:
        """Is it more than `HEAVY` of a sum over many?"""
        return self.records >= MANY and self.amount > HEAVY * self.total


def is_few(indicator: Indicator, reduced: Reduced) -> bool:
    """Does the value rest on fewer things than the indicator asks for? A contrast is as weak as its smaller side."""
    return reduced.basis(indicator) < indicator.few


def on_number(indicator: Indicator, reduced: Reduced) -> tuple[str, ...]:
    """The notes on how many things stand behind a value."""
    found = []
    if indicator.reducer == "contrast":
        above, below = (_number(side) for side in reduced.sides)
        found.append(f"papers: {above} on the one side, {below} on the other")
    if is_few(indicator, reduced):
        found.append(
            f"rests on fewer than {indicator.few} papers: to be read with its interval, not to be ranked or compared"
        )
    return tuple(found)


def _number(weight: Fraction) -> str:
    number = plain(weight)
    return str(number) if isinstance(number, int) else f"{number:.1f}"


def series_of(build: Build, indicator: Indicator, chosen: Selection) -> Series:
    """The series that the chosen rows belong to, where the indicator's rows bear one."""
    found: Series = {}
    if {"series", "census"} <= set(indicator.keys):
        for row in build.query(chosen.series()):
            found.setdefault(row.get("cut"), []).append((row["series"], row["first"], row["last"]))
    return found


def with_series(figure: Figure, found: Series) -> Figure:
    """The figure with the series of its cut, and what must be said of them."""
    names = tuple(dict.fromkeys(series for series, _, _ in found.get(figure.cut, ())))
    return replace(figure, series=names, notes=(*figure.notes, *_on_series(found, figure.cut)))


def _on_series(found: Series, cut: str | None) -> tuple[str, ...]:
    """The notes on one cut: each series with its census, and a break where there are several, here or in the other cuts."""
    here = found.get(cut, [])
    notes = [f"scored by {series}, citations up to {_when(first, last)}" for series, first, last in here]
    others = sorted({series for rows in found.values() for series, _, _ in rows} - {series for series, _, _ in here})
    if len(here) > 1:
        notes.append("series break: the value mixes scores that are not comparable")
    if here and others:
        notes.append(f"series break: other parts of this cut are scored by {' and by '.join(others)}")
    return tuple(notes)


def _when(first: str, last: str) -> str:
    return first if first == last else f"dates from {first} to {last}"


def largest_of(build: Build, indicator: Indicator, chosen: Selection) -> dict[str | None, Largest]:
    """cut → its largest record, for sums; empty for other measures, and where a row is negative, so that parts are no shares of the sum.

    Counts of persons are left out, because the largest would say how many are in one place.
    """
    if indicator.reducer not in ("sum", "sum_once") or indicator.people:
        return {}
    cut = "cut, " if chosen.cut else ""
    once = "sum(num)" if indicator.reducer == "sum" else "max(num)"
    name = "CASE WHEN bool_or(confidential) THEN 'a confidential one' ELSE coalesce(thing, evidence_id) END"
    found = build.query(
        f"SELECT {cut}count(*) AS records, CAST(sum(num) AS HUGEINT) AS total, max(num) AS amount, "
        "arg_max(record, {'num': num, 'record': record}) AS record FROM ("
        f"SELECT {cut}{name} AS record, CAST({once} AS HUGEINT) AS num, min(num) AS least FROM ({chosen.rows()}) "
        f"WHERE num <> 0 GROUP BY {cut}coalesce(thing, evidence_id)) GROUP BY ALL HAVING min(least) > 0"
    )
    return {
        row.get("cut"): Largest(row["record"], int(row["amount"]), row["records"], int(row["total"])) for row in found
    }


def with_largest(figure: Figure, found: dict[str | None, Largest]) -> Figure:
    """The figure with the weight of its largest record, where that is heavy."""
    largest = found.get(figure.cut)
    if largest is None or not largest.is_heavy or figure.value is None:
        return figure
    of = f"{figure.label or figure.cut}: " if figure.by else ""
    share = float(100 * Fraction(largest.amount, largest.total))
    said = f"{of}one record of {largest.records}, {largest.record}, is {share:.1f} % of the sum"
    return replace(figure, notes=(*figure.notes, said))
