"""From rows to values: the engine sums integers by cut and weight, weights are applied afterwards as fractions.

A thing that lies in a cut by a share (a work half in a field) counts by that share in means, medians and contrasts; counts
of things and sums over things stay whole, so that nobody reads of half a paper.
"""

from dataclasses import dataclass, field
from fractions import Fraction

from benchside.indicators.base import COUNTED_ONCE, MILLION, WEIGHED, Indicator
from benchside.store.reading import Build
from benchside.store.selection import Selection

TOP = Fraction(1, 100)
"""The part of the things that `mean_without_top` takes away."""

Level = tuple[int, bool, int]
"""`num`, the side (`den` above nought), and the weight of all things that have them."""


@dataclass
class Reduced:
    """What the rows of one cut come to: sums, counts and, for reducers over levels, the value (None where it is not defined).

    `weight`: of the things, in whole things; `sides`: of those with and without a `den`.
    """

    num: Fraction = Fraction(0)
    den: Fraction = Fraction(0)
    n: int = 0
    rows: int = 0
    things: int = 0
    weight: Fraction = Fraction(0)
    sides: tuple[Fraction, Fraction] = (Fraction(0), Fraction(0))
    worked_out: Fraction | None = None
    grades: dict[str, int] = field(default_factory=dict)
    origins: set[str] = field(default_factory=set)

    def basis(self, indicator: Indicator) -> Fraction:
        """The weight on which the value rests: that of all things, or of a contrast's smaller side."""
        return min(self.sides) if indicator.reducer == "contrast" else self.weight


def reduce_rows(build: Build, indicator: Indicator, chosen: Selection) -> dict[str | None, Reduced]:
    """cut → what its rows come to; without a cut there is one entry, under None, and none where there are no rows."""
    found: dict[str | None, Reduced] = {}
    for row in build.query(chosen.sums()):
        _add(found.setdefault(row.get("cut"), Reduced()), row)
    if indicator.reducer in COUNTED_ONCE:
        for row in build.query(chosen.things(positive=indicator.reducer == "distinct")):
            _count(found[row.get("cut")], row, indicator, chosen.unit)
    if indicator.reducer in OVER_LEVELS:
        _work_out(build, indicator, chosen, found)
    return found


def _add(entry: Reduced, row: dict) -> None:
    """One group of rows that share cut, weights and grade."""
    weight = Fraction(1)
    for name, number in row.items():
        if name == "cut_weight" or name.startswith("scope_"):
            weight *= Fraction(number, MILLION)
    entry.num += int(row["num"]) * weight
    entry.den += int(row["den"]) * weight
    entry.n += row["n"]
    entry.rows += row["rows"]
    entry.grades[row["grade"]] = entry.grades.get(row["grade"], 0) + row["rows"]
    entry.origins.update(o for o in row["origins"] if o)


def _count(entry: Reduced, row: dict, indicator: Indicator, unit: int) -> None:
    """The things of one cut, each once."""
    entry.things, entry.n = row["things"], row["things"]
    entry.weight = Fraction(int(row["weight"]), unit)
    entry.num = Fraction(int(row["weighted"]), unit) if indicator.reducer in WEIGHED else Fraction(int(row["num"]))


def _work_out(build: Build, indicator: Indicator, chosen: Selection, found: dict[str | None, Reduced]) -> None:
    levels: dict[str | None, list[Level]] = {}
    for row in build.query(chosen.levels()):
        levels.setdefault(row.get("cut"), []).append((row["num"], row["side"], int(row["weight"])))
    for cut, of_cut in levels.items():
        entry = found[cut]
        entry.worked_out = OVER_LEVELS[indicator.reducer](of_cut)
        entry.sides = (_of_side(of_cut, True, chosen.unit), _of_side(of_cut, False, chosen.unit))


def _of_side(levels: list[Level], side: bool, unit: int) -> Fraction:
    return Fraction(sum(weight for _, at, weight in levels if at is side), unit)


def mean(levels: list[Level]) -> Fraction | None:
    """The weighted mean; None without weight."""
    total = sum(weight for _, _, weight in levels)
    return Fraction(sum(num * weight for num, _, weight in levels), total) if total else None


def median(levels: list[Level]) -> Fraction | None:
    """The weighted median: the value at which half of the weight is reached; where it is reached exactly, the mean with the next one."""
    half = Fraction(sum(weight for _, _, weight in levels), 2)
    upto, lower = 0, None
    for num, _, weight in sorted(level for level in levels if level[2]):
        upto += weight
        lower = num if lower is None and upto >= half else lower
        if upto > half:
            return Fraction(lower + num, 2) if lower is not None else None
    return None


def mean_without_top(levels: list[Level]) -> Fraction | None:
    """The mean after `TOP` of the weight, from the largest value down, is taken away; the thing at the limit goes in part."""
    left, kept = TOP * sum(weight for _, _, weight in levels), []
    for num, side, weight in sorted(levels, reverse=True):
        taken = min(left, Fraction(weight))
        left -= taken
        kept.append((num, side, weight - taken))
    total = sum((weight for _, _, weight in kept), Fraction(0))
    return sum((num * weight for num, _, weight in kept), Fraction(0)) / total if total else None


def contrast(levels: list[Level]) -> Fraction | None:
    """The mean on the one side over the mean on the other; None where a side is empty or the other mean is nought."""
    above, below = (mean([level for level in levels if level[1] is side]) for side in (True, False))
    return above / below if above is not None and below else None


OVER_LEVELS = {"median": median, "mean_without_top": mean_without_top, "contrast": contrast}
"""Reducers that need every value with its weight, not only sums."""


def value(indicator: Indicator, reduced: Reduced) -> Fraction | None:
    """The exact value, in the indicator's unit; None where nothing defines it (no rows, or a denominator of nought)."""
    if indicator.reducer in ("sum", "sum_once"):
        found = reduced.num
    elif indicator.reducer == "ratio":
        found = reduced.num / reduced.den if reduced.den else None
    elif indicator.reducer == "distinct":
        found = Fraction(reduced.things)
    elif indicator.reducer == "mean":
        found = reduced.num / reduced.weight if reduced.weight else None
    else:
        found = reduced.worked_out
    return None if found is None else found * indicator.per / indicator.scale


def plain(number: Fraction | None) -> int | float | None:
    """The number as JSON writes it: whole where it is whole."""
    if number is None:
        return None
    return int(number) if number.denominator == 1 else float(number)
