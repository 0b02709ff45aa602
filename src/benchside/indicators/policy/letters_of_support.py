"""Letters of support."""

from benchside.indicators.base import Indicator
from benchside.indicators.policy.procedures import KEYS, LIMITS, OBTAINED, TABLES, procedures


def rows(t):
    return procedures(t, "letter_of_support", outcomes=OBTAINED)


INDICATOR = Indicator(
    id="letters_of_support",
    title="Letters of support",
    family="policy",
    question="How many letters of support did regulators write?",
    why="A letter says that a method is promising and asks for more data.",
    unit="letters",
    tables=TABLES,
    counts=("regulatory_procedure",),
    rows=rows,
    reducer="sum",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The number of letters of support that were given.",
    definition_source=(
        "Benchside, after the European Medicines Agency's outcomes of the qualification of novel methodologies."
    ),
    limits=LIMITS + " A letter is no acceptance, and is published only where the applicant agrees.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
