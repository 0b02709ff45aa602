"""Tools, imaging techniques and software."""

from benchside.indicators.base import Indicator
from benchside.indicators.outputs.stages import KEYS, LIMITS, TABLES, counted, of_kinds


def rows(t):
    return counted(of_kinds(t, "tool", "imaging", "software"))


INDICATOR = Indicator(
    id="tools",
    title="Tools",
    family="outputs",
    question="How many tools, imaging techniques and pieces of software came out?",
    why="A tool is used again wherever the same question is asked.",
    unit="tools",
    tables=TABLES,
    counts=("asset",),
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition=(
        "The number of assets that are tools or methods, imaging techniques, or software, at any stage from "
        "identified on."
    ),
    definition_source="Benchside; IMI's brochure of 2015 prints such a number without a definition.",
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
