"""Results that are sold."""

from benchside.indicators.base import Indicator
from benchside.indicators.economy.exploitation import COUNTS, KEYS, LIMITS, TABLES, events


def rows(t):
    return events(t, "commercialisation")


INDICATOR = Indicator(
    id="commercialisations",
    title="Commercialisations",
    family="economy",
    question="How many results are sold as a product or a service?",
    why="What somebody pays for is of use to somebody.",
    unit="commercialisations",
    tables=TABLES,
    counts=COUNTS,
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The number of products and services brought to market from results of the projects.",
    definition_source="Benchside; IMI's brochure of 2015 prints the number without a definition.",
    limits=LIMITS + " Sales are not recorded.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
