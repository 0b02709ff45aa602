"""Public money and industry in kind together."""

from benchside.indicators.base import Indicator
from benchside.indicators.inputs.ledger import LIMITS, SEVERAL, TABLES, together


def rows(t):
    return together(t, "eu", "industry")


INDICATOR = Indicator(
    id="public_plus_industry",
    title="Public money and industry in kind",
    family="inputs",
    question="How much do the two founding partners put into the projects together?",
    why="It is the amount that the programme itself divides among its scientific areas.",
    unit="EUR",
    tables=TABLES,
    counts=("contribution",),
    rows=rows,
    reducer="sum",
    scale=100,
    keys=("project", "payer"),
    direction="neutral",
    printed="euro",
    variants=("total_cost",),
    definition="The sum of the European Union's and the pharmaceutical industry's contributions to projects.",
    definition_source=(
        "Benchside, after the chart of areas in IMI's slides of 2016, whose amounts agree with this sum and not "
        "with the total cost."
    ),
    limits=LIMITS + SEVERAL + " Leaves out associated partners, beneficiaries' own money and other money.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
