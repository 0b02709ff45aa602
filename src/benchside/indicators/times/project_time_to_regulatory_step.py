"""How long it takes until an authority takes a first step on a project's work."""

from benchside.indicators.base import Awaited, Indicator
from benchside.indicators.policy.procedures import OBTAINED
from benchside.indicators.times.waiting import KEYS, LIMITS, SOURCE, first, projects, waited


def rows(t):
    step = t.regulatory_procedure
    return waited(projects(t), first(step.filter(step.outcome.isin(OBTAINED)), "project_id", "decided_on"))


INDICATOR = Indicator(
    id="project_time_to_regulatory_step",
    title="From project start to the first regulatory step",
    family="times",
    question="How long does it take until a project obtains a regulatory step?",
    why="Many steps are told of a project and not of one of its results.",
    unit="years",
    tables=("project", "regulatory_procedure"),
    counts=("project", "regulatory_procedure"),
    rows=rows,
    reducer="time_to",
    awaited=Awaited("obtained a regulatory step"),
    per=4,
    scale=1461,
    keys=KEYS,
    direction="less",
    printed="decimal1",
    definition=(
        "The time from its first day by which half of the projects have had a first regulatory step that was given or positive; those that have not, by the day of asking, are still waiting. In years of 365.25 days."
    ),
    definition_source=SOURCE,
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
