"""Why projects stand where a scope looks for them, for dimensions whose members say so."""

from dataclasses import dataclass

from benchside.figures.ask import Desk
from benchside.figures.scope import Scope
from benchside.indicators.catalogue import dimension
from benchside.model.codes import CODES

SUM_MATCHED = "sum_matched"


@dataclass(frozen=True)
class Basis:
    """One project in one value of a dimension, and why it stands there (a code of `area_basis`)."""

    dimension: str
    value: str
    project: str
    basis: str

    def __str__(self) -> str:
        return f"{self.project} stands in {self.value}: {CODES['area_basis'][self.basis]}"


def bases(desk: Desk, scope: Scope, as_of: str) -> list[Basis]:
    """The memberships that a scope rests on, by project; empty where none of its dimensions gives a reason."""
    return [b for name in sorted(scope) for b in _of_dimension(desk, name, scope[name], as_of)]


def _of_dimension(desk: Desk, name: str, values: list[str], as_of: str) -> list[Basis]:
    found = dimension(name)
    if found.members is None:
        return []
    table = found.members(desk.build.tables(found.tables, as_of))
    if "basis" not in table.columns:
        return []
    labels = desk.labels(found.key or "")
    inside = [r for r in desk.build.fetch(table) if r["value"] in values]
    return sorted(
        (Basis(name, r["value"], str(labels.get(r["key"], r["key"])), r["basis"]) for r in inside),
        key=lambda b: b.project,
    )
