"""Matched comparison: treated units beside others that are like them, in exact strata or by the propensity to be treated.

What is compared is each unit's mean outcome from the treated unit's time on, less its mean before; where nothing was observed before, the mean after.
"""

import math
from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from benchside.economy.effect import Effect, effect
from benchside.economy.panel import Panel, check_groups
from benchside.economy.propensity import propensity
from benchside.economy.traits import Balance, balance
from benchside.errors import UsageError

STRATA = "matched in strata (coarsened exact)"
NEAREST = "matched by propensity (nearest neighbour)"
CALIPER = 0.2
"""Matches lie within so many standard deviations of the logit of the propensity (Austin 2011, *Pharmaceutical Statistics* 10)."""


@dataclass(frozen=True)
class Matched:
    """The effect on the treated that found a match, and how alike the groups were before and after."""

    effect: Effect
    balance: tuple[Balance, ...]
    unmatched: tuple[str, ...]


def in_strata(panel: Panel) -> Matched:
    """Coarsened exact matching (Iacus, King and Porro 2012, *Political Analysis* 20).

    Words must be the same; numbers are cut into equal parts of their range, as many as Sturges' rule gives. A stratum's controls weigh together as much as
    its treated units. Variance: that of the two weighted means, Σ w²(y − m)² / (Σ w)² and n/(n − 1) times, added.
    """
    _check(panel)
    strata: dict[tuple, list[int]] = defaultdict(list)
    for unit, key in enumerate(zip(*[_cut(values) for values in panel.traits.values()], strict=True)):
        strata[key].append(unit)
    weights = np.zeros(len(panel.units))
    pairs: dict[int, list[int]] = {}
    for members in strata.values():
        ours, others = [u for u in members if panel.treated[u]], [u for u in members if not panel.treated[u]]
        if ours and others:
            weights[ours], weights[others] = 1, len(ours) / len(others)
            pairs |= dict.fromkeys(ours, others)
    return _weighed(panel, pairs, weights)


def _weighed(panel: Panel, pairs: dict[int, list[int]], weights: np.ndarray) -> Matched:
    _check_matched(len(pairs))
    changes = _changes(panel)
    ours = np.array(sorted(pairs))
    theirs = np.array(sorted({u for others in pairs.values() for u in others}))
    treated = np.array([changes[float(panel.since[u])][u] for u in ours])
    # Controls have a change for every date of the treated units they stand beside; each is their mean over these.
    sums, met = np.zeros(len(panel.units)), np.zeros(len(panel.units))
    for unit, others in pairs.items():
        sums[others] += changes[float(panel.since[unit])][others]
        met[others] += 1
    controls, heavy = sums[theirs] / met[theirs], weights[theirs]
    estimate = float(treated.mean() - np.average(controls, weights=heavy))
    error = math.sqrt(_variance(treated, np.ones(len(treated))) + _variance(controls, heavy))
    found = effect(STRATA, estimate, error, len(ours) + len(theirs) - 2, len(ours), len(theirs), "the choice of matches is taken as given")  # fmt: skip
    return Matched(found, balance(panel, weights), _unmatched(panel, set(pairs)))


def _variance(values: np.ndarray, weights: np.ndarray) -> float:
    """Of a weighted mean: Σ w²(y − m)² / (Σ w)², n/(n − 1) times."""
    if len(values) < 2:
        raise UsageError("One control stands beside all matched units; expected two or more. Match by fewer columns.")
    rest = values - np.average(values, weights=weights)
    return float((weights**2 * rest**2).sum() / weights.sum() ** 2 * len(values) / (len(values) - 1))


def by_propensity(panel: Panel, caliper: float = CALIPER) -> Matched:
    """One control for each treated unit, the nearest on the logit within the caliper, each control once.

    Treated units choose in the order of their propensity, the highest first, because for them there are fewest controls; ties by the
    order of names. Error: of the mean of paired differences, matching taken as given.
    """
    _check(panel)
    logit = propensity(panel)
    reach = caliper * math.sqrt((logit[panel.treated].var(ddof=1) + logit[~panel.treated].var(ddof=1)) / 2)
    # Controls stand in the order of their names, so that of several as near the first is taken.
    free = np.where(panel.treated, np.nan, logit)
    pairs: dict[int, int] = {}
    for unit in sorted(np.flatnonzero(panel.treated), key=lambda u: (-logit[u], u)):
        apart = np.abs(free - logit[unit])
        if not np.isnan(apart).all() and np.nanmin(apart) <= reach:
            pairs[int(unit)] = nearest = int(np.nanargmin(apart))
            free[nearest] = np.nan
    return _paired(panel, pairs)


def _paired(panel: Panel, pairs: dict[int, int]) -> Matched:
    _check_matched(len(pairs))
    changes, weights = _changes(panel), np.zeros(len(panel.units))
    apart = np.array([changes[panel.since[u]][u] - changes[panel.since[u]][other] for u, other in pairs.items()])
    weights[[*pairs, *pairs.values()]] = 1
    error = float(apart.std(ddof=1) / math.sqrt(len(apart)))
    found = effect(NEAREST, float(apart.mean()), error, len(apart) - 1, len(apart), len(apart), "the choice of matches is taken as given")  # fmt: skip
    return Matched(found, balance(panel, weights), _unmatched(panel, set(pairs)))


def _changes(panel: Panel) -> dict[float, np.ndarray]:
    """date → for each unit the mean from the date on less that before it; the mean from it on where the panel has no time before."""
    table, found = panel.table(), {}
    for date in panel.dates:
        after, before = panel.times >= date, panel.times < date
        found[date] = _means(table[:, after]) - (_means(table[:, before]) if before.any() else 0)
    return found


def _means(table: np.ndarray) -> np.ndarray:
    count = np.isfinite(table).sum(axis=1)
    return np.divide(np.nansum(table, axis=1), count, out=np.full(len(table), np.nan), where=count > 0)


def _cut(values: np.ndarray) -> np.ndarray:
    """The stratum of each value."""
    if not np.issubdtype(values.dtype, np.number) or len(np.unique(values)) <= 2:
        return values
    parts = math.ceil(math.log2(len(values)) + 1)
    low, high = values.min(), values.max()
    return np.minimum(((values - low) / (high - low) * parts).astype(int), parts - 1)


def comparable(panel: Panel) -> Panel:
    """The units whose change is known for every date it is asked for; those left out are told."""
    changes = _changes(panel)
    own = np.array([np.isfinite(changes[s][u]) if s in changes else True for u, s in enumerate(panel.since.tolist())])
    others = np.all([np.isfinite(change) for change in changes.values()], axis=0)
    known = np.where(panel.treated, own, others)
    return panel if known.all() else panel.only(known[panel.unit])


def _check(panel: Panel) -> None:
    check_groups(panel)
    if not panel.traits:
        raise UsageError("No column to match by. Name one or more with --match.")


def _check_matched(count: int) -> None:
    if count < 2:
        raise UsageError(
            f"{count} treated units found a match; expected two or more. Match by fewer or coarser columns."
        )


def _unmatched(panel: Panel, matched: set[int]) -> tuple[str, ...]:
    return tuple(panel.units[u] for u in np.flatnonzero(panel.treated) if int(u) not in matched)
