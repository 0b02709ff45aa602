"""What units are matched by: numbers as they are, words as columns of noughts and ones; and how alike two groups are in it."""

import math
from dataclasses import dataclass

import numpy as np

from benchside.economy.panel import Panel

ALIKE = 0.1
"""Up to this standardised difference groups are often called alike (Austin 2009, *Statistics in Medicine* 28)."""


@dataclass(frozen=True)
class Balance:
    """One trait: its mean among treated units and controls and their standardised difference, before matching and after.

    The difference of means over √((s₁² + s₀²) / 2), with the spreads before matching in both, so that matching cannot hide behind a smaller spread.
    """

    trait: str
    treated: float
    controls: float
    before: float
    matched_treated: float
    matched_controls: float
    after: float


def columns(panel: Panel) -> tuple[list[str], np.ndarray]:
    """Names and one column each; of a category every value but the first in order."""
    names, made = [], []
    for name, values in panel.traits.items():
        if np.issubdtype(values.dtype, np.number):
            names.append(name)
            made.append(values.astype(float))
            continue
        for word in np.unique(values)[1:]:
            names.append(f"{name}={word}")
            made.append((values == word).astype(float))
    return names, np.column_stack(made) if made else np.zeros((len(panel.units), 0))


def balance(panel: Panel, weights: np.ndarray) -> tuple[Balance, ...]:
    """Each trait before and after; `weights` of units after matching, nought for one that was dropped."""
    names, made = columns(panel)
    return tuple(_balance(name, made[:, n], panel.treated, weights) for n, name in enumerate(names))


def _balance(name: str, values: np.ndarray, treated: np.ndarray, weights: np.ndarray) -> Balance:
    ours, others = values[treated], values[~treated]
    spread = math.sqrt((ours.var(ddof=1) + others.var(ddof=1)) / 2)
    kept = [np.average(values[side], weights=weights[side]) for side in (treated, ~treated)]
    return Balance(
        name, float(ours.mean()), float(others.mean()), _standardised(ours.mean() - others.mean(), spread),
        float(kept[0]), float(kept[1]), _standardised(kept[0] - kept[1], spread),
    )  # fmt: skip


def _standardised(difference: float, spread: float) -> float:
    if spread > 0:
        return float(difference / spread)
    return 0.0 if difference == 0 else math.copysign(math.inf, difference)
