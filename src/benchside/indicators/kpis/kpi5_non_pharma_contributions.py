"""IMI2 KPI 5: what others than the pharmaceutical industry contribute."""

from benchside.indicators.base import Indicator
from benchside.indicators.inputs.ledger import LIMITS, TABLES, paid


def rows(t):
    return paid(t, "associated_partner")


INDICATOR = Indicator(
    id="kpi5_non_pharma_contributions",
    title="KPI 5: contributions from outside the pharmaceutical industry",
    family="kpis",
    question=("How much do companies of other trades, foundations, charities and professional bodies contribute?"),
    why="A partnership that draws on others than its founders is wider and less dependent on them.",
    unit="EUR",
    tables=TABLES,
    counts=(),
    rows=rows,
    reducer="sum",
    scale=100,
    keys=("project", "payer"),
    direction="more",
    printed="euro",
    variants=("associated_partner_contributions", "other_contributions"),
    definition="The sum of the contributions, in kind or cash, of associated partners.",
    definition_source="IMI2's key performance indicators, KPI 5; wording to be verified.",
    limits=(
        LIMITS
        + " Other money is left out, because it mixes outside contributions with beneficiaries' own money; the true"
        " sum lies between this figure and this figure with other contributions added. Completeness is declared "
        "for the ledger and not for one payer, so that nothing recorded never reads as nought."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
