"""Asking for the figures of a picture: what an indicator cannot say of a scope is no picture, not a failure."""

from benchside.charts.base import Ask
from benchside.errors import UsageError
from benchside.model.figure import Figure

Scope = dict[str, list[str]]


def cuts(ask: Ask, indicator: str, scope: Scope, by: str) -> list[Figure]:
    """The figures by a dimension, those without a value among them; none where the scope or the cut is refused."""
    try:
        return ask(indicator, scope, by=by)
    except UsageError:
        return []


def whole(ask: Ask, indicator: str, scope: Scope) -> Figure | None:
    """The figure of the scope; None where it is refused or there is none at all."""
    try:
        return next(iter(ask(indicator, scope)), None)
    except UsageError:
        return None


def valued(figures: list[Figure]) -> list[Figure]:
    """Those that have a value to draw."""
    return [figure for figure in figures if figure.value is not None]


def narrowed(scope: Scope, key: str, value: str) -> Scope:
    """The scope with one of its dimensions held to a value."""
    return scope | {key: [value]}
