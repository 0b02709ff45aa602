"""Standards, guidelines and definitions."""

from benchside.indicators.base import Indicator
from benchside.indicators.outputs.stages import KEYS, LIMITS, TABLES, counted, of_kinds


def rows(t):
    return counted(of_kinds(t, "standard"))


INDICATOR = Indicator(
    id="standards",
    title="Standards",
    family="outputs",
    question="How many standards, guidelines, definitions and recommendations came out?",
    why="What is measured in the same way everywhere can be compared.",
    unit="standards",
    tables=TABLES,
    counts=("asset",),
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition=(
        "The number of standards, guidelines, definitions and recommendations, at any stage from identified on."
    ),
    definition_source="Benchside.",
    limits=LIMITS + " Not each of them has been adopted by anybody; cut by stage to see.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
