"""Assets with the furthest stage they have reached: every asset has one stage, so that nothing counts twice.

A stage is read from the history of stages, never typed. An asset that was given up, or that is still planned, is
no result.
"""

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import evidence
from benchside.indicators.outputs import reporters
from benchside.model.codes import ASSET_STAGE_ORDER

TABLES = ("asset", "stage_event", *reporters.TABLES)
KEYS = ("project", "kind", "stage", "year")

NO_RESULTS = ("planned", "withdrawn")
DEVELOPED = ASSET_STAGE_ORDER[ASSET_STAGE_ORDER.index("developed") : ASSET_STAGE_ORDER.index("withdrawn")]
"""Developed, or any stage after it."""

NOT_YET_IN_USE = ASSET_STAGE_ORDER[ASSET_STAGE_ORDER.index("candidate") : ASSET_STAGE_ORDER.index("in_use")]
"""Identified, or any stage after it short of use."""

PROVEN = ("validated", "standardised", "qualified")
"""The stages that only somebody's validation gives."""

LIMITS = (
    "A record may stand for several assets; where it does not say how many, it counts as one, and a lower bound counts "
    "as it is printed. Planned and withdrawn assets are left out; an asset whose stage nobody recorded counts as "
    "developed. " + reporters.LIMITS
)


def results(t) -> ir.Table:
    """The assets that are results, in each project that reports them, with their furthest `stage` (missing where none was recorded)."""
    asset, reached = t.asset, _furthest(t)
    joined = asset.left_join(reached, asset.asset_id == reached.of_asset)
    staged = joined.select(*[asset[c] for c in asset.columns], stage=reached.stage)
    found = staged.filter(staged.stage.isnull() | staged.stage.notin(NO_RESULTS))
    return reporters.of_each_project(t, found, "asset_id")


def of_kinds(t, *kinds: str, stages: tuple[str, ...] = ()) -> ir.Table:
    """The results of the given kinds whose stage is among `stages` (any where none is given) or was not recorded."""
    found = results(t)
    found = found.filter(found.kind.isin(kinds))
    return found.filter(found.stage.isnull() | found.stage.isin(stages)) if stages else found


def number(assets: ir.Table):
    """How many things a record stands for."""
    return assets["count"].fill_null(1)


def counted(assets: ir.Table, num=None) -> ir.Table:
    """Evidence rows: each record, as one thing, with the number of assets it stands for, or with `num`."""
    year = assets.created_on.year().cast("string")
    many = number(assets) if num is None else num
    thing = reporters.thing_where(many, assets)
    return evidence(
        assets, num=many, thing=thing, observed=many > 0, project="project_id", kind="kind", stage="stage", year=year
    )


def _furthest(t) -> ir.Table:
    event = t.stage_event
    place = event.stage.cases(*[(stage, number) for number, stage in enumerate(ASSET_STAGE_ORDER)])
    furthest = event.group_by("asset_id").agg(place=place.max())
    stage = furthest.place.cases(*list(enumerate(ASSET_STAGE_ORDER)), else_=ibis.null("string"))
    return furthest.select(of_asset=furthest.asset_id, stage=stage)
