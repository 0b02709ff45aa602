"""Drug targets."""

from benchside.indicators.base import Indicator
from benchside.indicators.outputs.stages import KEYS, LIMITS, TABLES, counted, of_kinds


def rows(t):
    return counted(of_kinds(t, "target"))


INDICATOR = Indicator(
    id="drug_targets",
    title="Drug targets",
    family="outputs",
    question="How many drug targets were identified or are being validated?",
    why="A validated target is where the search for a medicine can begin.",
    unit="drug targets",
    tables=TABLES,
    counts=("asset",),
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The number of drug targets whose furthest stage is identified or later.",
    definition_source="Benchside; IMI's brochure of 2015 prints such a number without a definition.",
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
