"""What the pharmaceutical industry gives."""

from benchside.indicators.base import Indicator
from benchside.indicators.inputs.ledger import LIMITS, TABLES, paid


def rows(t):
    return paid(t, "industry")


INDICATOR = Indicator(
    id="industry_in_kind",
    title="Industry in kind",
    family="inputs",
    question="How much does the pharmaceutical industry contribute to the projects?",
    why=(
        "It is the other half of the bargain: industry takes no public money and brings its own people, data and "
        "samples."
    ),
    unit="EUR",
    tables=TABLES,
    counts=("contribution",),
    rows=rows,
    reducer="sum",
    scale=100,
    keys=("project", "payer"),
    direction="neutral",
    printed="euro",
    definition=(
        "The sum of the contributions whose payer is the pharmaceutical industry, in whichever form; nearly all "
        "of it is in kind."
    ),
    definition_source=(
        "Benchside: the money ledger; the amounts are those of IMI's project fact sheets ('EFPIA in kind')."
    ),
    limits=LIMITS + " What a contribution in kind is worth is declared by the companies.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
