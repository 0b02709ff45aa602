"""Qualification advice."""

from benchside.indicators.base import Indicator
from benchside.indicators.policy.procedures import KEYS, LIMITS, OBTAINED, TABLES, procedures


def rows(t):
    return procedures(t, "qualification_advice", outcomes=OBTAINED)


INDICATOR = Indicator(
    id="qualification_advice",
    title="Qualification advice given",
    family="policy",
    question="How often did a regulator give qualification advice?",
    why="It is the first step towards a method that regulators accept.",
    unit="procedures",
    tables=TABLES,
    counts=("regulatory_procedure",),
    rows=rows,
    reducer="sum",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The number of qualification advices that were given or came out positive.",
    definition_source=(
        "Benchside, after the European Medicines Agency's outcomes of the qualification of novel methodologies."
    ),
    limits=LIMITS + " Advice is usually not published, so many records are confidential or missing.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
