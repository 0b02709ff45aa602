"""What a chart declares, and what it becomes once figures are there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from benchside.model.figure import Figure

Ask = Callable[..., list[Figure]]
"""`ask(indicator, scope, by=…, as_of=…)` as `benchside.figures.ask.Desk.ask`: the figures, the largest first."""


@dataclass(frozen=True)
class Drawing:
    """One picture, ready for any format.

    `title` states the finding, `definition` what is shown, `source` where it comes from with its date. `spec` is Vega-Lite with
    the data inside; `columns` and `rows` are the same data as a table, for those who cannot see the picture.
    """

    id: str
    title: str
    definition: str
    source: str
    spec: dict[str, Any]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[str, ...]


@dataclass(frozen=True)
class Chart:
    """A picture that can be asked for by its id. `draw` returns None where there is nothing to draw."""

    id: str
    question: str
    draw: Callable[[Ask, dict[str, list[str]]], Drawing | None]
