"""What others gave afterwards, in pounds."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.economy.following import LIMITS, TABLES, in_pounds


def rows(t):
    f = in_pounds(t)
    keys = {"project": "project_id", "sector": "sector", "year": "year"}
    return evidence(f, num=f.amount, thing="outcome_id", **keys)


INDICATOR = Indicator(
    id="further_funding",
    title="Further funding",
    family="economy",
    question="How much did others give afterwards because of the projects?",
    why="Money that follows shows that others found a result worth carrying on.",
    unit="GBP",
    tables=TABLES,
    counts=("further_funding",),
    rows=rows,
    reducer="sum_once",
    scale=100,
    keys=("project", "sector", "year"),
    direction="more",
    printed="exact",
    variants=("further_funding_as_printed", "median_further_funding"),
    definition="The sum of the amounts of further funding whose currency is stated as the pound. The sector is that of the funder; the year is that in which the funding began.",
    definition_source="Benchside; the types are those of UKRI's Gateway to Research.",
    limits=LIMITS
    + " Amounts whose stated currency is another are left out, because nothing shows that they were converted. Money of the same funder counts like any other. A few large amounts carry much of the sum: the median stands beside it.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
