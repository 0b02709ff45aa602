"""Stages that assets reached, one row for each step of each history."""

import ibis.expr.types as ir

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.outputs import reporters

TABLES = ("stage_event", "asset", *reporters.TABLES)


def rows(t):
    event = events(t)
    year = event.reached_on.year().cast("string")
    return evidence(
        event, thing="evidence_id", project="project_id", asset="asset_id", kind="kind", stage="stage", year=year
    )


def events(t) -> ir.Table:
    """The steps, in each project that reports their asset, with the asset's `kind`."""
    event, asset = t.stage_event, reporters.of_each_project(t, t.asset, "asset_id")
    joined = event.left_join(asset, event.asset_id == asset.asset_id)
    return joined.select(*[event[c] for c in event.columns], project_id=asset.project_id, kind=asset.kind)


INDICATOR = Indicator(
    id="stage_events",
    title="Stages reached by assets",
    family="outputs",
    question="Which steps did results take, and when?",
    why="How far a result has come is read from its steps; without their dates nobody can say how long it took.",
    unit="steps",
    tables=TABLES,
    counts=("stage_event",),
    rows=rows,
    reducer="sum_once",
    keys=("project", "asset", "kind", "stage", "year"),
    direction="neutral",
    printed="exact",
    definition=(
        "The number of recorded steps of assets: each stage that a record says an asset reached, planned and given up among them. "
        "The year is that of the day on which it was reached; steps without a day have none."
    ),
    definition_source="Benchside.",
    limits=(
        "Counts steps and not assets: an asset that was identified, developed and validated has three. A record that stands for several "
        "assets has one history. A step that nobody recorded is missing, even where a later one implies it. " + reporters.LIMITS
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)  # fmt: skip
