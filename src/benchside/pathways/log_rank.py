"""Do groups differ in how soon something happens? The log-rank test of Mantel (1966).

It compares what happened in each group with what would have, had all groups the same chance at every time. It does not say why they differ.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchside.pathways.survival import checked


@dataclass(frozen=True)
class LogRank:
    """`observed` and `expected` endings by group; the statistic, its degrees of freedom, and the chance of one as large.

    With fewer than two groups of whom anything is expected there is nothing to compare: `freedom` is nought, `chance` None.
    """

    observed: dict[Any, float]
    expected: dict[Any, float]
    statistic: float
    freedom: int
    chance: float | None


def log_rank(groups: Mapping[Any, tuple[Any, Any]]) -> LogRank:
    """The test over group → (times, endings); an ending above nought is what is compared, nought is censored."""
    parts = {name: checked(times, endings)[:2] for name, (times, endings) in groups.items()}
    moments = np.unique(np.concatenate([time[ending > 0] for time, ending in parts.values()] or [np.array([])]))
    risk = np.array([_at_risk(time, moments) for time, _ in parts.values()]).reshape(len(parts), len(moments))
    happened = np.array([_at(time[ending > 0], moments) for time, ending in parts.values()]).reshape(
        len(parts), len(moments)
    )
    expected = (risk * _over(happened.sum(axis=0), risk.sum(axis=0))).sum(axis=1)
    statistic, freedom = _statistic(happened.sum(axis=1) - expected, _variance(risk, happened), expected > 0)
    return LogRank(
        dict(zip(parts, happened.sum(axis=1).tolist(), strict=True)), dict(zip(parts, expected.tolist(), strict=True)),
        statistic, freedom, chance_above(statistic, freedom) if freedom else None,
    )  # fmt: skip


def _at_risk(time: np.ndarray, moments: np.ndarray) -> np.ndarray:
    return len(time) - np.searchsorted(np.sort(time), moments, side="left")


def _at(time: np.ndarray, moments: np.ndarray) -> np.ndarray:
    return np.bincount(np.searchsorted(moments, time), minlength=len(moments))


def _over(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    return np.divide(above, below, out=np.zeros(len(below)), where=below > 0)


def _variance(risk: np.ndarray, happened: np.ndarray) -> np.ndarray:
    """The hypergeometric covariance of what happened in the groups, summed over the moments."""
    total, ended = risk.sum(axis=0), happened.sum(axis=0)
    spread = ended * _over(total - ended, total - 1)
    share = risk * _over(np.ones(len(total)), total)
    return np.diag((share * spread).sum(axis=1)) - (share * spread) @ share.T


def _statistic(excess: np.ndarray, variance: np.ndarray, counted: np.ndarray) -> tuple[float, int]:
    """One group of those compared is left out: what it has too many, the others have too few."""
    chosen = np.flatnonzero(counted)[:-1]
    if not len(chosen):
        return 0.0, 0
    part, spread = excess[chosen], variance[np.ix_(chosen, chosen)]
    if np.linalg.matrix_rank(spread) < len(chosen):
        return 0.0, 0
    return float(part @ np.linalg.solve(spread, part)), len(chosen)


def chance_above(statistic: float, freedom: int) -> float:
    """The chance that a chi-squared variable of `freedom` degrees is above `statistic`, by its finite series.

    Source of the series: Abramowitz and Stegun (1964), 26.4.4 and 26.4.5.
    """
    half = statistic / 2
    term, total = (1.0, 1.0) if freedom % 2 == 0 else (math.sqrt(statistic) * math.sqrt(2 / math.pi), 0.0)
    if freedom % 2 == 0:
        for k in range(1, freedom // 2):
            term *= half / k
            total += term
        return math.exp(-half) * total
    for k in range(1, (freedom + 1) // 2):
        total += term
        term *= statistic / (2 * k + 1)
    return math.erfc(math.sqrt(half)) + math.exp(-half) * total
