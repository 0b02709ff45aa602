"""What comes out of asking an indicator: a figure, with everything that stands behind it."""

from dataclasses import asdict, dataclass, field
from typing import Any

from benchside.model.estimate import Simulated

JSON_FIELDS = (
    "id", "title", "unit", "scope", "by", "cut", "as_of", "value", "low", "high", "n", "denominator", "status",
    "coverage", "evidence_count", "origins", "build",
)  # fmt: skip
"""The fields of `benchside figures --format json`, in their order: a contract."""


@dataclass(frozen=True)
class Moment:
    """A point of a curve of times: after `time` (in the figure's unit) the share `reached` has had what it waits for, with its interval.

    `at_risk`: how many were still waiting just before. `low` and `high` are None where nothing is known of the interval.
    """

    time: float
    at_risk: float
    reached: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Figure:
    """One number, or the reason why there is none.

    `status`: `computed` from records, `reported` (only a published statement supports it), `estimated` (rests on assumptions),
    `no_value` (no records, and coverage does not allow a zero), `protected` (a count of people too small to show), `not_reached` (a time by which it happens to half of the things, and it has to fewer).
    `coverage`: complete, partial or none, for the record types counted. `low` and `high`: an interval, or the range of an
    estimate. `n`: observations. `denominator`: of a ratio. `exact`: the value as an exact fraction, as text.
    `few`: the value rests on so few things that it is shown with its interval, set back, and never ranked. `series`: the method and
    database of each kind of score that it counts; between figures of different series lies a break. `curve`: of a time, the share to
    which it has happened moment by moment. `simulated`: of an estimate, what draws from its assumptions come to, and what each of them does alone.
    """

    id: str
    title: str
    unit: str
    scope: dict[str, list[str]]
    by: str | None
    cut: str | None
    as_of: str
    value: int | float | None
    low: int | float | None
    high: int | float | None
    n: int
    denominator: int | float | None
    status: str
    coverage: str
    evidence_count: int
    origins: list[str]
    build: str
    label: str = ""
    printed: str = "exact"
    exact: str = ""
    notes: tuple[str, ...] = ()
    grades: dict[str, int] = field(default_factory=dict)
    few: bool = False
    series: tuple[str, ...] = ()
    curve: tuple[Moment, ...] = ()
    simulated: Simulated | None = None

    def as_json(self) -> dict[str, Any]:
        """The contract's fields as plain values."""
        whole = asdict(self) | {"scope": {key: "|".join(values) for key, values in self.scope.items()}}
        return {name: whole[name] for name in JSON_FIELDS}
