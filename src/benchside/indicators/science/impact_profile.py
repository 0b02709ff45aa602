"""Papers by how far they are cited above or below the world."""

from benchside.indicators.base import Indicator
from benchside.indicators.science.scored import (
    KEYS,
    LIMITS,
    RULE,
    SETTLED,
    TABLES,
    band,
    counted,
    scored,
    settled,
)


def rows(t):
    found = settled(scored(t, "ncs"))
    return counted(found, kind=band(found.ncs))


INDICATOR = Indicator(
    id="impact_profile",
    title="Publications by band of citation impact",
    family="science",
    question="How is citation impact spread over the publications?",
    why="It shows at once what a mean hides: how many papers are not cited, and how many are far ahead.",
    unit="publications",
    tables=TABLES,
    counts=("project_work", "work_score"),
    rows=rows,
    reducer="distinct",
    keys=KEYS,
    direction="neutral",
    printed="exact",
    definition=(
        "The number of papers in each band of the normalised citation score, cut by kind (the band): 0, up to "
        "1/8, 1/4, 1/2, 1, "
        "2, 4 and 8, the upper end included, and above 8; the world's mean is 1. " + RULE + SETTLED
    ),
    definition_source="Benchside, after the impact profiles of the yearly bibliometric reports for IMI (the first by Thomson Reuters).",
    limits=LIMITS + " The bands hold the papers of the mean beside them; those without a score are in none.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
