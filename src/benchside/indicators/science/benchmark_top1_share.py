"""Works of comparison groups among the world's most cited hundredth."""

from benchside.indicators.base import MILLION, Indicator
from benchside.indicators.science.benchmarked import COUNTS, KEYS, LIMITS, RULE, TABLES, values
from benchside.indicators.science.scored import FEW, SETTLED, SOURCE


def rows(t):
    return values(t, "top1")


INDICATOR = Indicator(
    id="benchmark_top1_share",
    title="Share of works of comparison groups in the world's top 1 %",
    family="science",
    question="How many works of a comparison group belong to the most cited hundredth of their field, year and type?",
    why="It is what a programme's own share must be held against.",
    unit="share",
    tables=TABLES,
    counts=COUNTS,
    rows=rows,
    reducer="mean",
    keys=KEYS,
    direction="neutral",
    scale=MILLION,
    interval=True,
    printed="percent1",
    few=FEW,
    definition=(
        "The mean over works of a comparison group of how much of each lies in the most cited 1 % of works of "
        "its fields, year and type; works at the limit count in part. " + RULE + SETTLED
    ),
    definition_source=SOURCE,
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
