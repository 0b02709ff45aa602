"""Jobs from what the employed spend, as a range that an assumption gives."""

from benchside.indicators.base import Indicator, product_of
from benchside.indicators.economy.posts import KEYS, LIMITS, TABLES, posts


def rows(t):
    return posts(t)


INDICATOR = Indicator(
    id="jobs_induced",
    title="Induced jobs",
    family="economy",
    question="How many jobs may go with what the people in direct and indirect jobs spend?",
    why="Pay is spent, and that is work for others again.",
    unit="full-time jobs",
    tables=TABLES,
    counts=TABLES,
    rows=rows,
    reducer="sum",
    scale=1_000_000,
    keys=KEYS,
    direction="more",
    printed="range",
    estimate=product_of("jobs_induced_per_job"),
    reported_as="direct_jobs",
    variants=("jobs_indirect", "jobs_of_all_kinds"),
    definition=(
        "Direct jobs times the recorded number of jobs from spending for one direct job (assumption jobs_induced_per_job): an "
        "employment multiplier of type II, less that of type I. Without that record there is no value."
    ),
    definition_source=(
        "Miller and Blair (2009), Input-Output Analysis, chapter 6: employment multipliers of type I and type II. The number comes from "
        "an input-output table or from a study, as its record says."
    ),
    limits=(
        "An estimate, not a count: nobody has observed these jobs. A multiplier of a whole branch and country is taken for posts that may "
        "be unlike it, and says nothing of what the money would have done elsewhere. Multipliers of type II take all pay to be spent in the same way and say too much. "
        + LIMITS
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
