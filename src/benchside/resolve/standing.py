"""Which organisation stands for which in a build: worked out from shared identifiers, kept judgements and dated successions.

No names are compared here, so that a build takes no longer and the same inputs give the same build: what names showed is a judgement
that was written down. A build keeps only what follows from the judgements: close one, and the next build is as though it had
never been.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from benchside.model.origin import Decision, Extract, RowsPiece
from benchside.resolve import identifying
from benchside.resolve.clusters import Clusters, cluster, order
from benchside.resolve.identifiers import PROOFS, normalise_all
from benchside.resolve.joining import is_of_kind
from benchside.resolve.judgements import Judgement, Ledger
from benchside.resolve.records import Subject
from benchside.resolve.successions import Succession, course

TABLE = "organisation_cluster"
COLUMNS = (
    "organisation_cluster_id", "organisation_id", "cluster_id", "basis", "reason", "judged_by", "judged_on", "score", "since_on",
    "until_on",
)  # fmt: skip

_SCHEMES = ", ".join(f"'{scheme}'" for scheme, proof in PROOFS.items() if proof.is_proof)
_BORNE = f"""
    SELECT organisation_id, 'ror' AS scheme, ror AS value FROM organisation WHERE ror IS NOT NULL
    UNION SELECT organisation_id, 'pic', pic FROM organisation WHERE pic IS NOT NULL
    UNION SELECT organisation_id, scheme, value FROM organisation_identifier WHERE scheme IN ({_SCHEMES})
"""
IDENTIFIERS = f"""
WITH borne AS ({_BORNE}),
told AS (SELECT *, upper(regexp_replace(value, '[^A-Za-z0-9]', '', 'g')) AS bare FROM borne),
shared AS (SELECT organisation_id FROM told QUALIFY count(*) OVER (PARTITION BY scheme, bare) > 1)
SELECT o.organisation_id, o.source, b.scheme, b.value FROM borne b JOIN organisation o USING (organisation_id)
WHERE organisation_id IN (FROM shared) ORDER BY ALL
"""
"""All identifiers of the organisations that share one with another, as they are spelt."""
RECORDS = "SELECT source || ':' || organisation_id, organisation_id, source FROM organisation"
SUCCESSIONS = (
    "SELECT before_id, after_id, kind, coalesce(CAST(happened_on AS VARCHAR), ''), organisation_succession_id "
    "FROM organisation_succession WHERE kind <> 'split' ORDER BY organisation_succession_id"
)
HANDED_OVER = (
    "SELECT organisation_id, cluster_id, coalesce(reason, 'handed over'), coalesce(judged_by, source), "
    "coalesce(CAST(TRY_CAST(judged_on AS DATE) AS VARCHAR), ''), TRY_CAST(score AS DOUBLE) FROM staged "
    "WHERE coalesce(since_on, '') = '' ORDER BY seq"
)
"""What a source says of which are one: another build's table, for instance. What follows from successions is worked out anew."""

Ask = Callable[[str], list[tuple]]


@dataclass(frozen=True)
class _Known:
    """Record ids of the organisations of a build → their keys and sources, and back."""

    keys: dict[str, str]
    sources: dict[str, str]

    def id(self, key: str) -> str:
        return f"{self.sources[key]}:{key}"


def standing_for(ledger: Ledger, registries: Collection[str]) -> Callable[[Ask], Extract]:
    """How a build works out its clusters. `registries` are the sources of which no two records are one."""
    return lambda ask: _work_out(ask, ledger, registries)


def _work_out(ask: Ask, ledger: Ledger, registries: Collection[str]) -> Extract:
    borne, followed, handed = ask(IDENTIFIERS), ask(SUCCESSIONS), ask(HANDED_OVER)
    if not (borne or followed or handed or len(ledger)):
        return Extract({})
    rows = ask(RECORDS)
    known = _Known({record: key for record, key, _ in rows}, {key: source for _, key, source in rows})
    judged = [j for j in ledger.standing() if j.left in known.keys and j.right in known.keys]
    program = [j for j in (*_handed_over(handed, known), *_by_identifiers(borne)) if ledger.of(*j.pair) is None]
    clusters = _joined([*judged, *program], known, registries)
    same = sorted((j for j in (*judged, *program) if j.verdict == "same"), key=order)
    joins = _Joins(clusters, same, known)
    pieces, unfollowed = _rows(joins, [Succession(*row) for row in followed])
    said = [*_absent(ledger, known), *_unknown(handed, known), *_against(clusters), *unfollowed]
    return Extract({TABLE: [RowsPiece(COLUMNS, pieces, [row[0] for row in pieces])]}, said)


def _by_identifiers(borne: Iterable[tuple]) -> list[Judgement]:
    """What shared identifiers prove. Without a day: what is one was never two."""
    of: dict[tuple[str, str], dict[str, list[str]]] = {}
    for key, source, scheme, value in borne:
        of.setdefault((key, source), {}).setdefault(scheme, []).append(value)
    subjects = [
        Subject(f"{source}:{key}", source, (), "", (), "", normalise_all(values))
        for (key, source), values in of.items()
    ]
    return identifying.identify(subjects, "")


def _handed_over(rows: Iterable[tuple], known: _Known) -> list[Judgement]:
    return [
        Judgement(known.id(key), known.id(stands), "same", reason, by, day, score)
        for key, stands, reason, by, day, score in rows
        if key in known.sources and stands in known.sources and key != stands
    ]


def _joined(judgements: Sequence[Judgement], known: _Known, registries: Collection[str]) -> Clusters:
    records = sorted({record for j in judgements for record in j.pair})
    apart = [[r for r in records if known.sources[known.keys[r]] == registry] for registry in sorted(registries)]
    return cluster(records, judgements, apart)


class _Joins:
    """The clusters by the keys of organisations: who stands for whom (the smallest key), and by which judgement."""

    def __init__(self, clusters: Clusters, same: Sequence[Judgement], known: _Known):
        self.stands: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}
        for records in clusters.members().values():
            keys = sorted(known.keys[record] for record in records)
            self.members[keys[0]] = keys
            self.stands |= dict.fromkeys(keys, keys[0])
        refused = {c.same for c in clusters.contradictions}
        self.by: dict[str, tuple[Judgement, str]] = {}
        for judgement in same:
            if judgement not in refused:
                left, right = (known.keys[record] for record in judgement.pair)
                self.by.setdefault(left, (judgement, right))
                self.by.setdefault(right, (judgement, left))

    def stand(self, key: str) -> str:
        return self.stands.get(key, key)


def _rows(joins: _Joins, successions: Sequence[Succession]) -> tuple[list[tuple[str, ...]], list[Decision]]:
    """One row for each organisation and stretch of time in which another stands for it."""
    between = [(joins.stand(s.before), joins.stand(s.after), s) for s in successions]
    after, unfollowed = course((a, b, s) for a, b, s in between if a != b)
    found = []
    for stand in sorted({*joins.members, *after}):
        for key in joins.members.get(stand, [stand]):
            found += _stretches(key, stand, after.get(stand, []), joins)
    return found, [_undecided(s, why) for s, why in unfollowed]


def _stretches(
    key: str, stand: str, after: Sequence[tuple[str, str, Succession]], joins: _Joins
) -> list[tuple[str, ...]]:
    """The stretches of one organisation: in its own cluster, then in that of each successor."""
    ends = [*(since for since, _, _ in after), ""]
    rows = []
    if key != stand:
        judgement, other = joins.by[key]
        basis = "identifier" if judgement.by == identifying.BY else "judgement"
        score = "" if judgement.score is None else f"{judgement.score:.1f}"
        reason = f"{judgement.reason} ({other})"
        rows.append((stand, basis, reason, judgement.by, judgement.at, score, "", ends[0]))
    for (since, to, succession), until in zip(after, ends[1:], strict=True):
        reason = f"{succession.kind}: {succession.before} was followed by {succession.after} on {succession.on}"
        rows.append((to, "succession", reason, "", "", "", since, until))
    return [(f"{key}:{number}", key, *row) for number, row in enumerate(rows, 1)]


def _absent(ledger: Ledger, known: _Known) -> list[Decision]:
    """A judgement on records of which one is not in the build is kept, and followed nowhere."""
    return [
        Decision(
            TABLE, " ".join(j.pair), "cluster_id", j.verdict, "",
            f"not among the organisations of this build: {', '.join(r for r in j.pair if r not in known.keys)}",
        )
        for j in ledger.standing()
        if j.verdict == "same" and not (j.left in known.keys and j.right in known.keys) and not any(map(is_of_kind, j.pair))
    ]  # fmt: skip


def _unknown(handed: Iterable[tuple], known: _Known) -> list[Decision]:
    return [
        Decision(TABLE, row[0] or "", "cluster_id", row[1] or "", "", "one of the two is not among the organisations of this build")
        for row in handed if not (row[0] in known.sources and row[1] in known.sources)
    ]  # fmt: skip


def _against(clusters: Clusters) -> list[Decision]:
    return [
        Decision(
            TABLE, " ".join(c.same.pair), "cluster_id", "same", "",
            f"{c.same.reason}; but {c.different[0]} and {c.different[1]} are two: {c.reason}",
        )
        for c in clusters.contradictions
    ]  # fmt: skip


def _undecided(succession: Succession, why: str) -> Decision:
    return Decision(
        TABLE, succession.origin, "since_on", f"{succession.before} followed by {succession.after}", "", why
    )
