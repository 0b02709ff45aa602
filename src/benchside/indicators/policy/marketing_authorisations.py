"""Marketing authorisations."""

from benchside.indicators.base import Indicator
from benchside.indicators.policy.procedures import KEYS, LIMITS, OBTAINED, TABLES, procedures


def rows(t):
    return procedures(t, "marketing_authorisation", outcomes=OBTAINED)


INDICATOR = Indicator(
    id="marketing_authorisations",
    title="Marketing authorisations",
    family="policy",
    question="How many products were authorised?",
    why="Authorised products can reach patients.",
    unit="authorisations",
    tables=TABLES,
    counts=("regulatory_procedure",),
    rows=rows,
    reducer="sum",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The number of marketing authorisations that were given, by any authority.",
    definition_source="Benchside.",
    limits=(
        LIMITS
        + " One product authorised by two authorities is two authorisations. An authorisation does not show how much "
        "of it is owed to the project."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
