"""What associated partners give."""

from benchside.indicators.base import Indicator
from benchside.indicators.inputs.ledger import LIMITS, TABLES, paid


def rows(t):
    return paid(t, "associated_partner")


INDICATOR = Indicator(
    id="associated_partner_contributions",
    title="Contributions of associated partners",
    family="inputs",
    question="How much do associated partners contribute?",
    why=("Charities, foundations and companies of other trades that join widen the partnership beyond its founders."),
    unit="EUR",
    tables=TABLES,
    counts=(),
    rows=rows,
    reducer="sum",
    scale=100,
    keys=("project", "payer"),
    direction="neutral",
    printed="euro",
    definition="The sum of the contributions whose payer is an associated partner of the programme.",
    definition_source=(
        "Benchside: the money ledger; the amounts are those of IMI's project fact sheets ('Associated partners')."
    ),
    limits=(
        LIMITS + " Fact sheets of the first programme put such money under 'Other'; completeness is declared for the "
        "ledger and not for one payer, so that nothing recorded never reads as nought."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
