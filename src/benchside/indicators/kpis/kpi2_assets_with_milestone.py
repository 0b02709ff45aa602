"""IMI2 KPI 2: assets that passed a significant milestone during their project."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.outputs import reporters
from benchside.indicators.outputs.stages import number

MILESTONES = ("validated", "standardised", "qualified", "in_use")
"""The stages that an asset reaches only by passing somebody's gate."""


def rows(t):
    asset, passed = t.asset, _passed_in_time(t)
    found = reporters.of_each_project(t, asset.filter(asset.asset_id.isin(passed.asset_id)), "asset_id")
    many = number(found)
    thing = reporters.thing_where(many, found)
    return evidence(
        found, num=many, thing=thing, observed=many > 0, project="project_id", kind="kind", asset="asset_id"
    )


def _passed_in_time(t):
    """The milestones passed, without those that are dated after the end of the asset's project."""
    ends = t.asset.join(t.project, t.asset.project_id == t.project.project_id)
    ends = ends.select(of_asset=t.asset.asset_id, end_on=t.project.end_on)
    passed = t.stage_event.filter(t.stage_event.stage.isin(MILESTONES))
    dated = passed.left_join(ends, passed.asset_id == ends.of_asset)
    is_late = (dated.reached_on > dated.end_on).fill_null(False)
    return dated.filter(~is_late).select("asset_id")


INDICATOR = Indicator(
    id="kpi2_assets_with_milestone",
    title="KPI 2: assets with a milestone",
    family="kpis",
    question="How many assets passed a significant milestone during their project?",
    why="Candidates are many; a passed gate shows that somebody tested the result.",
    unit="assets",
    tables=("asset", "stage_event", "project", *reporters.TABLES),
    counts=("asset", "stage_event"),
    rows=rows,
    reducer="sum_once",
    keys=("project", "kind", "asset"),
    direction="more",
    printed="exact",
    variants=("validated_assets",),
    definition=(
        "The number of assets that reached one of the stages validated, standardised, qualified or in use no "
        "later than the last day of their project. An asset counts once, however many milestones it passed."
    ),
    definition_source=(
        "IMI2's table of key performance indicators, KPI 2; the wording of the definition was seen in a public "
        "copy and is given here in our own words. Which stages are significant is our choice."
    ),
    limits=(
        "A record may stand for several assets; where it does not say how many, it counts as one. A milestone "
        "without a date, or of a project without a known end, counts as passed in time; one known by year alone "
        "stands at the end of that year. An asset given up later still counts; one that several projects report is held against the end of "
        "the first of them. " + reporters.LIMITS
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
