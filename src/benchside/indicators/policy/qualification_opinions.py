"""Qualification opinions."""

from benchside.indicators.base import Indicator
from benchside.indicators.policy.procedures import KEYS, LIMITS, OBTAINED, TABLES, procedures


def rows(t):
    return procedures(t, "qualification_opinion", outcomes=OBTAINED)


INDICATOR = Indicator(
    id="qualification_opinions",
    title="Qualification opinions",
    family="policy",
    question="How many methods did a regulator accept for a stated use?",
    why="It is the strongest thing a regulator says of a method.",
    unit="opinions",
    tables=TABLES,
    counts=("regulatory_procedure",),
    rows=rows,
    reducer="sum",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The number of qualification opinions that were given or came out positive.",
    definition_source=(
        "Benchside, after the European Medicines Agency's outcomes of the qualification of novel methodologies."
    ),
    limits=LIMITS + " Negative, draft and pending opinions are left out.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
