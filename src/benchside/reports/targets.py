"""Targets of a framework beside the figures they are set for."""

import re
from dataclasses import dataclass
from fractions import Fraction

from benchside.charts.kpi_progress import Bullet
from benchside.figures.answers import Held, exact, held
from benchside.frameworks.progress import NO_TARGET, way_gone
from benchside.indicators.catalogue import all_indicators
from benchside.model.figure import Figure
from benchside.model.rounding import printed
from benchside.reports import words
from benchside.reports.edition import Edition

_MILLIONTHS = 1_000_000


@dataclass(frozen=True)
class Target:
    """One target: what is asked, baseline and target as printed, the figure in the target's own scope and how it prints.

    `held`: how the figure stands against the target at the report's date.
    """

    wording: str
    to_be_verified: bool
    baseline: str
    target: str
    figure: Figure
    value: str
    scope: str
    framework: str
    held: Held


def targets(edition: Edition) -> list[Target]:
    """The recorded targets whose indicator is known, framework by framework."""
    rows = sorted(edition.records.now("target"), key=lambda r: (r["framework"], _natural(r["target_id"])))
    return [_target(edition, row) for row in rows if row["indicator"] in all_indicators()]


def _target(edition: Edition, row: dict) -> Target:
    figure = edition.one(row["indicator"], f"all;{row['scope']}")
    return Target(
        wording=row["wording"],
        to_be_verified=row["wording_state"] != "seen",
        baseline=_number(figure, row["baseline"]),
        target=_number(figure, row["target"]),
        figure=figure,
        value=words.number(figure) or "no value",
        scope=row["scope"],
        framework=row["framework"],
        held=held(row, figure, edition.as_of),
    )


def bullets(found: list[Target]) -> list[Bullet]:
    """The targets as rows of a picture; one without a number to reach is left out."""
    return [_bullet(target) for target in found if target.held.status != NO_TARGET]


def _bullet(target: Target) -> Bullet:
    figure, aim = target.figure, target.held.aim
    value = exact(figure)
    gone, due = (None if v is None else way_gone(aim, v) for v in (value, target.held.expected))
    return Bullet(
        label=figure.title, value="" if value is None else printed_as(figure, value), baseline=target.baseline, target=target.target,
        due=aim.due_on.isoformat() if aim.due_on else "", way=None if gone is None else float(gone),
        expected_way=None if due is None else float(due), expected="" if target.held.expected is None else printed_as(figure, target.held.expected),
        status=target.held.status, figure=figure,
    )  # fmt: skip


def _natural(key: str) -> list[tuple[int, str]]:
    """Keys in the order people read them: kpi-2 before kpi-10."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", key)]


def _number(figure: Figure, millionths: int | None) -> str:
    if millionths is None:
        return "–"
    return printed_as(figure, Fraction(millionths, _MILLIONTHS))


def printed_as(figure: Figure, value: Fraction) -> str:
    """A number in the style of a figure, money in millions."""
    return printed(value, "euro_m" if figure.unit == "EUR" else figure.printed)
