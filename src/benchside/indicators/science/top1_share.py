"""Papers among the world's most cited hundredth."""

from benchside.indicators.base import MILLION, Indicator
from benchside.indicators.science.scored import FEW, KEYS, LIMITS, RULE, SETTLED, SOURCE, TABLES, values


def rows(t):
    return values(t, "top1")


INDICATOR = Indicator(
    id="top1_share",
    title="Share of publications in the world's top 1 %",
    family="science",
    question="How many of the publications belong to the most cited hundredth of their field, year and type?",
    why="It shows whether there is work that everybody in the field took notice of.",
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
        "The mean over papers of how much of each lies in the most cited 1 % of works of its fields, year and "
        "type; papers at the limit count in part, so that the world's share is exactly 1 %. " + RULE + SETTLED
    ),
    definition_source=SOURCE,
    limits=(LIMITS + " It rests on few papers even in large programmes: read it with its interval."),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
