"""Papers with a score."""

from benchside.indicators.base import Indicator
from benchside.indicators.science.scored import KEYS, LIMITS, RULE, SOURCE, TABLES, counted, scored


def rows(t):
    return counted(scored(t, "ncs"))


INDICATOR = Indicator(
    id="scored_papers",
    title="Publications with a normalised citation score",
    family="science",
    question="On how many publications can the citation figures rest?",
    why="A mean without the number of papers behind it cannot be judged.",
    unit="publications",
    tables=TABLES,
    counts=("project_work", "work_score"),
    rows=rows,
    reducer="distinct",
    keys=KEYS,
    direction="neutral",
    printed="exact",
    definition=("The number of papers of projects that have a normalised citation score, of whatever age. " + RULE),
    definition_source=SOURCE,
    limits=LIMITS + " Papers too young to enter a mean are counted here.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
