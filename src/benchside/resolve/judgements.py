"""Judgements: that two records are the same organisation, are not, or that it cannot be told. Kept for ever.

A judgement is never changed and never removed. One that proves wrong is closed, with its date, and another written beside it;
so "no" is remembered as well as "yes", and one can ask what was believed on any day.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

from benchside.errors import DataError, InputError
from benchside.model.spreadsheets import marked, unmarked

PROGRAM = "benchside"
"""How the name of a program of ours begins, where it stands for who judged."""
VERDICTS = ("same", "different", "unsure")


@dataclass(frozen=True)
class Judgement:
    """One decision on two records, by their ids in their sources.

    `by` is a role or a program, never a name; `score` is in bits, missing where nothing was computed; `at` and `closed_at`
    are ISO dates, and a judgement without `closed_at` stands.
    """

    left: str
    right: str
    verdict: str
    reason: str
    by: str
    at: str
    score: float | None = None
    closed_at: str = ""

    def __post_init__(self):
        if self.verdict not in VERDICTS:
            raise DataError(
                f"The judgement of {self.left!r} and {self.right!r} says {self.verdict!r}, expected one of {', '.join(VERDICTS)}."
            )
        if self.left == self.right:
            raise DataError(f"The judgement names {self.left!r} twice, expected two records. Name the other one.")
        for day in filter(None, (self.at, self.closed_at)):
            _check_day(self, day)
        if self.left > self.right:
            left, right = self.right, self.left
            object.__setattr__(self, "left", left)
            object.__setattr__(self, "right", right)

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids, the smaller first."""
        return self.left, self.right

    @property
    def is_by_program(self) -> bool:
        """Was it made by a program of ours, and not by a person?"""
        return self.by.startswith(PROGRAM)

    def stands(self, on: str = "") -> bool:
        """Was it in force at the end of that day? Without a day: is it not closed?"""
        return not self.closed_at if not on else self.at <= on and (not self.closed_at or self.closed_at > on)


def _check_day(judgement: Judgement, day: str) -> None:
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise DataError(
            f"The judgement of {judgement.left!r} and {judgement.right!r} bears the date {day!r}, expected one such as 2026-11-22."
        ) from error


class Ledger:
    """All judgements ever made, in the order in which they were written."""

    def __init__(self, judgements: Iterable[Judgement] = ()):
        self._all: list[Judgement] = []
        self._standing: dict[tuple[str, str], int] = {}
        for judgement in judgements:
            self._add(judgement)

    def __iter__(self) -> Iterator[Judgement]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def standing(self, on: str = "") -> list[Judgement]:
        """The judgements in force, or that were in force on a day."""
        return [judgement for judgement in self._all if judgement.stands(on)]

    def of(self, left: str, right: str) -> Judgement | None:
        """What stands of two records; None where nothing was judged."""
        place = self._standing.get((min(left, right), max(left, right)))
        return None if place is None else self._all[place]

    def judge(self, judgement: Judgement) -> None:
        """Writes a judgement. One that stands of the same two records is closed on the new one's day, never overwritten."""
        old = self._standing.get(judgement.pair)
        if old is not None:
            self._close(old, judgement.at)
        self._add(judgement)

    def undo(self, left: str, right: str, on: str) -> None:
        """Closes what stands of two records without judging anew: they are as though nobody had looked, from that day."""
        place = self._standing.get((min(left, right), max(left, right)))
        if place is None:
            raise DataError(f"Nothing stands of {left!r} and {right!r}, so nothing can be undone. Check the two ids.")
        self._close(place, on)

    def _close(self, place: int, on: str) -> None:
        judgement = self._all[place]
        if on < judgement.at:
            raise DataError(
                f"The judgement of {judgement.left!r} and {judgement.right!r} is of {judgement.at} and cannot be closed on {on}. "
                "Give the day on which it was closed."
            )
        self._all[place] = replace(judgement, closed_at=on)
        del self._standing[judgement.pair]

    def _add(self, judgement: Judgement) -> None:
        if judgement.stands():
            if judgement.pair in self._standing:
                raise DataError(
                    f"Two judgements stand of {judgement.left!r} and {judgement.right!r}, expected one. Close the one that is superseded."
                )
            self._standing[judgement.pair] = len(self._all)
        self._all.append(judgement)


COLUMNS = tuple(field.name for field in fields(Judgement))


def write_ledger(path: Path, ledger: Ledger) -> None:
    """All judgements as CSV, closed ones included. People open the file in a spreadsheet, so that no cell begins a formula."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        # A carriage return ends a row for every reader, and the writer quotes what holds a line feed alone.
        quoting = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writerow(COLUMNS)
        for judgement in ledger:
            cells = [_written(getattr(judgement, column)) for column in COLUMNS]
            (quoting if any("\r" in cell for cell in cells) else writer).writerow(cells)


def _written(value: str | float | None) -> str:
    return marked(value) if isinstance(value, str) else "" if value is None else str(value)


def read_ledger(path: Path, name: str = "") -> Ledger:
    """The judgements of a file that `write_ledger` wrote; `name` is what messages call it where it is a copy."""
    name = name or path.name
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{name} could not be read as judgements: {error}. Check the file.") from error
    missing = [column for column in COLUMNS if rows and column not in rows[0]]
    if missing:
        raise InputError(f"{name} lacks the column {', '.join(missing)}, expected {', '.join(COLUMNS)}.")
    return Ledger(_read(name, number, row) for number, row in enumerate(rows, start=2))


def _read(name: str, number: int, row: dict[str, str]) -> Judgement:
    try:
        score = float(row["score"]) if row["score"] else None
    except ValueError as error:
        raise InputError(f"{name} row {number}: score {row['score']!r}, expected a number or nothing.") from error
    return Judgement(**{column: unmarked(row[column]) for column in COLUMNS if column != "score"}, score=score)
