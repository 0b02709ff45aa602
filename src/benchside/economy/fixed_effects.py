"""Difference-in-differences by two-way fixed effects, for treatment that begins at one time; errors clustered by unit.

Outcomes are set against effects of unit and time by least squares: unit means are taken away, effects of time stand as columns (Frisch, Waugh and
Lovell). Variance: (X'X)⁻¹ (Σ_g X_g' u_g u_g' X_g) (X'X)⁻¹ over units g, times G/(G − 1) · (N − 1)/(N − K), with G units, N observations and K
the columns named, the effects of time and a constant; effects of unit are not counted, because they lie within the clusters (Cameron and Miller 2015,
*Journal of Human Resources* 50). Intervals by Student's distribution with G − 1 degrees of freedom.
"""

from dataclasses import replace

import numpy as np

from benchside.economy.effect import Effect, Study, effect, moment, pre_trend, reference
from benchside.economy.panel import Panel, check_groups
from benchside.errors import UsageError

METHOD = "difference-in-differences by two-way fixed effects"


def difference(panel: Panel) -> Effect:
    """The mean difference after treatment began, over that before. `UsageError` where units are treated from different times."""
    _check(panel)
    is_on = panel.time >= panel.since[panel.unit]
    found, covariance = regress(panel, is_on[:, None].astype(float))
    return effect(METHOD, float(found[0]), float(np.sqrt(covariance[0, 0])), _freedom(panel), *_sizes(panel))


def event_study(panel: Panel) -> Study:
    """The difference at each time against the last time before treatment began."""
    _check(panel)
    start = panel.dates[0]
    is_treated = panel.treated[panel.unit]
    shared = np.intersect1d(panel.time[is_treated], panel.time[~is_treated])
    if not (shared < start).any():
        raise UsageError(
            f"No time before {start:g} at which treated and untreated units were observed: no event study."
        )
    base = shared[shared < start][-1]
    others = [t for t in shared if t != base]
    columns = np.column_stack([is_treated & (panel.time == t) for t in others]).astype(float)
    found, covariance = regress(panel, columns)
    errors = np.sqrt(np.diag(covariance))
    told = [moment(t - start, float(b), float(e), _freedom(panel)) for t, b, e in zip(others, found, errors, strict=True)]  # fmt: skip
    before = np.array([n for n, t in enumerate(others) if t < base], dtype=int)
    test = pre_trend(found[before], covariance[np.ix_(before, before)], _freedom(panel))
    return Study(METHOD, tuple(sorted([*told, reference(base - start)], key=lambda m: m.since)), test)


def regress(panel: Panel, columns: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Coefficients of the columns and their clustered covariance, with effects of unit and time."""
    times = (panel.time[:, None] == panel.times[1:]).astype(float)
    x = _within(np.column_stack([columns, times]), panel.unit)
    y = _within(panel.outcome[:, None], panel.unit)[:, 0]
    if np.linalg.matrix_rank(x) < x.shape[1]:
        raise UsageError(
            "Treatment cannot be told from the effects of unit and time: no unit changes against another. Expected treated and untreated units observed before and after."
        )
    bread = np.linalg.inv(x.T @ x)
    found = bread @ x.T @ y
    scores = np.zeros((len(panel.units), x.shape[1]))
    np.add.at(scores, panel.unit, x * (y - x @ found)[:, None])
    groups, size, params = len(panel.units), len(y), x.shape[1] + 1
    if size <= params:
        raise UsageError(f"{size} observations and {params} numbers to find; expected more observations.")
    factor = groups / (groups - 1) * (size - 1) / (size - params)
    covariance = factor * bread @ (scores.T @ scores) @ bread
    named = columns.shape[1]
    return found[:named], covariance[:named, :named]


def moved_earlier(panel: Panel) -> Panel:
    """The panel before treatment, as if it had begun half-way through; `UsageError` where there are not two times before for each."""
    steps = min(int((panel.times < date).sum()) for date in panel.dates)
    if steps < 2:
        raise UsageError(
            f"{steps} time before treatment; expected two or more to try a treatment that did not happen. There is no placebo."
        )
    earlier = {date: panel.times[np.flatnonzero(panel.times < date)[-1] + 1 - (steps // 2)] for date in panel.dates}
    before = panel.time < np.where(panel.treated, panel.since, panel.dates[-1])[panel.unit]
    since = np.array([earlier.get(date, np.inf) for date in panel.since.tolist()])
    return replace(panel, since=since).only(before)


def _within(columns: np.ndarray, unit: np.ndarray) -> np.ndarray:
    """Less the mean of each unit."""
    count = np.bincount(unit)
    sums = np.zeros((len(count), columns.shape[1]))
    np.add.at(sums, unit, columns)
    return columns - (sums / count[:, None])[unit]


def _check(panel: Panel) -> None:
    check_groups(panel)
    if len(panel.dates) > 1:
        dates = ", ".join(f"{date:g}" for date in panel.dates)
        raise UsageError(
            f"Units are treated from {dates}. Two-way fixed effects would take units treated early as controls for those treated late; use group-time averages."
        )
    if not (panel.times < panel.dates[0]).any():
        raise UsageError(f"No time before treatment began at {panel.dates[0]:g}. Expected observations from before.")


def _freedom(panel: Panel) -> float:
    return len(panel.units) - 1


def _sizes(panel: Panel) -> tuple[int, int]:
    return int(panel.treated.sum()), int((~panel.treated).sum())
