"""Uses of assets, each with the project and kind of the asset used."""

import ibis.expr.types as ir

from benchside.indicators.outputs import reporters

TABLES = ("asset_use", "asset", *reporters.TABLES)

LIMITS = (
    "Counts the uses somebody recorded. Most uses of an open asset leave no trace, and one record may speak of many "
    "users. " + reporters.LIMITS
)


def uses(t) -> ir.Table:
    """The uses, in each project that reports their asset, with the asset's `kind`."""
    use, asset = t.asset_use, reporters.of_each_project(t, t.asset, "asset_id")
    joined = use.left_join(asset, use.asset_id == asset.asset_id)
    return joined.select(*[use[c] for c in use.columns], project_id=asset.project_id, kind=asset.kind)
