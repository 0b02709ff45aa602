"""What an estimate rests on, and what a simulation says of it.

An estimate is a known number times a sum of terms; a term is a product of assumptions over a product of others. One assumption has one value in all
terms at a time. A term without assumptions is one.
"""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Term:
    """One product: the assumptions that multiply it, by their keys, and those that divide it."""

    times: tuple[str, ...] = ()
    over: tuple[str, ...] = ()


@dataclass(frozen=True)
class Assumed:
    """An assumption as recorded, exactly: from `low` to `high`, with a `central` value where one is argued for.

    `shape` is a code of the list `distribution`: `uniform` (every value between the ends alike), `triangular` (the ends are the least and the largest
    value, the central one is the likeliest) or `point` (one value: the central one, or the ends where they are the same).
    """

    id: str
    name: str
    low: Fraction
    central: Fraction | None
    high: Fraction
    shape: str
    unit: str = ""


@dataclass(frozen=True)
class Swing:
    """What one assumption does to the estimate: its value with the assumption at its low and at its high end, all others at their central values."""

    assumed: Assumed
    at_low: float
    at_high: float

    @property
    def width(self) -> float:
        """How far the estimate moves; never below nought."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True)
class Simulated:
    """What the draws come to: share → the value that so many of them lie below, their mean, and what the estimate is at all central values.

    `swings` has every assumption, the one that moves the estimate most first.
    """

    quantiles: dict[float, float]
    mean: float
    central: float
    swings: tuple[Swing, ...]
