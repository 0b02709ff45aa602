"""What a figure must say of itself: that it rests on few things, who scored them up to when, and where a series breaks."""

from dataclasses import replace
from fractions import Fraction

from benchside.figures.reduce import Reduced, plain
from benchside.indicators.base import Indicator
from benchside.model.figure import Figure
from benchside.store.reading import Build
from benchside.store.selection import Selection

Series = dict[str | None, list[tuple[str, str, str]]]
"""cut → series, first and last census, of the rows of that cut."""


def is_few(indicator: Indicator, reduced: Reduced) -> bool:
    """Does the value rest on fewer things than the indicator asks for? A contrast is as weak as its smaller side."""
    return reduced.basis(indicator) < indicator.few


def on_number(indicator: Indicator, reduced: Reduced) -> tuple[str, ...]:
    """The notes on how many things stand behind a value."""
    found = []
    if indicator.reducer == "contrast":
        above, below = (_number(side) for side in reduced.sides)
        found.append(f"papers: {above} on the one side, {below} on the other")
    if is_few(indicator, reduced):
        found.append(
            f"rests on fewer than {indicator.few} papers: to be read with its interval, not to be ranked or compared"
        )
    return tuple(found)


def _number(weight: Fraction) -> str:
    number = plain(weight)
    return str(number) if isinstance(number, int) else f"{number:.1f}"


def series_of(build: Build, indicator: Indicator, chosen: Selection) -> Series:
    """The series that the chosen rows belong to, where the indicator's rows bear one."""
    found: Series = {}
    if {"series", "census"} <= set(indicator.keys):
        for row in build.query(chosen.series()):
            found.setdefault(row.get("cut"), []).append((row["series"], row["first"], row["last"]))
    return found


def with_series(figure: Figure, found: Series) -> Figure:
    """The figure with the series of its cut, and what must be said of them."""
    names = tuple(dict.fromkeys(series for series, _, _ in found.get(figure.cut, ())))
    return replace(figure, series=names, notes=(*figure.notes, *_on_series(found, figure.cut)))


def _on_series(found: Series, cut: str | None) -> tuple[str, ...]:
    """The notes on one cut: each series with its census, and a break where there are several, here or in the other cuts."""
    here = found.get(cut, [])
    notes = [f"scored by {series}, citations up to {_when(first, last)}" for series, first, last in here]
    others = sorted({series for rows in found.values() for series, _, _ in rows} - {series for series, _, _ in here})
    if len(here) > 1:
        notes.append("series break: the value mixes scores that are not comparable")
    if here and others:
        notes.append(f"series break: other parts of this cut are scored by {' and by '.join(others)}")
    return tuple(notes)


def _when(first: str, last: str) -> str:
    return first if first == last else f"dates from {first} to {last}"
