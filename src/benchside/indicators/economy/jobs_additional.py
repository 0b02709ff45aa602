"""Jobs that would not be there without the programme, as a range that two assumptions give."""

from benchside.indicators.base import Indicator, product_of
from benchside.indicators.economy.posts import KEYS, LIMITS, TABLES, posts


def rows(t):
    return posts(t)


INDICATOR = Indicator(
    id="jobs_additional",
    title="Additional jobs",
    family="economy",
    question="How many of the jobs in the economy would not be there without the programme?",
    why="Jobs that would have been there anyway are no effect of the money.",
    unit="full-time jobs",
    tables=TABLES,
    counts=TABLES,
    rows=rows,
    reducer="sum",
    scale=1_000_000,
    keys=KEYS,
    direction="more",
    printed="range",
    estimate=product_of("jobs_multiplier", "jobs_additionality"),
    reported_as="direct_jobs",
    variants=("jobs_total",),
    definition=(
        "Direct jobs times the recorded multiplier (jobs_multiplier) times the recorded share that would not be there anyway "
        "(jobs_additionality, from 0 to 1: what deadweight and displacement leave). Both are needed."
    ),
    definition_source=(
        "Benchside; deadweight and displacement as in HM Treasury (2022), The Green Book, on the counterfactual of an intervention."
    ),
    limits=(
        "An estimate, not a count: nobody has observed these jobs, and nobody can observe what would have been. It is as good as the source of "
        "the share. " + LIMITS
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
