"""Results that others can use."""

from benchside.indicators.base import Indicator
from benchside.indicators.outputs.stages import KEYS, LIMITS, TABLES, counted, results


def rows(t):
    return counted(results(t))


INDICATOR = Indicator(
    id="assets",
    title="Assets",
    family="outputs",
    question="How many results came out that others can use?",
    why="Tools, data and standards outlive the projects that made them.",
    unit="assets",
    tables=TABLES,
    counts=("asset",),
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition=(
        "The number of assets recorded that have come into being and were not given up, of every kind and stage."
    ),
    definition_source="Benchside.",
    limits=LIMITS + " Networks, training programmes and bodies recorded as assets are among them.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
