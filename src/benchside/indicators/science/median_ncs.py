"""Normalised citation impact: the paper in the middle."""

from benchside.indicators.base import MILLION, Indicator
from benchside.indicators.science.scored import FEW, KEYS, LIMITS, RULE, SETTLED, SOURCE, TABLES, values


def rows(t):
    return values(t, "ncs")


INDICATOR = Indicator(
    id="median_ncs",
    title="Median normalised citation impact",
    family="science",
    question="How often is the publication in the middle cited, compared with the world's mean?",
    why="Half of the papers lie below it; no single paper can move it far.",
    unit="world mean = 1",
    tables=TABLES,
    counts=("project_work", "work_score"),
    rows=rows,
    reducer="median",
    keys=KEYS,
    direction="more",
    scale=MILLION,
    interval=True,
    printed="decimal2",
    few=FEW,
    definition=(
        "The median over papers of the normalised citation score; where half of the weight ends between two "
        "papers, their mean. A paper's normalised citation score is its citations over those expected of "
        "works of the same field, year and type; the world's mean is 1. " + RULE + SETTLED
    ),
    definition_source=SOURCE,
    limits=(LIMITS + " The world's own median lies well below 1, because most works are cited less than the mean."),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
