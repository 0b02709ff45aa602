"""How long it takes from a project's start until a result is on the market."""

from benchside.indicators.base import Awaited, Indicator
from benchside.indicators.times.waiting import (
    KEYS,
    LIMITS,
    SOURCE,
    assets_of_projects,
    first,
    lost_assets,
    market,
    waited,
)


def rows(t):
    return waited(assets_of_projects(t), first(market(t, "asset_id"), "asset_id", "on"), lost_assets(t))


INDICATOR = Indicator(
    id="asset_time_to_market",
    title="From project start to a result on the market",
    family="times",
    question="How long does it take until a result is sold or authorised?",
    why="A result on the market can be had by everybody who needs it.",
    unit="years",
    tables=("asset", "project", "stage_event", "exploitation_event", "regulatory_procedure"),
    counts=("asset", "exploitation_event"),
    rows=rows,
    reducer="time_to",
    awaited=Awaited("been sold or authorised", otherwise="been withdrawn"),
    per=4,
    scale=1461,
    keys=KEYS,
    direction="less",
    printed="decimal1",
    definition=(
        "The time from the first day of its project by which half of the assets have had a commercialisation or a marketing authorisation; those that have not, by the day of asking, are still waiting, and those withdrawn before it can have it no more. In years of 365.25 days."
    ),
    definition_source=SOURCE,
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
