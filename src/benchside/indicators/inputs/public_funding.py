"""What the European Union pays."""

from benchside.indicators.base import Indicator
from benchside.indicators.inputs.ledger import LIMITS, TABLES, paid


def rows(t):
    return paid(t, "eu")


INDICATOR = Indicator(
    id="public_funding",
    title="Public funding",
    family="inputs",
    question="How much public money went into the projects?",
    why="It is the stake of the taxpayer, and the base of every leverage.",
    unit="EUR",
    tables=TABLES,
    counts=("contribution",),
    rows=rows,
    reducer="sum",
    scale=100,
    keys=("project", "payer"),
    direction="neutral",
    printed="euro",
    definition="The sum of the European Union's contributions to projects.",
    definition_source="Benchside: the money ledger; the amounts are those of IMI's project fact sheets ('IMI funding').",
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
