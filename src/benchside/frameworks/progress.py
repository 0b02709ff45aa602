"""How far a value has come from its baseline to its target at a date, in words.

The trajectory is the straight line from the baseline on its date to the target on its due date. Where a date or the baseline is missing there
is no trajectory, and nothing is called behind. A target below its baseline is one that is met by falling.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

MET, ON_THE_WAY, BEHIND, MISSED = "met", "on the way", "behind", "not met by its date"
UNDATED, NO_RECORDS, NO_TARGET = "not met, no date set", "no records", "no target"
STATUSES = (MET, ON_THE_WAY, BEHIND, MISSED, UNDATED, NO_RECORDS, NO_TARGET)

_MILLIONTHS = 1_000_000


@dataclass(frozen=True)
class Aim:
    """What is to be reached: target, baseline (None: not known) and their dates, in the unit of the indicator."""

    target: Fraction | None
    baseline: Fraction | None = None
    baseline_on: date | None = None
    due_on: date | None = None

    @property
    def is_met_by_falling(self) -> bool:
        """Does the target lie below the baseline?"""
        return self.baseline is not None and self.target is not None and self.target < self.baseline


def aim_of(row: dict[str, Any]) -> Aim:
    """The aim of a record of the type `target`, whose numbers are kept in millionths."""
    numbers = {c: None if row[c] is None else Fraction(row[c], _MILLIONTHS) for c in ("target", "baseline")}
    return Aim(**numbers, baseline_on=row.get("baseline_on"), due_on=row["due_on"])


def expected(aim: Aim, on: date) -> Fraction | None:
    """Where the trajectory stands on a day: the baseline before it begins, the target after it ends; None without a trajectory.

    >>> expected(Aim(Fraction(50), Fraction(0), date(2014, 1, 1), date(2024, 1, 1)), date(2019, 1, 2))
    Fraction(25, 1)
    """
    if (
        aim.target is None
        or aim.baseline is None
        or aim.baseline_on is None
        or aim.due_on is None
        or aim.due_on <= aim.baseline_on
    ):
        return None
    gone = Fraction((on - aim.baseline_on).days, (aim.due_on - aim.baseline_on).days)
    return aim.baseline + (aim.target - aim.baseline) * min(max(gone, Fraction(0)), Fraction(1))


def status(aim: Aim, value: Fraction | None, on: date) -> str:
    """Where a value stands on a day, as one of `STATUSES`. A value on the trajectory is on the way."""
    if aim.target is None:
        return NO_TARGET
    if value is None:
        return NO_RECORDS
    if _reaches(value, aim.target, aim):
        return MET
    if aim.due_on is not None and on > aim.due_on:
        return MISSED
    due = expected(aim, on)
    if due is None:
        return UNDATED
    return ON_THE_WAY if _reaches(value, due, aim) else BEHIND


def way_gone(aim: Aim, value: Fraction) -> Fraction | None:
    """The part of the way from the baseline (nought where none is known) to the target; None where there is no way to go.

    >>> way_gone(Aim(Fraction(50), Fraction(10)), Fraction(30))
    Fraction(1, 2)
    """
    start = aim.baseline or Fraction(0)
    return None if aim.target is None or aim.target == start else (value - start) / (aim.target - start)


def _reaches(value: Fraction, wanted: Fraction, aim: Aim) -> bool:
    return value <= wanted if aim.is_met_by_falling else value >= wanted
