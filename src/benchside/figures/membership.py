"""Scopes and cuts applied to evidence: which rows belong, and with what weight.

A row that bears a column named as the dimension is its own member; otherwise it belongs through the dimension's key. A
scope or cut is refused where the rows bear neither. Where several records are one organisation or one project, a scope
that names one of them means all of them.
"""

from collections.abc import Sequence

import ibis.expr.types as ir

from benchside.errors import UsageError, unknown
from benchside.figures.scope import Scope
from benchside.indicators.base import Indicator
from benchside.indicators.catalogue import all_dimensions, dimension
from benchside.indicators.dimension import Dimension
from benchside.store.reading import Build, Tables
from benchside.store.selection import Belonging, Borne, CutBy, Selection

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
    return [d.id for d in all_dimensions().values() if d.id in indicator.keys or d.key in indicator.keys]


def select(build: Build, indicator: Indicator, evidence: str, scope: Scope, by: str | None, as_of: str) -> Selection:
    """The evidence inside the scope, divided by the dimension. A scope on the dimension that divides keeps those parts of it."""
    parts = [_part(build, indicator, name, values, as_of) for name, values in sorted(scope.items()) if name != by]
    return Selection(evidence, parts, _cut(build, indicator, by, tuple(scope.get(by, ())), as_of) if by else None, NONE)


def check_values(build: Build, scope: Scope) -> None:
    """`UsageError` for a value of a scope that is no record of the build, where the values of a dimension are records."""
    for name, values in scope.items():
        known = labels(build, name)
        for value in values:
            if known and value not in known:
                raise unknown(name, value, known, do="Name one that the build holds.")


def _part(build: Build, indicator: Indicator, name: str, values: list[str], as_of: str) -> Borne | Belonging:
    found = check(indicator, name)
    if _is_borne(found, indicator):
        return Borne(name, _borne(build, name, values))
    members = _members(build, found, as_of)
    return Belonging(members, found.key or "", _standing(build, found, members, values), shared=found.kind == "shared")


def _cut(build: Build, indicator: Indicator, by: str, only: tuple[str, ...], as_of: str) -> CutBy:
    found = check(indicator, by)
    if _is_borne(found, indicator):
        return CutBy(column=by, only=_borne(build, by, only))
    members = _members(build, found, as_of)
    only = _standing(build, found, members, only)
    return CutBy(members=members, key=found.key or "", only=only, shared=found.kind == "shared")


def _is_borne(found: Dimension, indicator: Indicator) -> bool:
    return found.id in indicator.keys and found.key != found.id


def _borne(build: Build, name: str, values: Sequence[str]) -> tuple[str, ...]:
    """The values as rows bear them: a project that another stands for is asked for by its own key as well."""
    return build.standing_projects(values) if name == "project" else tuple(values)


def _standing(build: Build, found: Dimension, members: str, values: Sequence[str]) -> tuple[str, ...]:
    """The values that stand for the records named; the values themselves where the dimension's keys are no values of it."""
    if found.key != found.id or not values:
        return tuple(values)
    stands = {row["key"]: row["value"] for row in build.query(f'SELECT key, value FROM "{members}" WHERE key <> value')}
    return tuple(dict.fromkeys(stands.get(value, value) for value in values))


def _members(build: Build, found: Dimension, as_of: str) -> str:
    """The name of the kept table of a dimension's members: key, value, weight."""
    make = found.members
    assert make is not None, f"dimension {found.id} is borne by rows only"

    def typed(t: Tables) -> ir.Table:
        members = make(t)
        return members.mutate(value=members.value.cast("string"), weight=members.weight.cast("int64"))

    return build.keep_at(f"members_{found.id}", found.tables, as_of, typed, meaning=make, whole=("weight",))


def labels(build: Build, name: str) -> dict[str, str]:
    """value → what a reader sees, where the dimension declares where that stands."""
    found = dimension(name)
    if found.label is None:
        return {}
    table, key, text = found.label
    rows = build.history(table)
    return {r["k"]: r["t"] for r in build.fetch(rows.select(k=rows[key], t=rows[text]))}
