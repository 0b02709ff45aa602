"""The project of the record at either end of a link, where the record is of a type that bears one."""

import ibis
import ibis.expr.types as ir

OWNERS = (
    "asset", "award", "course", "effect", "employment", "exploitation_event", "network", "observation",
    "participation", "patient_involvement", "policy_citation", "project", "regulatory_procedure", "story", "trial",
)  # fmt: skip
"""The types that bear their project."""

TABLES = ("link", "asset_use", *OWNERS)


def with_project(t) -> ir.Table:
    """The links with `project_id`: the project they start from, otherwise the one they lead to, otherwise missing."""
    link = t.link
    start, end = _owned(t), _owned(t).view()
    joined = link.left_join(start, link.from_type + ":" + link.from_id == start.record)
    joined = joined.left_join(end, link.to_type + ":" + link.to_id == end.record)
    return joined.select(*[link[c] for c in link.columns], project_id=start.project_id.fill_null(end.project_id))


def _owned(t) -> ir.Table:
    use, asset = t.asset_use, t.asset
    used = use.join(asset, use.asset_id == asset.asset_id)
    used = used.select(record=use.evidence_id, project_id=asset.project_id)
    return ibis.union(used, *[_of(getattr(t, name)) for name in OWNERS])


def _of(table: ir.Table) -> ir.Table:
    known = table.filter(table.project_id.notnull())
    return known.select(record=known.evidence_id, project_id=known.project_id)
