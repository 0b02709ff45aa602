"""Direct, indirect and induced jobs together, as a range that two assumptions give."""

from benchside.indicators.base import Estimate, Indicator
from benchside.indicators.economy.posts import KEYS, LIMITS, TABLES, posts
from benchside.model.estimate import Term


def rows(t):
    return posts(t)


INDICATOR = Indicator(
    id="jobs_of_all_kinds",
    title="Direct, indirect and induced jobs",
    family="economy",
    question="How many jobs may there be with those at suppliers and those from spending?",
    why="It adds up three kinds of jobs whose sources are stated apart, where a single multiplier hides them.",
    unit="full-time jobs",
    tables=TABLES,
    counts=TABLES,
    rows=rows,
    reducer="sum",
    scale=1_000_000,
    keys=KEYS,
    direction="more",
    printed="range",
    estimate=Estimate((Term(), Term(("jobs_indirect_per_job",)), Term(("jobs_induced_per_job",)))),
    reported_as="direct_jobs",
    variants=("jobs_total", "jobs_indirect", "jobs_induced"),
    definition=(
        "Direct jobs times one, plus the recorded jobs at suppliers (jobs_indirect_per_job), plus the recorded jobs from spending "
        "(jobs_induced_per_job) for one direct job. Both are needed."
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
