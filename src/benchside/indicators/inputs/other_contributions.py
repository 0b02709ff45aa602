"""Money that is neither public, industry in kind nor an associated partner's."""

from benchside.indicators.base import Indicator
from benchside.indicators.inputs.ledger import LIMITS, TABLES, paid


def rows(t):
    return paid(t, "other", "beneficiary")


INDICATOR = Indicator(
    id="other_contributions",
    title="Other contributions",
    family="inputs",
    question="How much other money do the projects have?",
    why="It is part of the total cost and of the leverage that is printed, and it is easily overlooked.",
    unit="EUR",
    tables=TABLES,
    counts=("contribution",),
    rows=rows,
    reducer="sum",
    scale=100,
    keys=("project", "payer"),
    direction="neutral",
    printed="euro",
    definition="The sum of the contributions whose payer is `other` or `beneficiary`.",
    definition_source="Benchside: the money ledger; the amounts are those of IMI's project fact sheets ('Other').",
    limits=(
        LIMITS + " What the fact sheets call 'Other' is not divided further: it holds beneficiaries' own money and may "
        "hold associated partners'."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
