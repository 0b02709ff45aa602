"""Databases and data sets."""

from benchside.indicators.base import Indicator
from benchside.indicators.outputs.stages import KEYS, LIMITS, TABLES, counted, of_kinds


def rows(t):
    return counted(of_kinds(t, "database"))


INDICATOR = Indicator(
    id="databases",
    title="Databases",
    family="outputs",
    question="How many databases and data sets came out?",
    why="Pooled data answer questions that no partner's own data could.",
    unit="databases",
    tables=TABLES,
    counts=("asset",),
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The number of databases and data sets, at any stage from identified on.",
    definition_source="Benchside.",
    limits=LIMITS + " Biobanks, cohorts and registries are other kinds.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
