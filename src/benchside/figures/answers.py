"""The entries of a framework with the figures that answer them and the targets a programme is held to.

What feeds an entry in records is counted by `frameworks`; here the figure of its indicator is put beside it: in the scope of the programme's
target where it has one, and otherwise of everything recorded.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from benchside.figures.scope import Scope, parse
from benchside.frameworks.counting import RECORDS, Count, Reported
from benchside.frameworks.progress import Aim, aim_of, expected, status
from benchside.model.figure import Figure

AskOne = Callable[[str, Scope], Figure]
"""`ask(indicator, scope)`: the figure of the scope."""


@dataclass(frozen=True)
class Held:
    """A target a programme is held to: in which scope, what is to be reached, how it stands at the date and where it should."""

    id: str
    scope: str
    wording: str
    to_be_verified: bool
    aim: Aim
    status: str
    expected: Fraction | None


@dataclass(frozen=True)
class Answer:
    """An entry, what feeds it, its figure and its target; figure and target may be missing."""

    count: Count
    figure: Figure | None
    held: Held | None

    @property
    def is_given(self) -> bool:
        """Do records or a figure say something of the entry?"""
        return self.count.standing == RECORDS or has_value(self.figure)

    @property
    def needs(self) -> str:
        """What would have to be recorded; empty where something is given."""
        return "" if self.is_given else self.count.entry.needs


def has_value(figure: Figure | None) -> bool:
    """Is there a number to show, or a range?"""
    return figure is not None and (
        figure.value is not None or (figure.status == "estimated" and figure.low is not None)
    )


def answers(reported: Reported, targets: Iterable[Mapping[str, Any]], ask: AskOne, as_of: str) -> list[Answer]:
    """Every entry of a framework with its figure. `targets` are the programme's records of that type; those of this framework bear its title or id."""
    own = [dict(row) for row in targets if row["framework"] in (reported.framework.title, reported.framework.id)]
    return [_answer(count, own, ask, as_of) for count in reported.counts]


def _answer(count: Count, targets: Sequence[dict], ask: AskOne, as_of: str) -> Answer:
    name = count.entry.indicator
    if not name:
        return Answer(count, None, None)
    row = next((row for row in targets if row["indicator"] == name), None)
    figure = ask(name, parse(row["scope"]) if row else {})
    return Answer(count, figure, held(row, figure, as_of) if row else None)


def held(row: Mapping[str, Any], figure: Figure, as_of: str) -> Held:
    """A record of the type `target` beside the figure of its own scope."""
    aim, value = aim_of(dict(row)), exact(figure)
    if not as_of:
        aim = Aim(aim.target, aim.baseline)  # a programme without a date has no trajectory either
    on = date.fromisoformat(as_of) if as_of else date.max
    return Held(
        row["target_id"], row["scope"], row["wording"], row["wording_state"] != "seen", aim, status(aim, value, on), expected(aim, on)
    )  # fmt: skip


def exact(figure: Figure) -> Fraction | None:
    """The figure's value without rounding; None where it has none, or is an estimate's range."""
    if figure.value is None:
        return None
    return Fraction(figure.exact) if figure.exact else Fraction(figure.value)
