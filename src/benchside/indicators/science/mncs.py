"""Normalised citation impact: the mean."""

from benchside.indicators.base import MILLION, Indicator
from benchside.indicators.science.scored import FEW, KEYS, LIMITS, RULE, SETTLED, SOURCE, TABLES, values


def rows(t):
    return values(t, "ncs")


INDICATOR = Indicator(
    id="mncs",
    title="Mean normalised citation impact",
    family="science",
    question="How often are the publications cited, compared with the world's of the same field, year and type?",
    why="It is the citation impact that programmes print, and the only one that lets fields and years stand together.",
    unit="world = 1",
    tables=TABLES,
    counts=("project_work", "work_score"),
    rows=rows,
    reducer="mean",
    keys=KEYS,
    direction="more",
    scale=MILLION,
    interval=True,
    printed="decimal2",
    few=FEW,
    companions=("median_ncs", "top10_share", "mncs_without_top1"),
    definition=(
        "The mean over papers of the normalised citation score. A paper's normalised citation score is its "
        "citations over those expected of works of the same field, year and type; the world's mean is 1. "
        + RULE
        + SETTLED
    ),
    definition_source=SOURCE,
    limits=(
        LIMITS + " A few much cited papers carry the mean, so it is never shown without the median, the share in the "
        "top 10 % and the mean without the top 1 %."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
