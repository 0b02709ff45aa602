"""Costs that the programme office has accepted."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.inputs.ledger import TABLES, accepted


def rows(t):
    found = accepted(t)
    return evidence(found, num=found.amount, project="project_id", payer="payer")


INDICATOR = Indicator(
    id="accepted_cost",
    title="Accepted cost",
    family="inputs",
    question="How much cost has the programme office accepted?",
    why=("It is the money whose spending was checked, and the base of the number of patents per EUR 10 million."),
    unit="EUR",
    tables=TABLES,
    counts=(),
    rows=rows,
    reducer="sum",
    scale=100,
    keys=("project", "payer"),
    direction="neutral",
    printed="euro",
    definition="The sum of the amounts in the state `accepted`, of all payers.",
    definition_source="Benchside, after 'costs accepted by IMI' in the brochure of 2015.",
    limits=(
        "Counts exact amounts in euro at their latest dated version. Completeness is declared for the ledger and "
        "not for one state of it, so that nothing recorded never reads as nought. Amounts certified by an auditor"
        " and not yet accepted are left out."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
