"""How long it takes from a project's start until an authority takes a step on a result."""

from benchside.indicators.base import Awaited, Indicator
from benchside.indicators.policy.procedures import OBTAINED
from benchside.indicators.times.waiting import KEYS, LIMITS, SOURCE, assets_of_projects, first, lost_assets, waited


def rows(t):
    step = t.regulatory_procedure
    step = step.filter(step.outcome.isin(OBTAINED))
    return waited(assets_of_projects(t), first(step, "asset_id", "decided_on"), lost_assets(t))


INDICATOR = Indicator(
    id="asset_time_to_regulatory_step",
    title="From project start to a result's first regulatory step",
    family="times",
    question="How long does it take until an authority gives advice or an opinion on a result?",
    why="A step of an authority is what lets others rely on a result.",
    unit="years",
    tables=("asset", "project", "stage_event", "regulatory_procedure"),
    counts=("asset", "regulatory_procedure"),
    rows=rows,
    reducer="time_to",
    awaited=Awaited("obtained a regulatory step", otherwise="been withdrawn"),
    per=4,
    scale=1461,
    keys=KEYS,
    direction="less",
    printed="decimal1",
    definition=(
        "The time from the first day of its project by which half of the assets have had a first regulatory step that was given or positive; those that have not, by the day of asking, are still waiting, and those withdrawn before it can have it no more. In years of 365.25 days."
    ),
    definition_source=SOURCE,
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
