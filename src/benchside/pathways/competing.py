"""Times to one of several endings, of which the first shuts out the others: used, withdrawn, failed.

The estimator of Aalen and Johansen (1978): the share that has come to each ending by a time. One less the curve of Kaplan and Meier for one
ending alone would count what was withdrawn as if it might still be used, and so says too much. Standard errors are of
the infinitesimal jackknife: how much each observation moves the estimate.
"""

from dataclasses import dataclass

import numpy as np

from benchside.pathways.survival import LEVEL, Quantile, checked, log_interval


@dataclass(frozen=True)
class Incidence:
    """The share that has come to each ending, at each time at which anything happened or was censored.

    `at_risk`: just before the time. `remaining`: the share with no ending. `share`, `error`, `low`, `high`: ending → array of the same
    length; the interval is not a number where the share is nought. At every time the shares and `remaining` add up to 1.
    """

    time: np.ndarray
    at_risk: np.ndarray
    remaining: np.ndarray
    share: dict[int, np.ndarray]
    error: dict[int, np.ndarray]
    low: dict[int, np.ndarray]
    high: dict[int, np.ndarray]


def aalen_johansen(times, endings, *, weights=None, causes=None, level: float = LEVEL) -> Incidence:
    """The incidence of each ending above nought; `causes` names the endings to be answered for where not all occurred."""
    time, ending, weight = checked(times, endings, weights)
    named = sorted({int(e) for e in ending if e} | set(causes or ()))
    moments, place = np.unique(time, return_inverse=True)
    left = np.bincount(place, weight, len(moments))
    at_risk = np.cumsum(left[::-1])[::-1]
    happened = np.array([np.bincount(place, weight * (ending == c), len(moments)) for c in named])
    hazard = happened.reshape(len(named), len(moments)) / at_risk
    remaining = np.cumprod(1 - hazard.sum(axis=0))
    before = np.concatenate([[1.0], remaining[:-1]])[: len(moments)]
    share = dict(zip(named, np.cumsum(before * hazard, axis=1), strict=True))
    error = dict(zip(named, _errors(place, ending, weight, hazard, at_risk, before, named), strict=True))
    bounds = {c: log_interval(share[c], error[c], level) for c in named}
    return Incidence(
        moments,
        at_risk,
        remaining,
        share,
        error,
        {c: b[0] for c, b in bounds.items()},
        {c: b[1] for c, b in bounds.items()},
    )


def _errors(place, ending, weight, hazard, at_risk, before, named) -> np.ndarray:
    """ending × time → standard error: the root of the summed squares of what each observation contributes.

    Observations of one time and ending move the estimate alike, so that each such group is followed once.
    """
    alike, which = np.unique(np.stack([place, ending], axis=1), axis=0, return_inverse=True)
    squares = np.bincount(which.ravel(), weight**2, len(alike))
    at, of = alike[:, 0], alike[:, 1]
    moved, rest = np.zeros((len(named), len(alike))), np.zeros(len(alike))
    errors = np.zeros(hazard.shape)
    for moment in range(hazard.shape[1]):
        own = np.array([(at == moment) & (of == cause) for cause in named]).reshape(len(named), len(alike))
        step = (own - np.outer(hazard[:, moment], at >= moment)) / at_risk[moment]
        moved += np.outer(hazard[:, moment], rest) + before[moment] * step
        rest = rest * (1 - hazard[:, moment].sum()) - before[moment] * step.sum(axis=0)
        errors[:, moment] = np.sqrt((squares * moved**2).sum(axis=1))
    return errors


def half_reached(found: Incidence, ending: int, share: float = 0.5) -> Quantile:
    """The time by which `share` of all have come to the ending, with the times at which the bounds of its incidence do."""
    bounds = (found.share[ending], found.high[ending], found.low[ending])
    return Quantile(*(_first(found.time, bound, share) for bound in bounds))


def _first(time: np.ndarray, bound: np.ndarray, share: float) -> float | None:
    with np.errstate(invalid="ignore"):
        past = np.flatnonzero(bound >= share - 1e-12)
    return float(time[past[0]]) if len(past) else None
