"""Normalised citation impact of comparison groups: the work in the middle."""

from benchside.indicators.base import MILLION, Indicator
from benchside.indicators.science.benchmarked import COUNTS, KEYS, LIMITS, RULE, TABLES, values
from benchside.indicators.science.scored import FEW, SETTLED, SOURCE


def rows(t):
    return values(t, "ncs")


INDICATOR = Indicator(
    id="benchmark_median_ncs",
    title="Median normalised citation impact of comparison groups",
    family="science",
    question="How often is the work in the middle of a comparison group cited, compared with the world's mean?",
    why="It is what a programme's median must be held against, as the world's median is not 1.",
    unit="world mean = 1",
    tables=TABLES,
    counts=COUNTS,
    rows=rows,
    reducer="median",
    keys=KEYS,
    direction="neutral",
    scale=MILLION,
    interval=True,
    printed="decimal2",
    few=FEW,
    definition=(
        "The median over works of a comparison group of the normalised citation score; where half of the "
        "works end between two, their mean. " + RULE + SETTLED
    ),
    definition_source=SOURCE,
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
