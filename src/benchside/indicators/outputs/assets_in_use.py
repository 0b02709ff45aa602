"""Assets that are used."""

from benchside.indicators.base import Indicator
from benchside.indicators.outputs.stages import KEYS, LIMITS, TABLES, counted, number, results


def rows(t):
    assets = results(t)
    found = assets.mutate(all_used=(assets.stage == "in_use").fill_null(False))
    found = found.filter(found.all_used | found.asset_id.isin(t.asset_use.asset_id))
    return counted(found, num=found.all_used.ifelse(number(found), 1))


INDICATOR = Indicator(
    id="assets_in_use",
    title="Assets in use",
    family="outputs",
    question="How many assets are in use?",
    why="A result adds value once somebody uses it.",
    unit="assets",
    tables=(*TABLES, "asset_use"),
    counts=("asset", "stage_event", "asset_use"),
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The number of assets whose furthest stage is in use, or of which at least one use is recorded.",
    definition_source="Benchside.",
    limits=(
        LIMITS
        + " Of a record that stands for several assets and of which only a use is known, one counts. Use that nobody "
        "recorded is missing."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
