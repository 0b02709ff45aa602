"""Bootstrap intervals, for values that are a mean or ratio over a sample.

The observations are drawn again with replacement, 1 000 times, from a fixed seed; the interval is the middle 95 % of
the values that result. It says how much the value depends on which observations there are, and nothing else. The two sides of a contrast are
drawn each by itself, because neither says how large the other should be.
"""

import numpy as np

from benchside.figures.reduce import TOP
from benchside.indicators.base import Indicator
from benchside.store.reading import Build
from benchside.store.selection import Selection

SAMPLES = 1_000
_CELLS = 4_000_000
"""So many draws are held at once; a trimmed mean holds some arrays of that size."""


def intervals(build: Build, indicator: Indicator, chosen: Selection) -> dict[str | None, tuple[float, float]]:
    """cut → (low, high) in the indicator's unit; cuts with fewer than two observations, or none that defines a value, have none."""
    grouped: dict[str | None, list[tuple[int, int, int, int]]] = {}
    for row in build.query(chosen.observations(total=indicator.reducer == "ratio")):
        grouped.setdefault(row.get("cut"), []).append((row["num"], row["den"], row["weight"], row["times"]))
    several = {cut: rows for cut, rows in grouped.items() if sum(r[3] for r in rows) > 1}
    spans = {cut: _interval(indicator, np.array(rows, dtype=float)) for cut, rows in several.items()}
    return {cut: span for cut, span in spans.items() if span}


def _interval(indicator: Indicator, seen: np.ndarray) -> tuple[float, float] | None:
    """The interval over observations, one row for each (num, den, weight, times); None where no sample has a value."""
    generator = np.random.default_rng(20_080_201)
    drawn = _contrasts if indicator.reducer == "contrast" else _whole
    values = drawn(indicator, generator, seen)
    found = np.sort(values[~np.isnan(values)])
    if not len(found):
        return None
    low, high = found[int(0.025 * len(found))], found[min(int(0.975 * len(found)), len(found) - 1)]
    return float(low) * indicator.per / indicator.scale, float(high) * indicator.per / indicator.scale


def _whole(indicator: Indicator, generator, seen: np.ndarray) -> np.ndarray:
    return _sampled(generator, seen, VALUES[indicator.reducer])


def _contrasts(indicator: Indicator, generator, seen: np.ndarray) -> np.ndarray:
    above, below = seen[seen[:, 1] > 0], seen[seen[:, 1] <= 0]
    if min(above[:, 3].sum(), below[:, 3].sum()) < 2:
        return np.array([np.nan])  # a side of one would be drawn as itself every time
    return _over(_sampled(generator, above, _means), _sampled(generator, below, _means))


def _sampled(generator, seen: np.ndarray, values) -> np.ndarray:
    num, den, weight, times = seen.T
    total = int(times.sum())
    parts = [
        values(generator.multinomial(total, times / total, size=size), num, den, weight) for size in _chunks(len(seen))
    ]
    return np.concatenate(parts)


def _chunks(width: int):
    size = max(1, min(SAMPLES, _CELLS // max(width, 1)))
    return [min(size, SAMPLES - start) for start in range(0, SAMPLES, size)]


def _over(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    return np.divide(above, below, out=np.full(len(above), np.nan), where=below > 0)


def _ratios(draws, num, den, weight) -> np.ndarray:
    return _over(draws @ num, draws @ den)


def _means(draws, num, den, weight) -> np.ndarray:
    return _over(draws @ (num * weight), draws @ weight)


def _medians(draws, num, den, weight) -> np.ndarray:
    order = np.argsort(num)
    upto = np.cumsum(draws[:, order] * weight[order], axis=1)
    whole = upto[:, -1:]
    lower = num[order][(2 * upto >= whole).argmax(axis=1)]
    upper = num[order][(2 * upto > whole).argmax(axis=1)]
    return (lower + upper) / 2


def _means_without_top(draws, num, den, weight) -> np.ndarray:
    order = np.argsort(-num)
    held = draws[:, order] * weight[order]
    upto = np.cumsum(held, axis=1)
    kept = held - np.clip(float(TOP) * upto[:, -1:] - (upto - held), 0, held)
    return _over(kept @ num[order], kept.sum(axis=1))


VALUES = {"ratio": _ratios, "mean": _means, "median": _medians, "mean_without_top": _means_without_top}
"""reducer → the values of many samples, each a row of `draws`: how often every observation was drawn."""
