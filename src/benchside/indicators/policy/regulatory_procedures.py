"""Steps with authorities."""

from benchside.indicators.base import Indicator
from benchside.indicators.policy.procedures import KEYS, LIMITS, TABLES, procedures


def rows(t):
    return procedures(t)


INDICATOR = Indicator(
    id="regulatory_procedures",
    title="Regulatory procedures",
    family="policy",
    question="How many steps were taken with regulators?",
    why="A result changes medicines only once regulators accept it.",
    unit="procedures",
    tables=TABLES,
    counts=("regulatory_procedure",),
    rows=rows,
    reducer="sum",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The number of recorded steps with authorities, of every kind and outcome. The state is the outcome.",
    definition_source="Benchside.",
    limits=LIMITS + " Requested, pending and negative steps are among them; cut by state to tell them apart.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
