"""Normalised citation impact without the most cited papers."""

from benchside.indicators.base import MILLION, Indicator
from benchside.indicators.science.scored import FEW, KEYS, LIMITS, RULE, SETTLED, SOURCE, TABLES, values


def rows(t):
    return values(t, "ncs")


INDICATOR = Indicator(
    id="mncs_without_top1",
    title="Mean normalised citation impact without the top 1 %",
    family="science",
    question="How much of the citation impact is left without the most cited hundredth of the papers?",
    why="It shows whether a mean is the work of many papers or of a handful.",
    unit="world = 1",
    tables=TABLES,
    counts=("project_work", "work_score"),
    rows=rows,
    reducer="mean_without_top",
    keys=KEYS,
    direction="more",
    scale=MILLION,
    interval=True,
    printed="decimal2",
    few=FEW,
    companions=("mncs", "median_ncs", "top10_share"),
    definition=(
        "The mean over papers of the normalised citation score after the hundredth part of the papers with "
        "the highest scores is taken away: 0.01 · n papers exactly, the paper at the limit in part, so that "
        "the value has no jump. A paper's normalised citation score is its citations over those expected of "
        "works of the same field, year and type; the world's mean is 1. " + RULE + SETTLED
    ),
    definition_source=SOURCE,
    limits=(LIMITS + " Its world value is below 1, because the world's papers are not trimmed."),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
