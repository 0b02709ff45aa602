"""Results that companies took into their own work."""

from benchside.indicators.base import Indicator
from benchside.indicators.economy.exploitation import COUNTS, KEYS, LIMITS, TABLES, events


def rows(t):
    return events(t, "industry_implementation")


INDICATOR = Indicator(
    id="industry_implementations",
    title="Implementations by industry",
    family="economy",
    question="How often did a company take a result into its own work?",
    why="Industry gave in kind in order to use the results; this shows whether it does.",
    unit="implementations",
    tables=TABLES,
    counts=COUNTS,
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    variants=("kpi8_industry_implementations",),
    definition="The number of times a company is recorded to have taken a project's result into its own work.",
    definition_source="Benchside; IMI's brochure of 2015 prints the number without a definition.",
    limits=LIMITS + " Companies seldom tell what they use, so the number is a lower bound.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
