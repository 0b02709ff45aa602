"""Citations for each paper."""

from benchside.indicators.base import Indicator
from benchside.indicators.science.cited import KEYS, LIMITS, TABLES, citations


def rows(t):
    return citations(t)


INDICATOR = Indicator(
    id="citations_per_publication",
    title="Citations per publication",
    family="science",
    question="How often is a publication cited on average?",
    why="It is the raw citation impact that reports print.",
    unit="citations per publication",
    tables=TABLES,
    counts=("project_work", "citation_count"),
    rows=rows,
    reducer="mean",
    keys=KEYS,
    direction="more",
    interval=True,
    printed="decimal2",
    companions=("uncited_share",),
    definition=(
        "The mean, over papers whose citations were counted, of their citations at the latest census by the date, "
        "each paper once."
    ),
    definition_source=(
        "Benchside, after the yearly bibliometric reports for IMI (the first by Thomson Reuters), where it is "
        "called raw citation impact."
    ),
    limits=(
        LIMITS
        + " A few much cited papers carry the mean, so it should never stand alone. A paper nobody has cited counts "
        "only where a database says nought."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
