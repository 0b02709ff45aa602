"""Papers among the world's most cited tenth."""

from benchside.indicators.base import MILLION, Indicator
from benchside.indicators.science.scored import FEW, KEYS, LIMITS, RULE, SETTLED, SOURCE, TABLES, values


def rows(t):
    return values(t, "top10")


INDICATOR = Indicator(
    id="top10_share",
    title="Share of publications in the world's top 10 %",
    family="science",
    question="How many of the publications belong to the most cited tenth of their field, year and type?",
    why="It speaks of excellence without letting one paper count for a hundred.",
    unit="share",
    tables=TABLES,
    counts=("project_work", "work_score"),
    rows=rows,
    reducer="mean",
    keys=KEYS,
    direction="more",
    scale=MILLION,
    interval=True,
    printed="percent1",
    few=FEW,
    definition=(
        "The mean over papers of how much of each lies in the most cited 10 % of works of its fields, year "
        "and type; papers at the limit count in part, so that the world's share is exactly 10 %. " + RULE + SETTLED
    ),
    definition_source=SOURCE,
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
