"""How long it takes until the first result of a project is used."""

from benchside.indicators.base import Awaited, Indicator
from benchside.indicators.times.waiting import KEYS, LIMITS, SOURCE, first, of_projects, projects, uses, waited


def rows(t):
    return waited(projects(t), first(of_projects(uses(t), t), "project_id", "on"))


INDICATOR = Indicator(
    id="project_time_to_use",
    title="From project start to the first use of any result",
    family="times",
    question="How long does it take until a project's first result is used?",
    why="It tells how soon a project begins to matter to others.",
    unit="years",
    tables=("asset", "project", "stage_event", "asset_use"),
    counts=("project", "asset_use"),
    rows=rows,
    reducer="time_to",
    awaited=Awaited("seen a result used"),
    per=4,
    scale=1461,
    keys=KEYS,
    direction="less",
    printed="decimal1",
    definition=(
        "The time from its first day by which half of the projects have had a first use of one of their results; those that have not, by the day of asking, are still waiting. In years of 365.25 days."
    ),
    definition_source=SOURCE,
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
