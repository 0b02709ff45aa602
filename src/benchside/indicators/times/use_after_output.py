"""How long a result waits for its first use."""

from benchside.indicators.base import Awaited, Indicator
from benchside.indicators.times.waiting import KEYS, LIMITS, SOURCE, first, lost_assets, uses, waited


def rows(t):
    asset, developed = t.asset, t.stage_event.filter(t.stage_event.stage == "developed")
    made = first(developed, "asset_id", "reached_on").select("of_thing", developed_on="day")
    joined = asset.left_join(made, asset.asset_id == made.of_thing)
    dated = joined.select(*[asset[c] for c in asset.columns], developed_on=made.developed_on)
    things = dated.mutate(began=dated.created_on.fill_null(dated.developed_on), waits=dated.asset_id)
    return waited(things, first(uses(t), "asset_id", "on"), lost_assets(t))


INDICATOR = Indicator(
    id="use_after_output",
    title="From a result to its first use",
    family="times",
    question="How long does a result wait until somebody uses it?",
    why="Between a result and its use lies the part that a programme can shorten by making results easy to find and to reuse.",
    unit="years",
    tables=("asset", "stage_event", "asset_use"),
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
        "The time from its own date (when it existed, else when it was developed) by which half of the assets have had a first use; those that have not, by the day of asking, are still waiting, and those withdrawn before it can have it no more. In years of 365.25 days."
    ),
    definition_source=SOURCE,
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
