"""Works of comparison groups that nobody has cited."""

from benchside.indicators.base import Indicator
from benchside.indicators.science.benchmarked import COUNTS, KEYS, LIMITS, RULE, TABLES, values
from benchside.indicators.science.scored import FEW, SETTLED, SOURCE


def rows(t):
    return values(t, "citations", num=lambda citations: (citations == 0).cast("int64"))


INDICATOR = Indicator(
    id="benchmark_uncited_share",
    title="Share of uncited works of comparison groups",
    family="science",
    question="How many works of a comparison group has nobody cited?",
    why="It is what a programme's own share must be held against.",
    unit="share",
    tables=TABLES,
    counts=COUNTS,
    rows=rows,
    reducer="mean",
    keys=KEYS,
    direction="neutral",
    interval=True,
    printed="percent1",
    few=FEW,
    definition=(
        "The share of works of a comparison group with no citation, among those whose citations the score "
        "counts. " + RULE + SETTLED
    ),
    definition_source=SOURCE,
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
