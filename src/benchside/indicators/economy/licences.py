"""Results licensed to somebody."""

from benchside.indicators.base import Indicator
from benchside.indicators.economy.exploitation import COUNTS, KEYS, LIMITS, TABLES, events


def rows(t):
    return events(t, "licence")


INDICATOR = Indicator(
    id="licences",
    title="Licences",
    family="economy",
    question="How many licences on results were granted?",
    why="Somebody who takes a licence expects to use the result.",
    unit="licences",
    tables=TABLES,
    counts=COUNTS,
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The number of agreements that license a project's result to another party.",
    definition_source="Benchside; IMI's brochure of 2015 prints the number without a definition.",
    limits=LIMITS + " Free and open licences count only where somebody recorded an agreement.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
