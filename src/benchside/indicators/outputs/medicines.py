"""Medicines, vaccines and diagnostics."""

from benchside.indicators.base import Indicator
from benchside.indicators.outputs.stages import KEYS, LIMITS, TABLES, counted, of_kinds


def rows(t):
    return counted(of_kinds(t, "medicine"))


INDICATOR = Indicator(
    id="medicines",
    title="Medicines, vaccines and diagnostics",
    family="outputs",
    question="How many medicines, vaccines and diagnostics came out?",
    why="They are what reaches patients.",
    unit="products",
    tables=TABLES,
    counts=("asset",),
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The number of medicines, vaccines and diagnostics, at any stage from identified on.",
    definition_source="Benchside.",
    limits=LIMITS + " Most are candidates; cut by stage, and see marketing authorisations.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
