"""Records of projects or works that are one: joined across sources, never two of one source, unless somebody says so.

Which of two records of one source are one its own reader settles, since it knows the source. What is joined is worked out anew
in each build from identifiers, from what sources hand over, and from the judgements in `judgements.csv`, where a project is called
`<source>:project:<key>` and a work `<source>:work:<key>`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchside.model.origin import Decision
from benchside.resolve import identifying
from benchside.resolve.clusters import Contradiction, cluster, order
from benchside.resolve.judgements import Judgement, Ledger

Ask = Callable[[str], list[tuple]]
BY = identifying.BY
KINDS = ("project", "work")


@dataclass(frozen=True)
class Known:
    """The records of one kind: key → source, and the order in which sources are preferred."""

    kind: str
    sources: dict[str, str]
    order: Sequence[str] = ()

    def id(self, key: str) -> str:
        """How judgements name a record."""
        return f"{self.sources[key]}:{self.kind}:{key}"

    def key(self, record: str) -> str:
        """The key in a record's id."""
        return record.split(f":{self.kind}:", 1)[1]

    def rank(self, key: str) -> tuple:
        """The source that programme.toml names first, then the smallest key."""
        source = self.sources[key]
        return (self.order.index(source) if source in self.order else len(self.order), key)


@dataclass(frozen=True)
class Joined:
    """Clusters of keys with more than one member, the judgement that joined each record to another, and what was not followed."""

    clusters: list[list[str]]
    by: dict[str, tuple[Judgement, str]]
    against: tuple[Contradiction, ...]


def is_of_kind(record: str) -> bool:
    """Does a judgement that names this record speak of a project or a work, not of an organisation?"""
    return any(f":{kind}:" in record for kind in KINDS)


def judged(ledger: Ledger, known: Known) -> list[Judgement]:
    """What stands of two records of this kind that are both in the build."""
    ids = {known.id(key) for key in known.sources} if len(ledger) else set()
    return [j for j in ledger.standing() if j.left in ids and j.right in ids]


def join(known: Known, judgements: Iterable[Judgement], found: Iterable[Judgement]) -> Joined:
    """`judgements` stand; `found` are what identifiers prove of pairs of which nothing stands, between different sources."""
    standing = list(judgements)
    about = {j.pair for j in standing}
    every = [*standing, *(j for j in found if j.pair not in about)]
    records = sorted({record for j in every for record in j.pair})
    clusters = cluster(records, every, _sources_apart(known, records, standing))
    refused = {c.same for c in clusters.contradictions}
    by: dict[str, tuple[Judgement, str]] = {}
    for judgement in sorted((j for j in every if j.verdict == "same" and j not in refused), key=order):
        left, right = (known.key(record) for record in judgement.pair)
        by.setdefault(left, (judgement, right))
        by.setdefault(right, (judgement, left))
    several = [sorted(map(known.key, held), key=known.rank) for held in clusters.members().values() if len(held) > 1]
    return Joined(several, by, clusters.contradictions)


def _sources_apart(known: Known, records: Iterable[str], standing: Iterable[Judgement]) -> list[list[str]]:
    """The records of each source, of which no two are joined. One that was judged to be another of its source is left out."""
    groups: dict[str, list[str]] = {}
    source = {record: known.sources[known.key(record)] for record in records}
    free = {j.left for j in standing if j.verdict == "same" and source[j.left] == source[j.right]}
    for record in records:
        if record not in free:
            groups.setdefault(source[record], []).append(record)
    return [groups[name] for name in sorted(groups)]


def told(table: str, column: str, contradictions: Iterable[Contradiction]) -> list[Decision]:
    """What identifiers or judgements said and could not be followed."""
    why = {"two ids of one registry": "one source holds both, and its own reader keeps them apart"}
    return [
        Decision(
            table, " ".join(c.same.pair), column, "same", "apart",
            f"{c.same.reason}; but {c.different[0]} and {c.different[1]} are two: {why.get(c.reason, c.reason)}",
        )
        for c in contradictions
    ]  # fmt: skip
