"""From rows to values: the engine sums integers by cut and weight, weights are applied afterwards as fractions."""

from dataclasses import dataclass, field
from fractions import Fraction

from benchside.indicators.base import COUNTED_ONCE, MILLION, Indicator
from benchside.store.reading import Build
from benchside.store.selection import Selection


@dataclass
class Reduced:
    """What the rows of one cut come to: sums, counts and the value (None where it is not defined)."""

    num: Fraction = Fraction(0)
    den: Fraction = Fraction(0)
    n: int = 0
    rows: int = 0
    things: int = 0
    middle: Fraction | None = None
    grades: dict[str, int] = field(default_factory=dict)
    origins: set[str] = field(default_factory=set)


def reduce_rows(build: Build, indicator: Indicator, chosen: Selection) -> dict[str | None, Reduced]:
    """cut → what its rows come to; without a cut there is one entry, under None, and none where there are no rows."""
    found: dict[str | None, Reduced] = {}
    for row in build.query(chosen.sums()):
        _add(found.setdefault(row.get("cut"), Reduced()), row)
    if indicator.reducer in COUNTED_ONCE:
        for row in build.query(chosen.things(positive=indicator.reducer == "distinct")):
            entry = found[row.get("cut")]
            entry.num, entry.things, entry.n = Fraction(int(row["num"])), row["things"], row["things"]
            entry.middle = Fraction(row["middle"])
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


def value(indicator: Indicator, reduced: Reduced) -> Fraction | None:
    """The exact value, in the indicator's unit; None where nothing defines it (no rows, or a denominator of nought)."""
    if indicator.reducer in ("sum", "sum_once"):
        found = reduced.num
    elif indicator.reducer == "ratio":
        found = reduced.num / reduced.den if reduced.den else None
    elif indicator.reducer == "distinct":
        found = Fraction(reduced.things)
    elif indicator.reducer == "mean":
        found = reduced.num / reduced.things if reduced.things else None
    else:
        found = reduced.middle
    return None if found is None else found * indicator.per / indicator.scale


def plain(number: Fraction | None) -> int | float | None:
    """The number as JSON writes it: whole where it is whole."""
    if number is None:
        return None
    return int(number) if number.denominator == 1 else float(number)
