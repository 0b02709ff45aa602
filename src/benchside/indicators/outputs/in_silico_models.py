"""Models in the computer."""

from benchside.indicators.base import Indicator
from benchside.indicators.outputs.stages import DEVELOPED, KEYS, LIMITS, TABLES, counted, of_kinds


def rows(t):
    return counted(of_kinds(t, "in_silico_model", stages=DEVELOPED))


INDICATOR = Indicator(
    id="in_silico_models",
    title="In silico models developed",
    family="outputs",
    question="How many in silico models were developed?",
    why="They predict effects from what is already known, before anything is tried.",
    unit="in silico models",
    tables=TABLES,
    counts=("asset",),
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The number of in silico models whose furthest stage is developed or later.",
    definition_source="Benchside; IMI's brochure of 2015 prints such a number without a definition.",
    limits=LIMITS + " Models whose sort is not stated are not here.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
