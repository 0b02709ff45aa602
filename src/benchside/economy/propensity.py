"""The propensity to be treated: a logistic regression of treatment on traits, by Newton's steps."""

import numpy as np

from benchside.economy.panel import Panel
from benchside.economy.traits import columns
from benchside.errors import UsageError

STEPS = 50
FAR = 15.0
"""A logit beyond which the propensity is nought or one to six digits: the traits then tell who is treated."""


def propensity(panel: Panel) -> np.ndarray:
    """The logit of each unit's propensity. `UsageError` where the traits alone tell who is treated, so that nobody is like the other group."""
    names, made = columns(panel)
    spread = made.std(axis=0)
    made, names = made[:, spread > 0], [name for name, s in zip(names, spread, strict=True) if s > 0]
    if not names:
        raise UsageError("The columns to match by are the same for all units. Name one that differs.")
    x = np.column_stack([np.ones(len(made)), (made - made.mean(axis=0)) / made.std(axis=0)])
    return x @ logistic(x, panel.treated.astype(float), names)


def logistic(x: np.ndarray, y: np.ndarray, names: list[str]) -> np.ndarray:
    """The coefficients of largest likelihood."""
    if np.linalg.matrix_rank(x) < x.shape[1]:
        raise UsageError(f"The columns to match by say the same twice: {', '.join(names)}. Leave one out.")
    found = np.zeros(x.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(x @ found, -30, 30)))
        curvature = x.T @ (x * (chance * (1 - chance))[:, None])
        step = np.linalg.lstsq(curvature, x.T @ (y - chance), rcond=None)[0]
        found = found + step
        if np.abs(x @ found).max() > FAR and _separates(x @ found, y):
            break
        if np.abs(step).max() < 1e-12 * max(1.0, np.abs(found).max()):
            return found
    raise UsageError(
        f"{', '.join(names)} tell outright which units are treated: no control is like them. Match by other columns, or in strata."
    )


def _separates(logit: np.ndarray, y: np.ndarray) -> bool:
    return bool((logit[y == 1].min() >= 0) and (logit[y == 0].max() <= 0))
