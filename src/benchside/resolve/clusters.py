"""Clusters: the records that judgements say are one organisation, without ever joining two that were judged different.

A cluster is worked out from the judgements each time and stored nowhere: close a judgement and the cluster falls apart again.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from benchside.resolve.judgements import Judgement


@dataclass(frozen=True)
class Contradiction:
    """A `same` that was not followed, since it would have joined two records that were judged different."""

    same: Judgement
    different: tuple[str, str]
    reason: str


@dataclass(frozen=True)
class Clusters:
    """record id → cluster id, which is the smallest id of its records; and what could not be joined."""

    of: dict[str, str]
    contradictions: tuple[Contradiction, ...] = ()

    def members(self) -> dict[str, list[str]]:
        """cluster id → its records, sorted."""
        found: dict[str, list[str]] = defaultdict(list)
        for record in sorted(self.of):
            found[self.of[record]].append(record)
        return dict(found)


def cluster(
    records: Iterable[str], judgements: Iterable[Judgement], apart: Collection[Collection[str]] = ()
) -> Clusters:
    """The clusters of the records by the judgements that stand.

    A judgement by a person comes before one by a program, then the higher score, then the ids: so the outcome does not depend on the
    order in which they were written. `apart` names groups of records of which no two may be joined: the ids of a registry.
    """
    joined = _Joined(records, apart)
    standing = [judgement for judgement in judgements if judgement.stands()]
    for judgement in standing:
        if judgement.verdict == "different":
            joined.keep_apart(judgement)
    contradictions = []
    for judgement in sorted((j for j in standing if j.verdict == "same"), key=order):
        against = joined.join(judgement.left, judgement.right)
        if against:
            contradictions.append(Contradiction(judgement, *against))
    return Clusters({record: joined.name(record) for record in joined.parent}, tuple(contradictions))


def order(judgement: Judgement) -> tuple:
    """Persons first, then the higher score, then the ids."""
    score = float("inf") if judgement.score is None else judgement.score
    return (judgement.is_by_program, -score, judgement.pair)


class _Joined:
    """Records in disjoint sets; each set knows the records it must not take in and the registries it holds an id of."""

    def __init__(self, records: Iterable[str], apart: Collection[Collection[str]]):
        self.parent = {record: record for record in records}
        self.smallest = {record: record for record in self.parent}
        self.enemies: dict[str, dict[str, tuple[str, str]]] = {}
        self.registered: dict[str, dict[int, str]] = {}
        for group, ids in enumerate(apart):
            for record in ids:
                self.registered.setdefault(record, {})[group] = record

    def root(self, record: str) -> str:
        self.parent.setdefault(record, record)
        self.smallest.setdefault(record, record)
        while self.parent[record] != record:
            self.parent[record] = self.parent[self.parent[record]]
            record = self.parent[record]
        return record

    def name(self, record: str) -> str:
        return self.smallest[self.root(record)]

    def keep_apart(self, judgement: Judgement) -> None:
        """Only before anything is joined: every set is then one record."""
        left, right = self.root(judgement.left), self.root(judgement.right)
        self.enemies.setdefault(left, {})[right] = judgement.pair
        self.enemies.setdefault(right, {})[left] = judgement.pair

    def join(self, left: str, right: str) -> tuple[tuple[str, str], str] | None:
        """Joins two sets, or says which two records forbid it and why."""
        a, b = self.root(left), self.root(right)
        if a == b:
            return None
        if b in self.enemies.get(a, {}):
            return self.enemies[a][b], "judged different"
        shared = self.registered.get(a, {}).keys() & self.registered.get(b, {}).keys()
        if shared:
            group = min(shared)
            pair = sorted((self.registered[a][group], self.registered[b][group]))
            return (pair[0], pair[1]), "two ids of one registry"
        self._merge(a, b)
        return None

    def _merge(self, a: str, b: str) -> None:
        if len(self.enemies.get(a, {})) < len(self.enemies.get(b, {})):
            a, b = b, a
        self.parent[b] = a
        self.smallest[a] = min(self.smallest[a], self.smallest[b])
        self.registered.setdefault(a, {}).update(self.registered.pop(b, {}))
        for enemy, pair in self.enemies.pop(b, {}).items():
            del self.enemies[enemy][b]
            self.enemies[enemy].setdefault(a, pair)
            self.enemies.setdefault(a, {}).setdefault(enemy, pair)
