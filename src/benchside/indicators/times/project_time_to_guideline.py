"""How long it takes until policy draws on a project's work."""

from benchside.indicators.base import Awaited, Indicator
from benchside.indicators.times.waiting import KEYS, LIMITS, SOURCE, first, projects, waited


def rows(t):
    return waited(projects(t), first(t.policy_citation, "project_id", "cited_on"))


INDICATOR = Indicator(
    id="project_time_to_guideline",
    title="From project start to the first mention in policy",
    family="times",
    question="How long does it take until policy draws on a project's work?",
    why="What stands in a guideline reaches those who were no part of the programme.",
    unit="years",
    tables=("project", "policy_citation"),
    counts=("project", "policy_citation"),
    rows=rows,
    reducer="time_to",
    awaited=Awaited("been drawn on by policy"),
    per=4,
    scale=1461,
    keys=KEYS,
    direction="less",
    printed="decimal1",
    definition=(
        "The time from its first day by which half of the projects have had a first mention in a guideline or another policy document; those that have not, by the day of asking, are still waiting. In years of 365.25 days."
    ),
    definition_source=SOURCE,
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
