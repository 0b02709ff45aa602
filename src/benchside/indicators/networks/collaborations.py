"""Who works with whom."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.networks.pairs import LIMITS, TABLES, pairs


def rows(t):
    return evidence(pairs(t), thing="pair", project="project_id")


INDICATOR = Indicator(
    id="collaborations",
    title="Collaborations",
    family="networks",
    question="How many pairs of organisations work together?",
    why="A partnership makes ties that would otherwise not exist.",
    unit="pairs of organisations",
    tables=TABLES,
    counts=("participation",),
    rows=rows,
    reducer="distinct",
    keys=("project",),
    direction="more",
    printed="exact",
    definition="The number of distinct pairs of organisations that take part in at least one project together.",
    definition_source="Benchside.",
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
