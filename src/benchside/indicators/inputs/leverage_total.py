"""All money over public money."""

from benchside.indicators.base import Indicator
from benchside.indicators.inputs.ledger import LIMITS, SEVERAL, TABLES, over_public


def rows(t):
    return over_public(t)


INDICATOR = Indicator(
    id="leverage_total",
    title="Total cost for each euro of public money",
    family="inputs",
    question="How much is spent on research for every euro of public money?",
    why="A partnership claims that public money brings other money with it.",
    unit="EUR per EUR",
    tables=TABLES,
    counts=("contribution",),
    rows=rows,
    reducer="ratio",
    den_scale=100,
    keys=("project",),
    direction="more",
    printed="decimal2",
    parts=("total_cost", "public_funding"),
    variants=("leverage_industry",),
    definition="Total cost (public money, industry in kind, associated partners and other money) divided by public money.",
    definition_source="Benchside; the brochure of 2015 prints the claim without its definition.",
    limits=LIMITS
    + SEVERAL
    + " The ratio describes how money was pooled; it does not say what would have been spent anyway.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
