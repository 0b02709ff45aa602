"""The middle amount of further funding."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.economy.following import LIMITS, TABLES, in_pounds


def rows(t):
    f = in_pounds(t)
    keys = {"project": "project_id", "sector": "sector", "year": "year"}
    return evidence(f, num=f.amount, thing="outcome_id", **keys)


INDICATOR = Indicator(
    id="median_further_funding",
    title="Median further funding",
    family="economy",
    question="How large is the middle amount of further funding?",
    why="One wrong nought in one report can carry a sum and leaves the median as it is.",
    unit="GBP",
    tables=TABLES,
    counts=("further_funding",),
    rows=rows,
    reducer="median",
    scale=100,
    keys=("project", "sector", "year"),
    direction="more",
    printed="exact",
    variants=("further_funding",),
    definition="The median of the amounts of further funding whose currency is stated as the pound, each once.",
    definition_source="Benchside; the types are those of UKRI's Gateway to Research.",
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
