"""Contributions that are not in euro."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.inputs.ledger import TABLES


def rows(t):
    c = t.contribution
    found = c.filter(c.currency != "EUR")
    return evidence(found, project="project_id", payer="payer", kind="currency")


INDICATOR = Indicator(
    id="foreign_currency_contributions",
    title="Contributions in other currencies",
    family="inputs",
    question="How many recorded contributions are not in euro?",
    why="They are in no sum of euro, and a reader of the sums must know that they exist.",
    unit="contributions",
    tables=TABLES,
    counts=(),
    rows=rows,
    reducer="sum",
    keys=("project", "payer", "kind"),
    direction="neutral",
    printed="exact",
    definition=(
        "The number of dated contributions whose currency is not the euro, at their latest version, in any state."
        " The kind is the currency."
    ),
    definition_source="Benchside.",
    limits=(
        "Counts contributions and adds no amounts: an amount in another currency enters a sum only with a dated "
        "rate of exchange. One without a date is in the ledger and not in this count, so that nothing recorded "
        "never reads as nought."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
