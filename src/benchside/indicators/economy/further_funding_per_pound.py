"""What followed for each public pound."""

from benchside.indicators.base import Indicator
from benchside.indicators.economy.follow_on import over_public
from benchside.indicators.economy.following import LIMITS, TABLES
from benchside.indicators.inputs.ledger import TABLES as LEDGER
from benchside.indicators.inputs.national_funding import registered


def rows(t):
    return over_public(t, "GBP", registered(t))


INDICATOR = Indicator(
    id="further_funding_per_pound",
    title="Further funding for each public pound",
    family="economy",
    question="How much did others give afterwards for every pound that national public funders gave?",
    why="It sets the money that followed against the money that came first, in one currency.",
    unit="GBP for GBP 1",
    tables=(*TABLES, *LEDGER),
    counts=("further_funding", "contribution"),
    rows=rows,
    reducer="ratio",
    den_scale=100,
    keys=("project",),
    direction="more",
    printed="decimal2",
    parts=("further_funding", "national_funding"),
    definition=(
        "Further funding whose stated currency is the pound, divided by what national public funders gave to projects in the same currency. Only "
        "projects with such public money are in either part; an amount that several of them report is divided among them equally."
    ),
    definition_source="Benchside; the types of further funding are those of UKRI's Gateway to Research.",
    limits=LIMITS
    + " Here an amount of several projects is divided, so that projects do add up. Money follows for years: a young programme has a low ratio for that reason alone. It does not say that the money would not have come otherwise.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
