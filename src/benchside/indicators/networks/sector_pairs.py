"""Pairs of organisations by the sectors of the two."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.networks.members import LIMITS, TABLES, meetings


def rows(t):
    met = meetings(t)
    return evidence(met, num=met.pairs, project="project_id", year="year", sector_pair=met.a + " + " + met.b)


INDICATOR = Indicator(
    id="sector_pairs",
    title="Pairs of organisations in projects",
    family="networks",
    question="How many pairs of organisations sit in one project, and of which sectors are the two?",
    why="It shows between which sectors a partnership makes ties, and how many.",
    unit="pairs in projects",
    tables=TABLES,
    counts=("participation",),
    rows=rows,
    reducer="sum",
    keys=("project", "year", "sector_pair"),
    direction="neutral",
    printed="exact",
    variants=("collaborations", "sector_meetings"),
    definition="Pairs of organisations that take part in one project, added up over projects: a pair with two projects in common counts twice.",
    definition_source="Benchside.",
    limits=f"{LIMITS} A project of eighty organisations has 3 160 pairs, one of ten 45: large projects outweigh all others.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
