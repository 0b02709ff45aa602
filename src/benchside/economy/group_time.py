"""Difference-in-differences where treatment begins at different times: averages by group and time.

Callaway and Sant'Anna (2021), *Journal of Econometrics* 225: units treated from one time are a group; at each time the change of its mean since the last
time before its treatment is set against the change of the units that are never treated. Two-way fixed effects are not used here, because they
also take units treated early as controls for those treated late, and can turn the sign (Goodman-Bacon 2021, same issue). Groups are weighted by
their units, whose numbers are taken as given. Errors from each unit's part in the averages, G/(G − 1) times, with units independent of each other; intervals by
Student's distribution with G − 1 degrees of freedom. Units not observed at one of two times are in no change between them.
"""

from dataclasses import dataclass

import numpy as np

from benchside.economy.effect import Effect, Study, effect, moment, pre_trend, reference
from benchside.economy.panel import Panel, check_groups
from benchside.errors import UsageError

METHOD = "difference-in-differences by group-time averages, never-treated controls"


@dataclass(frozen=True)
class Cell:
    """One group at one time: the difference, each unit's part in its error (summing to nought), and how many of the group were observed."""

    group: float
    time: float
    base: float
    estimate: float
    parts: np.ndarray
    units: int

    @property
    def since(self) -> float:
        """Time since treatment began."""
        return self.time - self.group

    @property
    def error(self) -> float:
        """The error of this cell alone."""
        return error_of(self.parts)


def error_of(parts: np.ndarray) -> float:
    """From the parts of independent units."""
    return float(np.sqrt((parts**2).sum() * len(parts) / (len(parts) - 1)))


def cells(panel: Panel) -> list[Cell]:
    """Every group at every time but its last before treatment, where two of the group and two controls were observed at both."""
    check_groups(panel)
    table, times = panel.table(), panel.times
    found = []
    for group in panel.dates:
        before = np.flatnonzero(times < group)
        if len(before):
            base = int(before[-1])
            made = (_cell(panel, table, group, base, at) for at in range(len(times)) if at != base)
            found += [cell for cell in made if cell is not None]
    if not any(cell.since >= 0 for cell in found):
        raise UsageError(
            "No group of units was observed both before and after its treatment together with controls; expected two units of each."
        )
    return found


def _cell(panel: Panel, table: np.ndarray, group: float, base: int, at: int) -> Cell | None:
    change = table[:, at] - table[:, base]
    observed = np.isfinite(change)
    ours, others = observed & (panel.since == group), observed & ~panel.treated
    if ours.sum() < 2 or others.sum() < 2:
        return None
    parts = np.zeros(len(panel.units))
    parts[ours] = (change[ours] - change[ours].mean()) / ours.sum()
    parts[others] = -(change[others] - change[others].mean()) / others.sum()
    estimate = float(change[ours].mean() - change[others].mean())
    return Cell(group, float(panel.times[at]), float(panel.times[base]), estimate, parts, int(ours.sum()))


def difference(panel: Panel) -> Effect:
    """The mean over all groups and times after treatment began, each group at a time weighted by its units."""
    after = [cell for cell in cells(panel) if cell.since >= 0]
    estimate, parts = _average(after)
    groups = len({cell.group for cell in after})
    return effect(
        METHOD, estimate, error_of(parts), len(panel.units) - 1, int(panel.treated.sum()), int((~panel.treated).sum()),
        f"averages of {groups} group{'s' if groups > 1 else ''} at {len(after)} times after treatment",
    )  # fmt: skip


def event_study(panel: Panel) -> Study:
    """The mean over groups at each time since treatment began, each weighted by its units."""
    found, freedom = cells(panel), len(panel.units) - 1
    bases = {cell.base - cell.group for cell in found}
    told, parts = [], {}
    for since in sorted({cell.since for cell in found}):
        estimate, parts[since] = _average([cell for cell in found if cell.since == since])
        told.append(moment(since, estimate, error_of(parts[since]), freedom))
    told += [reference(since) for since in bases if since not in parts]
    before = [m for m in told if m.since < 0 and not m.is_reference]
    size = len(panel.units)
    stacked = np.array([parts[m.since] for m in before]).reshape(len(before), size)
    covariance = stacked @ stacked.T * size / (size - 1)
    test = pre_trend(np.array([m.estimate for m in before]), covariance, freedom)
    return Study(METHOD, tuple(sorted(told, key=lambda m: m.since)), test)


def _average(found: list[Cell]) -> tuple[float, np.ndarray]:
    weights = np.array([cell.units for cell in found], dtype=float)
    weights /= weights.sum()
    estimate = float(weights @ np.array([cell.estimate for cell in found]))
    return estimate, weights @ np.array([cell.parts for cell in found])
