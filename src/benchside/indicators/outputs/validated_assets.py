"""Assets that somebody has validated."""

from benchside.indicators.base import Indicator
from benchside.indicators.outputs.stages import KEYS, LIMITS, PROVEN, TABLES, counted, results


def rows(t):
    event, assets = t.stage_event, results(t)
    proven = event.filter(event.stage.isin(PROVEN))
    return counted(assets.filter(assets.asset_id.isin(proven.asset_id)))


INDICATOR = Indicator(
    id="validated_assets",
    title="Validated assets",
    family="outputs",
    question="How many assets have been validated?",
    why="Only a validated result can carry a decision about a medicine.",
    unit="assets",
    tables=TABLES,
    counts=("asset", "stage_event"),
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition=(
        "The number of assets whose history of stages holds validated, standardised or qualified, whatever came after."
    ),
    definition_source="Benchside.",
    limits=LIMITS + " An asset in use without a recorded validation is not here, nor one without any recorded stage.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
