"""Mergers and successors: which organisation stood in the place of another on a day.

A predecessor and its successor are two organisations with two ids, never one cluster: what a university did before it merged stays
its own. Only a question about a later day follows the succession.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from benchside.errors import DataError

KINDS = ("merger", "split", "renewal")
"""Several became one; one became several; one followed one."""


@dataclass(frozen=True)
class Succession:
    """`before` was followed by `after` from the day `on`, which is missing where no source says it; `origin` says which does."""

    before: str
    after: str
    kind: str
    on: str = ""
    origin: str = ""

    def __post_init__(self):
        if self.kind not in KINDS:
            raise DataError(
                f"The succession of {self.before!r} by {self.after!r} is a {self.kind!r}, expected one of {', '.join(KINDS)}."
            )


def standing_at(record: str, day: str, successions: Iterable[Succession]) -> tuple[str, ...]:
    """Who stood in the record's place on that day: itself, or its successors, several after a split.

    A succession without a date is not followed: nobody can say that it lay before the day.
    """
    after: dict[str, list[str]] = {}
    for succession in successions:
        if succession.on and succession.on <= day:
            after.setdefault(succession.before, []).append(succession.after)
    found: list[str] = []
    _follow(record, after, (), found)
    return tuple(sorted(set(found)))


def _follow(record: str, after: dict[str, list[str]], trail: tuple[str, ...], found: list[str]) -> None:
    if record in trail:
        raise DataError(
            f"The successions run in a circle: {' → '.join((*trail, record))}. Correct the one that points back."
        )
    if record not in after:
        found.append(record)
    for later in after.get(record, ()):
        _follow(later, after, (*trail, record), found)
