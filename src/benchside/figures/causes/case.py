"""What every finder of causes is handed: one published figure, the computed one beside it, and all the others."""

from dataclasses import dataclass
from fractions import Fraction

from benchside.figures.ask import Desk
from benchside.figures.published import Published
from benchside.figures.scope import Scope
from benchside.indicators.base import Indicator
from benchside.model.figure import Figure
from benchside.model.rounding import decimals, grouped, last_digit, says


@dataclass(frozen=True)
class Case:
    """A published figure and the computed one; `scope` is the published scope with its cut as a further condition."""

    desk: Desk
    published: Published
    others: list[Published]
    indicator: Indicator
    scope: Scope
    figure: Figure

    @property
    def computed(self) -> Fraction | None:
        """The exact computed value, where there is one."""
        return Fraction(self.figure.exact) if self.figure.exact else None

    def holds(self, value: Fraction) -> bool:
        """Would this value bear out what was printed?"""
        p = self.published
        return says(p.comparator, p.value, value, high=p.value_high, step=last_digit(p.printed))

    def show(self, value: Fraction | int | float, unit: str = "") -> str:
        """A value in the words of a cause, with as many decimals as its unit wants."""
        return show(Fraction(value), unit or self.indicator.unit)


def show(value: Fraction, unit: str) -> str:
    """A value with its unit: euro whole, shares in per cent, ratios with two decimals."""
    if unit == "EUR":
        return "€" + decimals(value, 0)
    if unit == "share":
        return decimals(value * 100, 2) + " %"
    return grouped(int(value)) if value.denominator == 1 else decimals(value, 2)


def full_scope(published: Published) -> Scope:
    """The published scope with its cut as one more condition."""
    if published.cut is None:
        return published.scope
    return published.scope | {published.cut[0]: [published.cut[1]]}
