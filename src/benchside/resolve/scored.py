"""A candidate with its score, apart from what computes it: Splink takes long to load, and not everything needs it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scored:
    """Two subjects by their places, the two names that fit best (by their places in the subject), and how they compare.

    `score` is in bits: 0 is as likely as not, 10 a thousand to one. `levels` holds Splink's number of each comparison.
    """

    left: int
    right: int
    left_name: int
    right_name: int
    score: float
    levels: tuple[int, ...]
