"""What others gave afterwards, every amount as it is printed."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.economy.following import LIMITS, TABLES, amounts


def rows(t):
    f = amounts(t)
    keys = {"project": "project_id", "sector": "sector", "year": "year", "kind": "currency"}
    return evidence(f, num=f.amount, thing="outcome_id", **keys)


INDICATOR = Indicator(
    id="further_funding_as_printed",
    title="Further funding, all currencies as printed",
    family="economy",
    question="What do the reported amounts of further funding come to as the register prints them?",
    why="It is the sum a reader gets who adds up the column, and shows what amounts in other currencies do to it.",
    unit="as printed",
    tables=TABLES,
    counts=("further_funding",),
    rows=rows,
    reducer="sum_once",
    scale=100,
    keys=("project", "sector", "year", "kind"),
    direction="neutral",
    printed="exact",
    variants=("further_funding",),
    definition="The sum of all amounts of further funding, whatever their stated currency. The kind is that currency.",
    definition_source="Benchside; the types are those of UKRI's Gateway to Research.",
    limits=LIMITS + " It adds amounts of different currencies and is no sum of money; it is here to be compared.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
