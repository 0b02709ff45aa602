"""Uses of assets, each with the project and kind of the asset used."""

import ibis.expr.types as ir

TABLES = ("asset_use", "asset")

LIMITS = (
    "Counts the uses somebody recorded. Most uses of an open asset leave no trace, and one record may speak of many "
    "users."
)


def uses(t) -> ir.Table:
    """The uses with `project_id` and `kind` of their asset."""
    use, asset = t.asset_use, t.asset
    joined = use.left_join(asset, use.asset_id == asset.asset_id)
    return joined.select(*[use[c] for c in use.columns], project_id=asset.project_id, kind=asset.kind)
