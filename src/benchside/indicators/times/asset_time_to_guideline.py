"""How long it takes from a project's start until a guideline or another policy document draws on a result."""

from benchside.indicators.base import Awaited, Indicator
from benchside.indicators.times.waiting import KEYS, LIMITS, SOURCE, assets_of_projects, first, lost_assets, waited


def rows(t):
    return waited(assets_of_projects(t), first(t.policy_citation, "asset_id", "cited_on"), lost_assets(t))


INDICATOR = Indicator(
    id="asset_time_to_guideline",
    title="From project start to a result's first mention in policy",
    family="times",
    question="How long does it take until policy draws on a result?",
    why="What stands in a guideline reaches those who were no part of the programme.",
    unit="years",
    tables=("asset", "project", "stage_event", "policy_citation"),
    counts=("asset", "policy_citation"),
    rows=rows,
    reducer="time_to",
    awaited=Awaited("been drawn on by policy", otherwise="been withdrawn"),
    per=4,
    scale=1461,
    keys=KEYS,
    direction="less",
    printed="decimal1",
    definition=(
        "The time from the first day of its project by which half of the assets have had a first mention in a guideline or another policy document; those that have not, by the day of asking, are still waiting, and those withdrawn before it can have it no more. In years of 365.25 days."
    ),
    definition_source=SOURCE,
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
