"""Uses of assets."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.outputs.uses import LIMITS, TABLES, uses


def rows(t):
    used = uses(t)
    year = used.used_on.year().cast("string")
    keys = {"project": "project_id", "asset": "asset_id", "kind": "kind", "sector": "user_group"}
    return evidence(used, thing="evidence_id", **keys, year=year)


INDICATOR = Indicator(
    id="asset_uses",
    title="Uses of assets",
    family="outputs",
    question="How often were results taken up by somebody?",
    why="Each use is a trace of value, with a user who can be named.",
    unit="uses",
    tables=TABLES,
    counts=("asset_use",),
    rows=rows,
    reducer="sum_once",
    keys=("project", "asset", "kind", "sector", "year"),
    direction="more",
    printed="exact",
    definition=(
        "The number of recorded uses of assets, inside or outside the consortium. The kind is that of the asset, "
        "the sector that of the user."
    ),
    definition_source="Benchside.",
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
