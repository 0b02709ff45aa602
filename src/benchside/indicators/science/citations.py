"""Citations of projects' papers."""

from benchside.indicators.base import Indicator
from benchside.indicators.science.cited import KEYS, LIMITS, TABLES, citations


def rows(t):
    return citations(t)


INDICATOR = Indicator(
    id="citations",
    title="Citations",
    family="science",
    question="How often were the publications cited?",
    why="It shows that others took notice; it does not show that they agreed.",
    unit="citations",
    tables=TABLES,
    counts=("project_work", "citation_count"),
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition=(
        "The citations of all papers at the latest census by the date, each paper once. The year is that of "
        "publication, the kind is the database."
    ),
    definition_source="Benchside, after the yearly bibliometric reports for IMI (the first by Thomson Reuters).",
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
