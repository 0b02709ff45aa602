"""Bootstrap intervals, for values that are a mean or ratio over a sample.

The observations are drawn again with replacement, 1 000 times, from a fixed seed; the interval is the middle 95 % of
the values that result. It says how much the value depends on which observations there are, and nothing else.
"""

import numpy as np

from benchside.indicators.base import Indicator
from benchside.store.reading import Build
from benchside.store.selection import Selection

SAMPLES = 1_000
_CELLS = 20_000_000


def intervals(build: Build, indicator: Indicator, chosen: Selection) -> dict[str | None, tuple[float, float]]:
    """cut → (low, high) in the indicator's unit; cuts with fewer than two observations have none."""
    grouped: dict[str | None, list[tuple[int, int, int]]] = {}
    for row in build.query(chosen.observations(total=indicator.reducer == "ratio")):
        grouped.setdefault(row.get("cut"), []).append((row["num"], row["den"], row["times"]))
    return {
        k: _interval(indicator, np.array(v, dtype=np.int64)) for k, v in grouped.items() if sum(r[2] for r in v) > 1
    }


def _interval(indicator: Indicator, pairs: np.ndarray) -> tuple[float, float]:
    num, den, times = pairs[:, 0].astype(float), pairs[:, 1].astype(float), pairs[:, 2]
    generator, total, values = np.random.default_rng(20_080_201), int(times.sum()), []
    for size in _chunks(len(pairs)):
        draws = generator.multinomial(total, times / total, size=size)
        values.append(_values(indicator, draws, num, den, total))
    found = np.sort(np.concatenate(values)[~np.isnan(np.concatenate(values))])
    low, high = found[int(0.025 * len(found))], found[min(int(0.975 * len(found)), len(found) - 1)]
    return float(low) * indicator.per / indicator.scale, float(high) * indicator.per / indicator.scale


def _chunks(width: int):
    size = max(1, min(SAMPLES, _CELLS // max(width, 1)))
    return [min(size, SAMPLES - start) for start in range(0, SAMPLES, size)]


def _values(indicator: Indicator, draws: np.ndarray, num: np.ndarray, den: np.ndarray, total: int) -> np.ndarray:
    if indicator.reducer == "ratio":
        below = draws @ den
        return np.divide(draws @ num, below, out=np.full(len(draws), np.nan), where=below > 0)
    if indicator.reducer == "mean":
        return draws @ num / total
    order = np.argsort(num)
    upto = np.cumsum(draws[:, order], axis=1)
    lower = num[order][(upto > (total - 1) // 2).argmax(axis=1)]
    upper = num[order][(upto > total // 2).argmax(axis=1)]
    return (lower + upper) / 2
