"""How long it takes from a project's start until a result is used."""

from benchside.indicators.base import Awaited, Indicator
from benchside.indicators.times.waiting import (
    KEYS,
    LIMITS,
    SOURCE,
    assets_of_projects,
    first,
    lost_assets,
    uses,
    waited,
)


def rows(t):
    return waited(assets_of_projects(t), first(uses(t), "asset_id", "on"), lost_assets(t))


INDICATOR = Indicator(
    id="asset_time_to_use",
    title="From project start to first use of a result",
    family="times",
    question="How long does it take until somebody uses a result?",
    why="The years from research to practice are the question behind a programme.",
    unit="years",
    tables=("asset", "project", "stage_event", "asset_use"),
    counts=("asset", "asset_use"),
    rows=rows,
    reducer="time_to",
    awaited=Awaited("been used", otherwise="been withdrawn"),
    per=4,
    scale=1461,
    keys=KEYS,
    direction="less",
    printed="decimal1",
    definition=(
        "The time from the first day of its project by which half of the assets have had a first use; those that have not, by the day of asking, are still waiting, and those withdrawn before it can have it no more. In years of 365.25 days."
    ),
    definition_source=SOURCE,
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
