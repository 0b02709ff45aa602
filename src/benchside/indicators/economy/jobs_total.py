"""Jobs in the economy as a whole, as a range that an assumption gives."""

from benchside.indicators.base import Indicator, product_of
from benchside.indicators.economy.posts import KEYS, LIMITS, TABLES, posts


def rows(t):
    return posts(t)


INDICATOR = Indicator(
    id="jobs_total",
    title="Jobs in the economy as a whole",
    family="economy",
    question="How many jobs in the whole economy may go with the jobs that the projects pay?",
    why="Research posts bring work to suppliers and services; a programme is often asked how much.",
    unit="full-time jobs",
    tables=TABLES,
    counts=TABLES,
    rows=rows,
    reducer="sum",
    scale=1_000_000,
    keys=KEYS,
    direction="more",
    printed="range",
    estimate=product_of("jobs_multiplier"),
    reported_as="direct_jobs",
    definition=(
        "Direct jobs times the low and the high end of the recorded multiplier. The result is a range and has no "
        "single value."
    ),
    definition_source=(
        "Benchside; IMI's brochure of 2015 prints the upper end alone, from a multiplier taken over from studies of "
        "another country."
    ),
    limits="An estimate, not a count: nobody has observed these jobs. " + LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
