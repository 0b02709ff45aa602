"""Estimates from assumptions: the exact range, a simulation over the stated shapes, and what each assumption does alone.

Assumptions are drawn independently of each other, because records state no correlations: where two rise together, the simulated spread is too narrow;
where one falls as the other rises, too wide. The range does not depend on that. Draws are stratified (McKay, Beckman and Conover 1979,
*Technometrics* 21): each shape is cut into as many equally likely parts as there are draws, and each part is drawn from once. The seed is fixed
and each assumption has a stream of its own by its key, so that the same records always give the same numbers, in any order.
"""

import itertools
import math
import zlib
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from benchside.errors import DataError, UsageError, unknown
from benchside.model.codes import CODES
from benchside.model.estimate import Assumed, Simulated, Swing, Term

SEED = 20_110_117
DRAWS = 100_000
SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
"""The quantiles that are told."""
MOST = 12
"""So many assumptions an estimate may rest on; with more, nobody could say what it rests on."""

INDEPENDENT = "assumptions drawn independently of each other"


def value_range(terms: Sequence[Term], assumed: Iterable[Assumed]) -> tuple[Fraction, Fraction]:
    """The least and the largest value the sum of terms can take, exactly.

    The sum rises or falls steadily with each assumption while the others are held, so that its ends lie where all assumptions are at an end of theirs.
    """
    known = checked(terms, assumed)
    ends = [(a.low, a.high) if a.shape != "point" else (central(a),) for a in known.values()]
    found = [combine(terms, dict(zip(known, corner, strict=True))) for corner in itertools.product(*ends)]
    return min(found), max(found)


def simulate(terms: Sequence[Term], assumed: Iterable[Assumed], *, draws: int = DRAWS, seed: int = SEED) -> Simulated:
    """Quantiles (linear between the two nearest draws), mean and swings of the sum of terms. `DataError` for an assumption that cannot be drawn from."""
    if draws < 1:
        raise UsageError(f"{draws} draws; expected one or more.")
    known = checked(terms, assumed)
    drawn = np.broadcast_to(combine(terms, {key: draw(a, draws, seed) for key, a in known.items()}), (draws,))
    drawn = np.asarray(drawn, dtype=float)
    quantiles = {share: float(q) for share, q in zip(SHARES, np.quantile(drawn, SHARES), strict=True)}
    middle = combine(terms, {key: central(a) for key, a in known.items()})
    return Simulated(quantiles, float(drawn.mean()), float(middle), tornado(terms, known.values()))


def tornado(terms: Sequence[Term], assumed: Iterable[Assumed]) -> tuple[Swing, ...]:
    """The swing of each assumption, the widest first; of equal ones in the order of their keys."""
    known = checked(terms, assumed)
    middle = {key: central(a) for key, a in known.items()}
    swings = [Swing(a, *(float(combine(terms, middle | {key: end})) for end in _ends(a))) for key, a in known.items()]
    return tuple(sorted(swings, key=lambda s: (-s.width, s.assumed.id)))


def combine(terms: Sequence[Term], values: Mapping[str, Any]) -> Any:
    """The sum of the terms at these values; exact where all of them are fractions, one number for each draw where they are arrays."""
    one = Fraction(1) if all(isinstance(value, Fraction) for value in values.values()) else 1.0
    return sum((_product(term, values, one) for term in terms), start=0 * one)


def _product(term: Term, values: Mapping[str, Any], one: Any) -> Any:
    over = math.prod((values[key] for key in term.over), start=one)
    return math.prod((values[key] for key in term.times), start=one) / over


def central(assumed: Assumed) -> Fraction:
    """The central value: the stated one, or the middle between the ends of a uniform shape."""
    return (assumed.low + assumed.high) / 2 if assumed.central is None else assumed.central


def draw(assumed: Assumed, draws: int = DRAWS, seed: int = SEED) -> np.ndarray:
    """So many draws from the shape, in a random order that the seed and the assumption's key decide."""
    low, high, peak = float(assumed.low), float(assumed.high), float(central(assumed))
    if assumed.shape == "point" or low == high:
        return np.full(draws, peak)
    random = np.random.default_rng([seed, zlib.crc32(assumed.id.encode())])
    part = (np.argsort(random.random(draws), kind="stable") + random.random(draws)) / draws
    return low + part * (high - low) if assumed.shape == "uniform" else _triangular(part, low, peak, high)


def _triangular(part: np.ndarray, low: float, peak: float, high: float) -> np.ndarray:
    """The values below which the given parts of a triangle lie."""
    rising = low + np.sqrt(part * (high - low) * (peak - low))
    falling = high - np.sqrt((1 - part) * (high - low) * (high - peak))
    return np.where(part * (high - low) < peak - low, rising, falling)


def checked(terms: Sequence[Term], assumed: Iterable[Assumed]) -> dict[str, Assumed]:
    """key → assumption, of those the terms name. `DataError` for what cannot be worked out, with what to correct."""
    given = {a.id: a for a in assumed}
    named = list(dict.fromkeys(key for term in terms for key in (*term.times, *term.over)))
    for key in named:
        if key not in given:
            raise unknown("assumption", key, given, do="Record it, with its source.")
    if len(named) > MOST:
        raise UsageError(f"The estimate rests on {len(named)} assumptions; expected {MOST} at most.")
    for term in terms:
        if len({*term.times, *term.over}) < len(term.times) + len(term.over):
            raise UsageError(f"A term names an assumption twice: {', '.join((*term.times, *term.over))}. Name it once.")
    for key in named:
        _check_shape(given[key])
    for key in sorted({key for term in terms for key in term.over}):
        _check_divisor(terms, given[key])
    return {key: given[key] for key in named}


def _check_shape(a: Assumed) -> None:
    if a.shape not in CODES["distribution"]:
        raise unknown("distribution", a.shape, CODES["distribution"])
    if a.low > a.high:
        raise DataError(f"The assumption {a.id} runs from {float(a.low):g} down to {float(a.high):g}. Exchange its ends.")  # fmt: skip
    if a.central is not None and not a.low <= a.central <= a.high:
        raise DataError(
            f"The central value {float(a.central):g} of the assumption {a.id} lies outside {float(a.low):g} to {float(a.high):g}. Correct one of them."
        )
    if a.central is None and a.low != a.high and a.shape != "uniform":
        what = "a peak" if a.shape == "triangular" else "one value"
        raise DataError(
            f"The assumption {a.id} is {a.shape} from {float(a.low):g} to {float(a.high):g} and has no central value, which gives it {what}. "
            "Give its central value, or make it uniform."
        )


def _check_divisor(terms: Sequence[Term], a: Assumed) -> None:
    low, high = (a.low, a.high) if a.shape != "point" else (central(a), central(a))
    if low <= 0 <= high:
        raise DataError(
            f"The assumption {a.id} runs from {float(low):g} to {float(high):g} and divides: nought may not lie within it. Narrow its range."
        )
    if any(a.id in term.times for term in terms):
        raise UsageError(
            f"The assumption {a.id} both multiplies and divides. Write the estimate so that it does one of the two."
        )


def _ends(a: Assumed) -> tuple[Fraction, Fraction]:
    return (central(a), central(a)) if a.shape == "point" else (a.low, a.high)


def scaled(found: Simulated, by: Fraction) -> Simulated:
    """The same simulation of so many times the value; below nought, low quantiles become high ones."""
    factor = float(by)
    shares = {share: found.quantiles[share if factor >= 0 else _other(found, share)] for share in found.quantiles}
    return Simulated(
        {share: quantile * factor for share, quantile in shares.items()}, found.mean * factor, found.central * factor,
        tuple(Swing(s.assumed, s.at_low * factor, s.at_high * factor) for s in found.swings),
    )  # fmt: skip


def _other(found: Simulated, share: float) -> float:
    """The quantile as far from the other end."""
    return min(found.quantiles, key=lambda other: abs(other - (1 - share)))
