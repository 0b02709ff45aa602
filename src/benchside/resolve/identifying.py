"""What identifiers prove before any name is compared."""

from collections.abc import Sequence
from itertools import combinations

from benchside.resolve.identifiers import PROOFS
from benchside.resolve.judgements import PROGRAM, Judgement
from benchside.resolve.records import Subject

BY = f"{PROGRAM}: identifiers"
MOST_HOLDERS = 50
"""An identifier that more subjects bear than this is a filler, and proves nothing."""


def identify(subjects: Sequence[Subject], today: str) -> list[Judgement]:
    """The judgements that shared identifiers give: `same`, or `unsure` where another identifier of the two speaks against it.

    Every holder of an identifier is held against the first of them, which is enough to join them all.
    """
    holders: dict[tuple[str, str], list[Subject]] = {}
    for subject in subjects:
        for scheme, value in subject.identifiers:
            if PROOFS[scheme].is_proof:
                holders.setdefault((scheme, value), []).append(subject)
    found: dict[tuple[str, str], Judgement] = {}
    for (scheme, value), held in holders.items():
        if len(held) > MOST_HOLDERS:
            continue
        pairs = combinations(held, 2) if len(held) < 4 else ((held[0], other) for other in held[1:])
        for left, right in pairs:
            judgement = _judgement(left, right, scheme, value, today)
            found.setdefault(judgement.pair, judgement)
    return list(found.values())


def _judgement(left: Subject, right: Subject, scheme: str, value: str, today: str) -> Judgement:
    against = conflict(left, right)
    if against:
        reason = f"both bear {scheme} {value}, but {against}"
        return Judgement(left.id, right.id, "unsure", reason, BY, today)
    return Judgement(left.id, right.id, "same", f"both bear {scheme} {value}", BY, today)


def conflict(left: Subject, right: Subject) -> str:
    """What shows that the two differ: two values of a scheme in which an entity has one; an empty text where nothing does."""
    for scheme in (name for name, proof in PROOFS.items() if proof.is_one):
        a = {value for kind, value in left.identifiers if kind == scheme}
        b = {value for kind, value in right.identifiers if kind == scheme}
        if a and b and not a & b:
            return f"{scheme} {min(a)} is not {min(b)}"
    return ""
