"""How long it takes until something of a project is on the market."""

from benchside.indicators.base import Awaited, Indicator
from benchside.indicators.times.waiting import KEYS, LIMITS, SOURCE, first, market, projects, waited


def rows(t):
    return waited(projects(t), first(market(t, "project_id"), "project_id", "on"))


INDICATOR = Indicator(
    id="project_time_to_market",
    title="From project start to the market",
    family="times",
    question="How long does it take until something of a project is sold or authorised?",
    why="The market is the furthest step that a programme's records can show by themselves.",
    unit="years",
    tables=("project", "exploitation_event", "regulatory_procedure"),
    counts=("project", "exploitation_event"),
    rows=rows,
    reducer="time_to",
    awaited=Awaited("seen something sold or authorised"),
    per=4,
    scale=1461,
    keys=KEYS,
    direction="less",
    printed="decimal1",
    definition=(
        "The time from its first day by which half of the projects have had a commercialisation or a marketing authorisation; those that have not, by the day of asking, are still waiting. In years of 365.25 days."
    ),
    definition_source=SOURCE,
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
