"""A score, taken apart: what was compared, the two values, and the weight of each outcome."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchside.resolve.names import Name
from benchside.resolve.records import Subject
from benchside.resolve.scored import Scored
from benchside.resolve.weights import COMPARISONS, PRIOR_WEIGHT, Comparison


@dataclass(frozen=True)
class Part:
    """One comparison: what it says, its weight in bits, and the two values that were compared."""

    comparison: str
    says: str
    weight: float
    left: str
    right: str


def explain(scored: Scored, subjects: Sequence[Subject]) -> tuple[Part, ...]:
    """The parts of a score, the odds before any comparison first; their weights add up to it.

    A comparison that could not be made is left out.
    """
    left, right = subjects[scored.left], subjects[scored.right]
    names = left.names[scored.left_name], right.names[scored.right_name]
    start = Part("before", "how often a candidate is the same organisation", PRIOR_WEIGHT, "", "")
    parts = [start]
    for comparison, number in zip(COMPARISONS, scored.levels, strict=True):
        level = comparison.level(number)
        if level.m:
            shown = _shown(comparison, left, names[0], names[1]), _shown(comparison, right, names[1], names[0])
            parts.append(Part(comparison.name, level.says, level.weight, *shown))
    return tuple(parts)


def _shown(comparison: Comparison, subject: Subject, name: Name, other: Name) -> str:
    match comparison.shows:
        case "text":
            return name.text
        case "shared":
            return " ".join(word for word in name.words if word in other.words)
        case "rest":
            return " ".join(word for word in name.words if word not in other.words)
        case "city":
            return subject.city_text
        case "country":
            return subject.country
        case "kinds" | "numbers":
            return " ".join(sorted(getattr(name, comparison.shows)))
        case column:
            return getattr(name, column)


def as_lines(parts: Sequence[Part]) -> list[str]:
    """The explanation for a reader: `+6.1  the same words: Vib | VIB VZW`."""
    lines = []
    for part in parts:
        values = f": {part.left or '(none)'} | {part.right or '(none)'}" if part.left or part.right else ""
        lines.append(f"{part.weight:+.1f}  {part.says}{values}")
    return lines
