"""Who is who: from the records of several sources to judgements and clusters.

The flow: gather the records into subjects; judge what identifiers prove; score candidates by name; accept those that are surely the
same; cluster. What stands in the ledger already comes first and is never judged again by a program.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from benchside.resolve.clusters import Clusters, cluster
from benchside.resolve.decisions import BY, Decision, decide
from benchside.resolve.explain import Part, explain
from benchside.resolve.identifying import identify
from benchside.resolve.judgements import Judgement, Ledger
from benchside.resolve.records import Record, Subject, gather
from benchside.store.engine import DEFAULT_MEMORY

LEAST_SHOWN = -6.0
"""Candidates below this score are not kept: one in sixty-five of them would be the same by the model."""


@dataclass(frozen=True)
class Resolution:
    """What came of it: the clusters, every candidate with its decision, and the judgements that a program adds."""

    clusters: Clusters
    decisions: tuple[Decision, ...]
    added: tuple[Judgement, ...]
    subjects: Sequence[Subject] = field(repr=False, default=())

    def by_name(self, ledger: Ledger, today: str) -> list[Judgement]:
        """What names and places gave and the ledger does not hold: the accepted candidates, and records of one source in one country
        that say the same to the letter, which bear no score. What identifiers prove needs no keeping."""
        alike = (
            Judgement(subject.id, other, "same", "one source gives both the same name and place", BY, today)
            for subject in self.subjects if subject.country
            for other in subject.records[1:]
        )  # fmt: skip
        named = (judgement for judgement in self.added if judgement.by == BY)
        return [judgement for judgement in (*alike, *named) if ledger.of(*judgement.pair) is None]

    def explain(self, decision: Decision) -> tuple[Part, ...]:
        """Why a candidate has its score."""
        return explain(decision.scored, self.subjects)

    def worth_a_look(self) -> list[Decision]:
        """What a person should look at: the open candidates, those most likely to be the same first.

        A candidate that repeats what a better one of the same record offers comes after it.
        """
        open_ones = [decision for decision in self.decisions if decision.outcome == "open"]
        return sorted(open_ones, key=lambda d: (-d.worth, d.left, d.right))


def resolve(
    records: Iterable[Record],
    ledger: Ledger | None = None,
    *,
    today: str,
    registries: Collection[str] = ("ror",),
    memory: str = DEFAULT_MEMORY,
) -> Resolution:
    """Who is who among the records.

    `today` dates the judgements that are added (there is no clock here). `registries` are the sources in which every id is
    another organisation: their records are never compared among themselves, and a cluster holds one id of each.
    """
    from benchside.resolve.scoring import score  # with Splink, which only those who resolve should wait for

    ledger = ledger or Ledger()
    subjects = gather(records)
    proofs = [judgement for judgement in identify(subjects, today) if ledger.of(*judgement.pair) is None]
    decisions = decide(
        score(subjects, registries, least=LEAST_SHOWN, memory=memory), subjects, registries, ledger, proofs
    )
    named = [decision.as_judgement(today) for decision in decisions if decision.outcome == "same"]
    added = (*proofs, *named)
    apart = [[s.id for s in subjects if s.source == registry] for registry in sorted(registries)]
    clusters = cluster((s.id for s in subjects), (*_by_subject(ledger, subjects), *added), apart)
    return Resolution(_spread(clusters, subjects), tuple(decisions), added, subjects)


def _by_subject(ledger: Ledger, subjects: Sequence[Subject]) -> list[Judgement]:
    """The judgements that stand, between subjects: what was judged of one record holds for all that say the same."""
    subject = {record: s.id for s in subjects for record in s.records}
    return [
        Judgement(subject.get(j.left, j.left), subject.get(j.right, j.right), j.verdict, j.reason, j.by, j.at, j.score)
        for j in ledger.standing()
        if subject.get(j.left, j.left) != subject.get(j.right, j.right)
    ]


def _spread(clusters: Clusters, subjects: Sequence[Subject]) -> Clusters:
    """The clusters with every record of each subject."""
    of = dict(clusters.of)
    for subject in subjects:
        for record in subject.records:
            of[record] = clusters.of[subject.id]
    return Clusters(of, clusters.contradictions)
