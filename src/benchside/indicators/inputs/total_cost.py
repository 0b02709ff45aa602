"""All money of the projects."""

from benchside.indicators.base import Indicator
from benchside.indicators.inputs.ledger import LIMITS, SEVERAL, TABLES, together


def rows(t):
    return together(t)


INDICATOR = Indicator(
    id="total_cost",
    title="Total cost",
    family="inputs",
    question="How much do the projects cost, whoever pays?",
    why="It is the size of the research effort that the partnership brought about.",
    unit="EUR",
    tables=TABLES,
    counts=("contribution",),
    rows=rows,
    reducer="sum",
    scale=100,
    keys=("project", "payer"),
    direction="neutral",
    printed="euro",
    variants=("public_plus_industry",),
    definition=(
        "The sum of all contributions to projects: public money, industry in kind, associated partners, "
        "beneficiaries' own and other money."
    ),
    definition_source=(
        "Benchside: the money ledger. Printed totals are checked against this sum and never used in its place."
    ),
    limits=LIMITS + SEVERAL,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
