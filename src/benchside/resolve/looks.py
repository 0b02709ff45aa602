"""What is worth a person's look, as rows for a reader: `benchside match` prints them, a portal may show them."""

from dataclasses import asdict, dataclass
from typing import Any

from benchside.resolve.explain import Part
from benchside.resolve.records import Subject
from benchside.resolve.resolution import Resolution


@dataclass(frozen=True)
class Look:
    """Two records that may be one organisation: their names and places as written, the score in bits and as a probability, why it
    was not decided, and the parts of the score."""

    left: str
    right: str
    left_name: str
    right_name: str
    left_place: str
    right_place: str
    score: float
    probability: float
    reason: str
    parts: tuple[Part, ...]

    def as_row(self) -> dict[str, Any]:
        """For JSON: plain values only."""
        return asdict(self)


def looks(resolution: Resolution, limit: int | None = None) -> list[Look]:
    """What is worth a look, best first; all of it, or the first `limit`."""
    by_id = {subject.id: subject for subject in resolution.subjects}
    found = []
    for decision in resolution.worth_a_look()[:limit]:
        left, right = by_id[decision.left], by_id[decision.right]
        names = left.names[decision.scored.left_name].text, right.names[decision.scored.right_name].text
        probability = 1 / (1 + 2**-decision.score)
        found.append(Look(
            left.id, right.id, names[0], names[1], _place(left), _place(right), decision.score, probability, decision.reason,
            resolution.explain(decision),
        ))  # fmt: skip
    return found


def _place(subject: Subject) -> str:
    return ", ".join(filter(None, (subject.city_text, subject.country)))
