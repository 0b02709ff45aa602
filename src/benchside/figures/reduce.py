"""From rows to values: the engine sums integers by cut and weight, weights are applied afterwards as fractions."""

from dataclasses import dataclass, field
from fractions import Fraction

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import COUNTED_ONCE, MILLION, Indicator
from benchside.store.reading import Build


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


def reduce_rows(build: Build, indicator: Indicator, rows: ir.Table) -> dict[str | None, Reduced]:
    """cut → what its rows come to; without a column `cut` there is one entry, under None."""
    by = ["cut"] if "cut" in rows.columns else []
    found: dict[str | None, Reduced] = {}
    _sums(build, rows, by, found)
    if indicator.reducer in COUNTED_ONCE:
        _things(build, indicator, rows, by, found)
    _origins(build, rows, by, found)
    return found


def _sums(build: Build, rows: ir.Table, by: list[str], found) -> None:
    weights = [c for c in rows.columns if c.startswith("scope_") or c == "cut_weight"]
    summed = rows.group_by([*by, *weights, rows.grade.fill_null("").name("grade_")]).agg(
        num=rows.num.sum(), den=rows.den.sum(), n=rows.observed.cast("int64").sum(), rows=rows.count()
    )
    for row in build.fetch(summed):
        entry = found.setdefault(row["cut"] if by else None, Reduced())
        weight = Fraction(1)
        for name in weights:
            weight *= Fraction(row[name], MILLION)
        entry.num += row["num"] * weight
        entry.den += row["den"] * weight
        entry.n += row["n"]
        entry.rows += row["rows"]
        entry.grades[row["grade_"]] = entry.grades.get(row["grade_"], 0) + row["rows"]


def _things(build: Build, indicator: Indicator, rows: ir.Table, by: list[str], found) -> None:
    """Each thing counts once, with the largest `num` of its rows; `n` is the number of things."""
    things = rows.filter(rows.thing.notnull()).group_by([*by, "thing"]).agg(num=rows.num.max())
    things = things.filter(things.num > 0) if indicator.reducer == "distinct" else things
    keys = by or [ibis.literal(1).name("all_")]
    counted = things.group_by(keys).agg(num=things.num.sum(), things=things.count(), middle=things.num.median())
    for row in build.fetch(counted):
        entry = found[row["cut"] if by else None]
        entry.num, entry.things, entry.n = Fraction(int(row["num"])), row["things"], row["things"]
        entry.middle = Fraction(row["middle"])


def _origins(build: Build, rows: ir.Table, by: list[str], found) -> None:
    origin = rows.document_id.fill_null(rows.source).name("origin")
    for row in build.fetch(rows.select(*by, origin).distinct()):
        found[row["cut"] if by else None].origins.add(row["origin"])


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
