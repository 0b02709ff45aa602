"""Names protected for results."""

from benchside.indicators.base import Indicator
from benchside.indicators.economy.exploitation import COUNTS, KEYS, LIMITS, TABLES, events


def rows(t):
    return events(t, "trademark")


INDICATOR = Indicator(
    id="trademarks",
    title="Trademarks",
    family="economy",
    question="How many trademarks were registered or applied for?",
    why="Protecting a name shows the intention to offer something under it.",
    unit="trademarks",
    tables=TABLES,
    counts=COUNTS,
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The number of trademarks registered or applied for on results of the projects.",
    definition_source="Benchside; IMI's brochure of 2015 prints the number without a definition.",
    limits=LIMITS + " The records do not tell applications from registrations.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
