"""How much of the papers the scores cover."""

from benchside.indicators.base import Indicator
from benchside.indicators.science.scored import KEYS, LIMITS, RULE, SOURCE, TABLES, covered


def rows(t):
    return covered(t)


INDICATOR = Indicator(
    id="score_coverage",
    title="Share of citable publications with a score",
    family="science",
    question="How much of the citable work do the citation figures speak of?",
    why="Papers that are left out are seldom left out by chance.",
    unit="share",
    tables=TABLES,
    counts=("project_work", "work_score"),
    rows=rows,
    reducer="mean",
    keys=KEYS,
    direction="more",
    interval=False,
    printed="percent1",
    definition=(
        "The share of citable papers of projects, of whatever age, that have a normalised citation score. " + RULE
    ),
    definition_source=SOURCE,
    limits=LIMITS + " Where no paper has a score there is no method to speak of, and so no value.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
