"""Cohorts and registries."""

from benchside.indicators.base import Indicator
from benchside.indicators.outputs.stages import KEYS, LIMITS, TABLES, counted, of_kinds


def rows(t):
    return counted(of_kinds(t, "cohort"))


INDICATOR = Indicator(
    id="cohorts",
    title="Cohorts and registries",
    family="outputs",
    question="How many cohorts and registries of people were set up or extended?",
    why="They can be followed long after the project has ended.",
    unit="cohorts",
    tables=TABLES,
    counts=("asset",),
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The number of cohorts and registries, at any stage from identified on.",
    definition_source=(
        "Benchside; a published overview of 2020 by the European industry federation counts cohorts and registries "
        "together."
    ),
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
