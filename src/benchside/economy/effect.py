"""What a comparison comes to: an estimate with its error, and how it was found."""

from dataclasses import dataclass

import numpy as np

from benchside.economy.distributions import fisher_chance, student_bound, student_chance


@dataclass(frozen=True)
class Effect:
    """An estimated difference in the outcome's unit; `low` and `high`: 95 % interval; `chance`: of one as far from nought if there were none.

    `treated` and `controls`: units behind it. `freedom`: degrees of freedom of the interval.
    """

    method: str
    estimate: float
    error: float
    low: float
    high: float
    chance: float
    freedom: float
    treated: int
    controls: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Moment:
    """The difference at a time before or since treatment began; the moment of reference is nought by definition and has no error."""

    since: float
    estimate: float
    error: float
    low: float
    high: float
    is_reference: bool = False


@dataclass(frozen=True)
class PreTrend:
    """Are all differences before treatment nought? Fisher's F over their covariance."""

    statistic: float
    moments: int
    freedom: float
    chance: float


@dataclass(frozen=True)
class Study:
    """Moments in order, and the test of those before treatment (None where there is none but the reference)."""

    method: str
    moments: tuple[Moment, ...]
    pre_trend: PreTrend | None


def effect(method: str, estimate: float, error: float, freedom: float, treated: int, controls: int, *notes: str) -> Effect:  # fmt: skip
    """With the interval and the chance by Student's distribution."""
    reach = student_bound(freedom) * error
    return Effect(
        method, estimate, error, estimate - reach, estimate + reach, _chance(estimate, error, freedom), freedom, treated, controls, notes
    )  # fmt: skip


def moment(since: float, estimate: float, error: float, freedom: float) -> Moment:
    """With its interval."""
    reach = student_bound(freedom) * error
    return Moment(since, estimate, error, estimate - reach, estimate + reach)


def reference(since: float) -> Moment:
    """The moment that all others are differences from."""
    return Moment(since, 0.0, 0.0, 0.0, 0.0, is_reference=True)


def pre_trend(estimates: np.ndarray, covariance: np.ndarray, freedom: float) -> PreTrend | None:
    """Wald's statistic over the number of moments, as an F; None without moments or where their covariance has no inverse."""
    count = len(estimates)
    if not count or np.linalg.matrix_rank(covariance) < count:
        return None
    statistic = float(estimates @ np.linalg.solve(covariance, estimates)) / count
    return PreTrend(statistic, count, freedom, fisher_chance(statistic, count, freedom))


def _chance(estimate: float, error: float, freedom: float) -> float:
    if error > 0:
        return student_chance(estimate / error, freedom)
    return 1.0 if estimate == 0 else 0.0
