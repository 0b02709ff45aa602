"""Biomarkers on their way."""

from benchside.indicators.base import Indicator
from benchside.indicators.outputs.stages import KEYS, LIMITS, NOT_YET_IN_USE, TABLES, counted, of_kinds


def rows(t):
    return counted(of_kinds(t, "biomarker", stages=NOT_YET_IN_USE))


INDICATOR = Indicator(
    id="biomarkers",
    title="Biomarkers identified or under validation",
    family="outputs",
    question="How many biomarkers have been identified or are being validated?",
    why="They are meant to tell earlier which patients a medicine will help.",
    unit="biomarkers",
    tables=TABLES,
    counts=("asset",),
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition=(
        "The number of biomarkers whose furthest stage is identified or later and short of use. One that was "
        "validated counts once, at its furthest stage."
    ),
    definition_source="Benchside; IMI's brochure of 2015 prints such a number without a definition.",
    limits=LIMITS + " Biomarkers in use are not here; see assets in use.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
