"""How long it takes until something happens, when for many it has not happened yet.

The estimator of Kaplan and Meier (1958) with Greenwood's variance, and the quantiles that follow from it. What has not happened by the day of
asking is censored: it counts among those at risk up to that day and is never taken for a time. A mean over what did
happen would be the mean of the quick ones.

Ties: at one time, what happens comes before what is censored. Times may be any numbers, in any unit, from nought up.
"""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from benchside.errors import UsageError

CENSORED = 0
"""The ending of a time at which nothing had happened yet; what happened has a number from 1 up."""
LEVEL = 0.95


@dataclass(frozen=True)
class Curve:
    """The estimate at each time at which anything happened or was censored, in their order; all arrays have that length.

    `at_risk`: just before the time. `reached` and `censored`: at the time. `remaining`: the share to whom it has not happened after the
    time. `error`: the standard error of `remaining`. `low`, `high`: its interval, on the scale of the logarithm and at most 1; not
    a number where `remaining` is nought, because nothing says how far from it the truth may be. An empty group has empty arrays.
    """

    time: np.ndarray
    at_risk: np.ndarray
    reached: np.ndarray
    censored: np.ndarray
    remaining: np.ndarray
    error: np.ndarray
    low: np.ndarray
    high: np.ndarray


@dataclass(frozen=True)
class Quantile:
    """A time by which a share has got there, with its interval; None stands for not reached."""

    time: float | None
    low: float | None
    high: float | None


def checked(times, endings, weights=None) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Times, endings and weights as arrays of one length; `UsageError` for what is no time, ending or weight."""
    time, ending = np.asarray(times, dtype=float), np.asarray(endings, dtype=int)
    weight = np.ones(len(time)) if weights is None else np.asarray(weights, dtype=float)
    if not len(time) == len(ending) == len(weight):
        raise UsageError(
            f"{len(time)} times, {len(ending)} endings and {len(weight)} weights; expected as many of each."
        )
    for name, wrong in (("time", ~(time >= 0) | np.isinf(time)), ("ending", ending < 0), ("weight", ~(weight > 0))):
        if wrong.any():
            place = int(wrong.argmax())
            value = {"time": time, "ending": ending, "weight": weight}[name][place]
            raise UsageError(
                f"The {name} at place {place} is {value}; expected times and endings from nought up, and weights above nought."
            )
    return time, ending, weight


def kaplan_meier(times, endings, *, weights=None, level: float = LEVEL) -> Curve:
    """The curve of one group: `times` until the ending or the last look, `endings` nought (censored) or above (reached).

    `weights`: how often each one counts (once where none are given).
    """
    time, ending, weight = checked(times, endings, weights)
    moments, at_risk, reached, censored = tally(time, ending > 0, weight)
    remaining = np.cumprod(1 - reached / at_risk)
    relative = _relative_error(at_risk, reached)
    low, high = log_interval(remaining, remaining * relative, level)
    return Curve(moments, at_risk, reached, censored, remaining, remaining * relative, low, high)


def tally(
    time: np.ndarray, happened: np.ndarray, weight: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The moments in their order, with the weight at risk just before each, and what happened and was censored at it."""
    moments, place = np.unique(time, return_inverse=True)
    reached = np.bincount(place, weight * happened, len(moments))
    left = np.bincount(place, weight, len(moments))
    at_risk = np.cumsum(left[::-1])[::-1]
    return moments, at_risk, reached, left - reached


def _relative_error(at_risk: np.ndarray, reached: np.ndarray) -> np.ndarray:
    """Greenwood's standard error over the estimate; not a number once everyone has got there."""
    with np.errstate(divide="ignore", invalid="ignore"):
        steps = np.where(reached > 0, reached / (at_risk * (at_risk - reached)), 0.0)
        found = np.sqrt(np.cumsum(steps))
    return np.where(np.isfinite(found), found, np.nan)


def log_interval(share: np.ndarray, error: np.ndarray, level: float = LEVEL) -> tuple[np.ndarray, np.ndarray]:
    """The interval of a share on the scale of its logarithm, at most 1; not a number where the share is nought."""
    z = NormalDist().inv_cdf((1 + level) / 2)
    with np.errstate(divide="ignore", invalid="ignore"):
        wide = np.exp(z * error / share)
        low, high = share / wide, np.minimum(share * wide, 1.0)
    nowhere = ~(share > 0)
    return np.where(nowhere, np.nan, low), np.where(nowhere, np.nan, high)


def quantile(curve: Curve, share: float = 0.5) -> Quantile:
    """The time by which `share` has got there; its interval is where the bounds of the curve cross the same level.

    Where the curve lies exactly on the level for a while, the middle of that while.
    """
    level = 1 - share
    return Quantile(*(_crossing(curve.time, bound, level) for bound in (curve.remaining, curve.low, curve.high)))


def _crossing(time: np.ndarray, bound: np.ndarray, level: float) -> float | None:
    with np.errstate(invalid="ignore"):
        below = np.flatnonzero(bound <= level + 1e-12)
        past = np.flatnonzero(bound < level - 1e-12)
    if not len(below):
        return None
    first = float(time[below[0]])
    if len(past) and past[0] == below[0]:
        return first
    return (first + float(time[past[0]])) / 2 if len(past) else first


def remaining_at(curve: Curve, times) -> np.ndarray:
    """The share to whom it has not happened at each of the `times`; 1 before the first."""
    place = np.searchsorted(curve.time, np.asarray(times, dtype=float), side="right")
    return np.concatenate([[1.0], curve.remaining])[place]


def risk_table(curve: Curve, times) -> np.ndarray:
    """How many are still at risk just before each of the `times`."""
    place = np.searchsorted(curve.time, np.asarray(times, dtype=float), side="left")
    return np.concatenate([curve.at_risk, [0.0]])[place]
