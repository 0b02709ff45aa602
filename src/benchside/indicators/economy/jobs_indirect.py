"""Jobs at suppliers that go with the posts of projects, as a range that an assumption gives."""

from benchside.indicators.base import Indicator, product_of
from benchside.indicators.economy.posts import KEYS, LIMITS, TABLES, posts


def rows(t):
    return posts(t)


INDICATOR = Indicator(
    id="jobs_indirect",
    title="Indirect jobs",
    family="economy",
    question="How many jobs at suppliers may go with the jobs that the projects pay?",
    why="What a laboratory buys is work for others, up the whole chain of supply.",
    unit="full-time jobs",
    tables=TABLES,
    counts=TABLES,
    rows=rows,
    reducer="sum",
    scale=1_000_000,
    keys=KEYS,
    direction="more",
    printed="range",
    estimate=product_of("jobs_indirect_per_job"),
    reported_as="direct_jobs",
    variants=("jobs_induced", "jobs_of_all_kinds"),
    definition=(
        "Direct jobs times the recorded number of jobs at suppliers for one direct job (assumption jobs_indirect_per_job): an "
        "employment multiplier of type I, less one. Without that record there is no value."
    ),
    definition_source=(
        "Miller and Blair (2009), Input-Output Analysis, chapter 6: employment multipliers of type I and type II. The number comes from "
        "an input-output table or from a study, as its record says."
    ),
    limits=(
        "An estimate, not a count: nobody has observed these jobs. A multiplier of a whole branch and country is taken for posts that may "
        "be unlike it, and says nothing of what the money would have done elsewhere. " + LIMITS
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
