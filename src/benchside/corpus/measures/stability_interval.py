"""How far a mean moves when the works of a scope are drawn again: a stability interval, not a confidence interval.

It tells of the set of works only; the cells stay as they are.
"""

import sys
from dataclasses import replace
from fractions import Fraction
from math import floor

import numpy as np

from benchside.corpus.catalogue import all_measures
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus
from benchside.errors import UsageError, unknown

SEED = 20200101
"""Drawing starts here each time, so that an interval is the same on every run."""

OWN = ("of", "samples", "coverage")
OTHERS = ("x", "which", "collab_rule", "country_map", "missing_distance", "short_km", "long_km", "unranked")
"""Parameters that are handed to the indicator; one that it does not take is refused."""


def compute(corpus: Corpus, params: Params) -> list[float] | None:
    """The two ends of the interval; None where the indicator is undefined."""
    of, samples, coverage = _settings(params)
    handed = {name: value for name, value in params.extra.items() if name not in OWN}
    for name in set(handed) - set(of.params):
        raise unknown(f"parameter of {of.id}", name, of.params)
    parts = sys.modules[of.compute.__module__].parts(corpus, replace(params, extra=handed))
    rows = corpus.fetch(parts.order_by("work_id"))
    values = _drawn(np.array([r["num"] for r in rows]), np.array([r["den"] for r in rows]), samples)
    if not len(values):
        return None
    tail = (1 - coverage) / 2
    return [float(values[floor(share * len(values))]) for share in (tail, 1 - tail)]


def _drawn(num: np.ndarray, den: np.ndarray, samples: int) -> np.ndarray:
    """The sorted means of samples as large as the scope, drawn with replacement; those of no weight are left out."""
    if not len(num):
        return num
    draw = np.random.default_rng(SEED)
    sums = [(num[i].sum(), den[i].sum()) for i in (draw.integers(len(num), size=len(num)) for _ in range(samples))]
    return np.sort([n / d for n, d in sums if d > 0])


def _settings(params: Params) -> tuple[Measure, int, Fraction]:
    of, samples = params.extra.get("of", "mncs"), params.extra.get("samples", 1000)
    coverage = Fraction(str(params.extra.get("coverage", "0.95")))
    # A ratio of two sums over works says so by a function `parts` that gives both by work.
    means = {name: m for name, m in all_measures().items() if hasattr(sys.modules[m.compute.__module__], "parts")}
    if of not in means:
        raise unknown("indicator with a stability interval", str(of), means)
    if isinstance(samples, bool) or not isinstance(samples, int) or samples < 1 or not 0 < coverage < 1:
        raise UsageError(
            f"samples = {samples}, coverage = {float(coverage)}, expected at least 1 sample and a share between 0 and 1."
        )
    return means[of], samples, coverage


MEASURE = Measure(
    id="stability_interval",
    title="Stability interval",
    formula="the indicator of `samples` samples drawn with replacement, sorted: places ⌊(1-q)/2 · B⌋ and ⌊(1+q)/2 · B⌋, q the `coverage`",
    unit="that of the indicator",
    nulls="works that are left out of the indicator are not drawn; undefined where the indicator is",
    ties="none arise",
    source="CWTS Leiden Ranking (CalcStabilityIntervals)",
    compute=compute,
    params=(*OWN, *OTHERS),
)
