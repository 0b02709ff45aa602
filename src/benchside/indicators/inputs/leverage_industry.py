"""Public money and industry in kind over public money."""

from benchside.indicators.base import Indicator
from benchside.indicators.inputs.ledger import LIMITS, SEVERAL, TABLES, over_public


def rows(t):
    return over_public(t, "eu", "industry")


INDICATOR = Indicator(
    id="leverage_industry",
    title="Public money and industry in kind for each euro of public money",
    family="inputs",
    question="How much do public side and industry spend together for every euro of public money?",
    why=(
        "It is the stricter reading of the claim that public money brings at least as much of industry's: 2 means"
        " euro for euro."
    ),
    unit="EUR per EUR",
    tables=TABLES,
    counts=("contribution",),
    rows=rows,
    reducer="ratio",
    den_scale=100,
    keys=("project",),
    direction="more",
    printed="decimal2",
    parts=("public_plus_industry", "public_funding"),
    variants=("leverage_total",),
    definition="Public money and industry in kind together, divided by public money.",
    definition_source="Benchside; the brochure of 2015 prints the claim without its definition.",
    limits=(
        LIMITS
        + SEVERAL
        + " The ratio describes how money was pooled; it does not say what would have been spent anyway."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
