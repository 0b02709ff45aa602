"""Agreements between companies, and joint companies, on results."""

from benchside.indicators.base import Indicator
from benchside.indicators.economy.exploitation import COUNTS, KEYS, LIMITS, TABLES, events


def rows(t):
    return events(t, "deal")


INDICATOR = Indicator(
    id="deals",
    title="Deals",
    family="economy",
    question="How many deals or joint companies were built on results?",
    why="A company that pays for a result, or shares a firm to develop it, has judged it with its own money.",
    unit="deals",
    tables=TABLES,
    counts=COUNTS,
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The number of partnering deals and joint companies that rest on a project's result.",
    definition_source="Benchside.",
    limits=LIMITS + " The value of a deal is not recorded. A plain licence counts under licences, not here.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
