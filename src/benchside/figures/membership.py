"""Scopes and cuts applied to evidence: which rows belong, and with what weight.

A row that bears a column named as the dimension is its own member; otherwise it belongs through the dimension's key. A
scope or cut is refused where the rows bear neither.
"""

import ibis
import ibis.expr.types as ir

from benchside.errors import UsageError
from benchside.figures.scope import Scope
from benchside.indicators.base import MILLION, Indicator
from benchside.indicators.catalogue import dimension
from benchside.indicators.dimension import Dimension
from benchside.store.reading import Build

NONE = "(none)"


def check(indicator: Indicator, name: str) -> Dimension:
    """The dimension, if the indicator's rows can be cut by it; `UsageError` with those that they can be cut by."""
    found = dimension(name)
    if name in indicator.keys or found.key in indicator.keys:
        return found
    raise UsageError(
        f"{indicator.id} cannot be scoped or cut by {name!r}: its rows do not bear it. Possible: {', '.join(possible(indicator))}."
    )


def possible(indicator: Indicator) -> list[str]:
    """The dimensions an indicator's rows can be cut by."""
    from benchside.indicators.catalogue import all_dimensions

    return [d.id for d in all_dimensions().values() if d.id in indicator.keys or d.key in indicator.keys]


def within(build: Build, indicator: Indicator, rows: ir.Table, scope: Scope, as_of: str) -> ir.Table:
    """The rows inside the scope, each with its weight in it as columns `scope_0`, `scope_1` … (millionths)."""
    for number, (name, values) in enumerate(sorted(scope.items())):
        found, weight = check(indicator, name), f"scope_{number}"
        if name in indicator.keys:
            rows = rows.filter(rows[name].isin(values)).mutate(**{weight: ibis.literal(MILLION, "int64")})
            continue
        members = _members(build, found, as_of)
        chosen = members.filter(members.value.isin(values)).group_by("key").agg(weight=_together(members, found))
        joined = rows.join(chosen, rows[found.key or ""] == chosen.key)
        rows = joined.select(*[rows[c] for c in rows.columns], **{weight: chosen.weight})
    return rows


def _together(members: ir.Table, found: Dimension):
    """Several values of a shared dimension add their weights; otherwise a key is in or out."""
    return members.weight.sum() if found.kind == "shared" else members.weight.max()


def cut(build: Build, indicator: Indicator, rows: ir.Table, by: str, as_of: str) -> ir.Table:
    """The rows with the columns `cut` and `cut_weight`; a row of several values appears once for each."""
    found = check(indicator, by)
    if by in indicator.keys:
        return rows.mutate(cut=rows[by].fill_null(NONE), cut_weight=ibis.literal(MILLION, "int64"))
    members = _members(build, found, as_of)
    joined = rows.left_join(members, rows[found.key or ""] == members.key)
    return joined.select(
        *[rows[c] for c in rows.columns],
        cut=members.value.fill_null(NONE),
        cut_weight=members.weight.fill_null(ibis.literal(MILLION, "int64")),
    )


def _members(build: Build, found: Dimension, as_of: str) -> ir.Table:
    assert found.members is not None, f"dimension {found.id} is borne by rows only"
    name = f"members_{found.id}_{as_of}".replace("-", "")
    kept = build.has_kept(name)
    if kept is None:
        members = found.members(build.tables(found.tables, as_of))
        kept = build.keep(name, members.mutate(value=members.value.cast("string"), weight=members.weight.cast("int64")))
    return kept


def labels(build: Build, name: str) -> dict[str, str]:
    """value → what a reader sees, where the dimension declares where that stands."""
    found = dimension(name)
    if found.label is None:
        return {}
    table, key, text = found.label
    rows = build.history(table)
    return {r["k"]: r["t"] for r in build.fetch(rows.select(k=rows[key], t=rows[text]))}
