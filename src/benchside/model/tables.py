"""All record types by name, and the order in which references can be followed."""

from benchside.errors import unknown
from benchside.model.columns import Reference
from benchside.model.record import AnyPointer, RecordType
from benchside.model.records import effects, evidence, money, outputs, partners, programme, science, scores

RECORD_TYPES: dict[str, RecordType] = {
    t.name: t
    for module in (programme, partners, money, outputs, science, scores, effects, evidence)
    for t in module.FAMILY
}
"""name → record type, in the order of their families."""


def record_type(name: str) -> RecordType:
    """The record type of that name; `UsageError` with the known names where there is none."""
    if name not in RECORD_TYPES:
        raise unknown("table", name, RECORD_TYPES)
    return RECORD_TYPES[name]


def references(of: RecordType) -> dict[str, str]:
    """column → record type it points to."""
    return {c.name: c.kind.to for c in of.columns if isinstance(c.kind, Reference)}


def in_reference_order() -> list[RecordType]:
    """The record types so that each comes after those it points to.

    Types with free pointers (links, observations) come after all others, and what refers to them last.
    """
    done: dict[str, RecordType] = {}

    def place(of: RecordType) -> None:
        if of.name in done:
            return
        for to in references(of).values():
            if to != of.name:
                place(RECORD_TYPES[to])
        done[of.name] = of

    for each in sorted(RECORD_TYPES.values(), key=_points_freely):
        place(each)
    return list(done.values())


def _points_freely(of: RecordType) -> bool:
    to = [of, *(RECORD_TYPES[t] for t in references(of).values() if t != of.name)]
    return any(isinstance(rule, AnyPointer) for each in to for rule in each.rules)
