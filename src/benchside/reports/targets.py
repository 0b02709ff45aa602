"""Targets of a framework beside the figures they are set for."""

import re
from dataclasses import dataclass
from fractions import Fraction

from benchside.indicators.catalogue import all_indicators
from benchside.model.figure import Figure
from benchside.model.rounding import printed
from benchside.reports import words
from benchside.reports.edition import Edition

_MILLIONTHS = 1_000_000


@dataclass(frozen=True)
class Target:
    """One target: what is asked, baseline and target as printed, the figure in the target's own scope and how it prints."""

    wording: str
    to_be_verified: bool
    baseline: str
    target: str
    figure: Figure
    value: str
    scope: str
    framework: str


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
    )


def _natural(key: str) -> list[tuple[int, str]]:
    """Keys in the order people read them: kpi-2 before kpi-10."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", key)]


def _number(figure: Figure, millionths: int | None) -> str:
    if millionths is None:
        return "–"
    style = "euro_m" if figure.unit == "EUR" else figure.printed
    return printed(Fraction(millionths, _MILLIONTHS), style)
