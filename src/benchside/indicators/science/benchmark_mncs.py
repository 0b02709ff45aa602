"""Normalised citation impact of comparison groups: the mean."""

from benchside.indicators.base import MILLION, Indicator
from benchside.indicators.science.benchmarked import COUNTS, KEYS, LIMITS, RULE, TABLES, values
from benchside.indicators.science.scored import FEW, SETTLED, SOURCE


def rows(t):
    return values(t, "ncs")


INDICATOR = Indicator(
    id="benchmark_mncs",
    title="Mean normalised citation impact of comparison groups",
    family="science",
    question="How often are the works of a comparison group cited, compared with the world's?",
    why="Two times the world says little until one knows what others reach.",
    unit="world = 1",
    tables=TABLES,
    counts=COUNTS,
    rows=rows,
    reducer="mean",
    keys=KEYS,
    direction="neutral",
    scale=MILLION,
    interval=True,
    printed="decimal2",
    few=FEW,
    companions=("benchmark_median_ncs", "benchmark_top10_share"),
    definition=("The mean over works of a comparison group of the normalised citation score. " + RULE + SETTLED),
    definition_source=SOURCE,
    limits=(LIMITS + " A few much cited works carry the mean."),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
