"""From scores to decisions: which candidates are surely the same, and which a person should look at."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from benchside.resolve.identifying import conflict
from benchside.resolve.judgements import PROGRAM, Judgement, Ledger
from benchside.resolve.names import Name
from benchside.resolve.records import Subject
from benchside.resolve.scored import Scored
from benchside.resolve.weights import BY_NAME, COMPARISONS
from benchside.resolve.words import COMMON

BY = f"{PROGRAM}: names"
ACCEPTED = 0.0
"""Bits from which a candidate is taken for the same, if nothing below speaks against it: as likely as not by the names alone."""
SURE = 1.0
"""Bits from which a candidate is taken for the same although one of `AGAINST` was found."""
AGAINST = (("profile", "other"), ("kind", "against"), ("city", "other"), ("form", "other"))
"""What tells the medical university from the university, and the hospital from both."""
MARGIN = 1.5
"""By so many bits the best candidate in a source must lead the next one: else it cannot be told which is meant."""
STEM = 5
"""Letters by which a telling word is known in another language."""
_PLACES = {comparison.name: place for place, comparison in enumerate(COMPARISONS)}
_UNPROVEN = {"other": "another country", "firm": "a firm of this name may be in any country"}


@dataclass(frozen=True)
class Decision:
    """A candidate and what became of it: same, different (an identifier says so), judged (a person did) or open; and why."""

    left: str
    right: str
    scored: Scored
    outcome: str
    reason: str
    rank: int

    @property
    def score(self) -> float:
        """Bits."""
        return self.scored.score

    @property
    def worth(self) -> float:
        """How much a person's look is worth: the score, less what better candidates of the same record already offer."""
        return min(self.score, 8.0) - 2.0 * (self.rank - 1)

    def as_judgement(self, today: str) -> Judgement:
        """The judgement that the program writes."""
        return Judgement(self.left, self.right, "same", self.reason, BY, today, round(self.score, 1))


def decide(
    scored: Sequence[Scored],
    subjects: Sequence[Subject],
    registries: Collection[str],
    ledger: Ledger,
    proofs: Iterable[Judgement],
) -> list[Decision]:
    """What becomes of each candidate, best first.

    A candidate is accepted where it scores `ACCEPTED`, both are in one country, and it leads all others that its record has
    in that registry by `MARGIN`. Among sources that are no registry several may be accepted: they may write one name twice.
    """
    proven = {judgement.pair: judgement for judgement in proofs}
    best, spread = _best_in_registry(scored, subjects, registries), _in_several_countries(scored, subjects)
    seen: dict[tuple[int, str], int] = {}
    found = []
    for candidate in scored:
        left, right = subjects[candidate.left], subjects[candidate.right]
        ranks = []
        for own, other in ((candidate.left, right), (candidate.right, left)):
            seen[own, other.source] = seen.get((own, other.source), 0) + 1
            ranks.append(seen[own, other.source])
        outcome, reason = _outcome(candidate, left, right, best, ledger, proven)
        if outcome == "same" and spread & {candidate.left, candidate.right}:
            outcome, reason = "open", "no country is given, and the name is borne in several"
        found.append(Decision(left.id, right.id, candidate, outcome, reason, min(ranks)))
    return found


def _best_in_registry(
    scored: Sequence[Scored], subjects: Sequence[Subject], registries: Collection[str]
) -> dict[tuple[int, str], tuple[float, float]]:
    """(subject, registry) → the two best scores that it has there."""
    best: dict[tuple[int, str], tuple[float, float]] = {}
    for candidate in scored:
        for own, other in ((candidate.left, candidate.right), (candidate.right, candidate.left)):
            source = subjects[other].source
            if source in registries:
                first, second = best.get((own, source), (float("-inf"), float("-inf")))
                best[own, source] = (max(first, candidate.score), max(second, min(first, candidate.score)))
    return best


def _is_short(candidate: Scored) -> bool:
    return _level(candidate, "words") == "short"


def _is_placed(candidate: Scored, left: Subject, right: Subject) -> bool:
    """May a short name prove it? In one place, where the longer names share a telling word or one side has none; elsewhere in the
    country, where they share most of those of the shorter one."""
    telling = [
        {word for name in subject.names if _is_long(name) for word in name.words} - COMMON - set(left.city + right.city)
        for subject in (left, right)
    ]
    short = {_stem(word) for word in left.names[candidate.left_name].words}
    stems = [{_stem(word) for word in words} - short for words in telling]
    shared = stems[0] & stems[1]
    if _level(candidate, "city") in ("same", "part", "named"):
        return not all(telling) or bool(shared)
    return len(shared) * 2 > min(map(len, stems)) and bool(shared)


def _stem(word: str) -> str:
    """A long word by its beginning: maritiem and maritime, geologia and geology are one."""
    return word[:STEM] if len(word) > STEM else word


def _is_long(name: Name) -> bool:
    """Has it more words than one and a common one, such as Stichting?"""
    return len(name.words) > 2 or len([word for word in name.words if word not in COMMON]) > 1


def _level(candidate: Scored, comparison: str) -> str:
    return BY_NAME[comparison].level(candidate.levels[_PLACES[comparison]]).name


def _in_several_countries(scored: Sequence[Scored], subjects: Sequence[Subject]) -> set[int]:
    """The subjects without a country whose likely candidates lie in more than one: they would join what is not one."""
    countries: dict[int, set[str]] = {}
    for candidate in scored:
        if candidate.score >= ACCEPTED:
            for own, other in ((candidate.left, candidate.right), (candidate.right, candidate.left)):
                if not subjects[own].country and subjects[other].country:
                    countries.setdefault(own, set()).add(subjects[other].country)
    return {own for own, found in countries.items() if len(found) > 1}


def _outcome(
    candidate: Scored, left: Subject, right: Subject, best: dict, ledger: Ledger, proven: dict
) -> tuple[str, str]:
    judged = ledger.of(left.id, right.id) or proven.get((min(left.id, right.id), max(left.id, right.id)))
    if judged:
        return ("open" if judged.verdict == "unsure" else "judged"), judged.reason
    against = conflict(left, right)
    if against:
        return "different", against
    if candidate.score < ACCEPTED:
        return "open", "the names and places alone do not prove it"
    country = _level(candidate, "country")
    if country in _UNPROVEN:
        return "open", _UNPROVEN[country]
    if candidate.score < SURE and any(_level(candidate, comparison) == level for comparison, level in AGAINST):
        return "open", "the names and places alone do not prove it"
    if _is_short(candidate) and not _is_placed(candidate, left, right):
        return "open", "a short name, which others bear too"
    for own, other in ((candidate.left, right), (candidate.right, left)):
        first, second = best.get((own, other.source), (candidate.score, float("-inf")))
        if candidate.score < first:
            return "open", f"another record of {other.source} fits better"
        if second > candidate.score - MARGIN:
            return "open", f"several records of {other.source} fit as well"
    return "same", "name and place fit no other record as well" if (
        candidate.left,
        right.source,
    ) in best else "name and place"
