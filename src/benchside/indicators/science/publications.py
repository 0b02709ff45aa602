"""Papers of projects."""

from benchside.indicators.base import Indicator
from benchside.indicators.science.papers import KEYS, LIMITS, TABLES, counted, papers


def rows(t):
    return counted(papers(t))


INDICATOR = Indicator(
    id="publications",
    title="Publications",
    family="science",
    question="How many publications came out of the projects?",
    why="They are the part of the work that is open to everybody's judgement.",
    unit="publications",
    tables=TABLES,
    counts=("project_work",),
    rows=rows,
    reducer="distinct",
    keys=KEYS,
    direction="more",
    printed="exact",
    variants=("reported_publications",),
    definition=(
        "The number of distinct works attributed to at least one project, of every type. The year is that of "
        "publication."
    ),
    definition_source="Benchside, after the yearly bibliometric reports for IMI (the first by Thomson Reuters).",
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
