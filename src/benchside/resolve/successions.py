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


Step = tuple[str, str, Succession]
"""Who was followed, by whom, and what says so."""


def course(steps: Iterable[Step]) -> tuple[dict[str, list[tuple[str, str, Succession]]], list[tuple[Succession, str]]]:
    """Who stands for each predecessor over time, as (since, who, succession) in the order of days; and what is not followed, with why.

    A successor that was itself followed stands no longer. What has no day, several successors, or comes back to where it began is
    not followed: nobody can say who stood for it.
    """
    following, unfollowed = _single(steps)
    circular = [start for start in following if _comes_back(start, following)]
    unfollowed += [(following.pop(start)[2], "the successions run in a circle") for start in circular]
    return {start: _path(start, following) for start in following}, unfollowed


def _single(steps: Iterable[Step]) -> tuple[dict[str, tuple[str, str, Succession]], list[tuple[Succession, str]]]:
    """before → its one successor, since the first day on which any record says so."""
    dated: dict[str, list[tuple[str, str, Succession]]] = {}
    unfollowed = []
    for before, after, succession in steps:
        if succession.on:
            dated.setdefault(before, []).append((succession.on, after, succession))
        else:
            unfollowed.append((succession, "no day is given"))
    several = {before for before, found in dated.items() if len({after for _, after, _ in found}) > 1}
    unfollowed += [
        (s, "it was followed by several organisations") for before in sorted(several) for _, _, s in dated.pop(before)
    ]
    return {before: min(found, key=lambda f: (f[0], f[2].origin)) for before, found in dated.items()}, unfollowed


def _comes_back(start: str, following: dict[str, tuple[str, str, Succession]]) -> bool:
    at, seen = following[start][1], {start}
    while at in following and at not in seen:
        seen.add(at)
        at = following[at][1]
    return at == start


def _path(start: str, following: dict[str, tuple[str, str, Succession]]) -> list[tuple[str, str, Succession]]:
    found: list[tuple[str, str, Succession]] = []
    at = start
    while at in following:
        on, at, succession = following[at]
        if found and on <= found[-1][0]:
            found[-1] = (found[-1][0], at, succession)  # it was followed before it stood for anybody
        else:
            found.append((on, at, succession))
    return found


def _follow(record: str, after: dict[str, list[str]], trail: tuple[str, ...], found: list[str]) -> None:
    if record in trail:
        raise DataError(
            f"The successions run in a circle: {' → '.join((*trail, record))}. Correct the one that points back."
        )
    if record not in after:
        found.append(record)
    for later in after.get(record, ()):
        _follow(later, after, (*trail, record), found)
