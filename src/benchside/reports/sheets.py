"""Tables of several figures by a dimension: which rows and columns they have, in which order, and what is said under them.

Things that could be read as rivals (projects, calls, programmes, comparison groups) stand in the order of their names, never of
their values; years in their order; other values as the first column puts them.
"""

import itertools
from dataclasses import dataclass, replace

from benchside.errors import UsageError
from benchside.figures.membership import NONE
from benchside.indicators.base import Indicator
from benchside.indicators.catalogue import indicator
from benchside.model.figure import Figure
from benchside.reports import words
from benchside.reports.absence import reason
from benchside.reports.edition import Edition
from benchside.reports.template import Asked

BY_NAME = ("project", "call", "programme", "area", "organisation", "benchmark")
"""Dimensions whose values are never ranked."""

MOST_YEARS = 20
"""The latest years that a table shows; papers are often dated long before a programme began, by mistake."""

MOST_ROWS = 15
"""Rows of a table by anything that is ranked; the figure's own page has them all."""

MOST_CROSSED = 60
"""Rows of a crossed table: those with the largest totals, in their order."""


@dataclass(frozen=True)
class Row:
    """One value of the dimension: its words, its key, and a figure for each column."""

    label: str
    key: str | None
    figures: tuple[Figure | None, ...]


@dataclass(frozen=True)
class Sheet:
    """One table. `title` names the part of the programme it speaks of; `left` counts rows that are not shown."""

    title: str
    by: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    left: int
    notes: tuple[str, ...]

    @property
    def has_few(self) -> bool:
        """Does any value rest on so few things that it is set back?"""
        return any(f.few for row in self.rows for f in row.figures if f is not None and f.value is not None)


def sheets(edition: Edition, asked: Asked) -> list[Sheet]:
    """The tables asked for: one, or one for each value of `asked.each` in the order of names. Tables without a value are left out."""
    scope = _scope(edition, asked)
    parts = _named(asked.each, edition.ask(asked.ids[0], scope, asked.each)) if asked.each else []
    if all(f.cut == NONE for f in parts):
        found = [_sheet(edition, asked, scope, "")]
    else:
        found = [
            _sheet(edition, asked, scope | {asked.each: [f.cut or ""]}, words.cut_label(asked.each, f))
            for f in parts
            if f.cut != NONE
        ]
        found += [s for s in [_without(edition, asked, scope, parts)] if s]
    return [s for s in found if any(row.key != NONE for row in s.rows)]


def _scope(edition: Edition, asked: Asked):
    return edition.scope_of(asked.ids[0], asked.scope)


def _without(edition: Edition, asked: Asked, scope, parts: list[Figure]) -> Sheet | None:
    """What bears no value of `each`: rows of the whole that stand in no other table."""
    if NONE not in {f.cut for f in parts}:
        return None
    inside = {
        f.cut
        for part in parts if part.cut != NONE
        for f in edition.ask(asked.ids[0], scope | {asked.each: [part.cut or ""]}, asked.down)
        if f.evidence_count
    }  # fmt: skip
    whole = _sheet(edition, asked, scope, f"{asked.each.capitalize()} not recorded")
    return replace(whole, rows=tuple(r for r in whole.rows if r.key not in inside), left=0)


def _sheet(edition: Edition, asked: Asked, scope, title: str) -> Sheet:
    found = [_cut(edition, name, scope, asked.down) for name in asked.ids]
    first = [c for c in _ordered(asked.down, found) if any(c in of and has_value(of[c]) for of in found)]
    kept = first if asked.down in BY_NAME else first[-MOST_YEARS:] if asked.down == "year" else first[:MOST_ROWS]
    rows = tuple(Row(_label(asked.down, found, cut), cut, tuple(of.get(cut) for of in found)) for cut in kept)
    columns = tuple((name, words.short_title(indicator(name))) for name in asked.ids)
    return _without_empty(edition, Sheet(title, asked.down, columns, rows, len(first) - len(kept), _notes(rows)))


def _without_empty(edition: Edition, sheet: Sheet) -> Sheet:
    """The table without the columns in which nothing has a value; under it stands why."""
    keep = [
        any(f is not None and has_value(f) for f in of) for of in zip(*(r.figures for r in sheet.rows), strict=True)
    ]
    if all(keep):
        return sheet
    empty = [name for (name, _), kept in zip(sheet.columns, keep, strict=True) if not kept]
    columns = tuple(itertools.compress(sheet.columns, keep))
    rows = tuple(replace(r, figures=tuple(itertools.compress(r.figures, keep))) for r in sheet.rows)
    return replace(sheet, columns=columns, rows=rows, notes=(*_notes(rows), reason(edition, empty, [sheet.by])))


def _notes(rows: tuple[Row, ...]) -> tuple[str, ...]:
    return notes_of([f for row in rows for f in row.figures])


def _cut(edition: Edition, name: str, scope, by: str) -> dict[str | None, Figure]:
    """cut → figure; none where this indicator cannot be asked so, and its column is a dash."""
    try:
        return {f.cut: f for f in edition.ask(name, scope, by)}
    except UsageError:
        return {}


def _ordered(by: str, found: list[dict[str | None, Figure]]) -> list[str | None]:
    """Every cut that any column has, in the order of the table; what bears no value of the dimension stands last."""
    every = {cut: f for of in reversed(found) for cut, f in of.items()}
    figures = [f for of in found for f in of.values() if every[f.cut] is f]
    if by in BY_NAME:
        figures = _named(by, figures)
    elif by == "year":
        figures = sorted(figures, key=lambda f: (f.cut == NONE, f.cut or ""))
    return [f.cut for f in sorted(figures, key=lambda f: f.cut == NONE)]


def _named(by: str, figures: list[Figure]) -> list[Figure]:
    return sorted(figures, key=lambda f: (f.cut == NONE, words.natural(words.cut_label(by, f)), f.cut or ""))


def _label(by: str, found: list[dict[str | None, Figure]], cut: str | None) -> str:
    return words.cut_label(by, next(of[cut] for of in found if cut in of))


def has_value(figure: Figure) -> bool:
    """Is there anything to print, were it only that it is withheld?"""
    return bool(words.number(figure)) or figure.status == "protected"


def notes_of(figures: list[Figure | None]) -> tuple[str, ...]:
    """What the figures say of themselves, each sentence once; that a value rests on few papers its grey says already."""
    said = dict.fromkeys(n for f in figures if f is not None for n in f.notes if not n.startswith("rests on fewer"))
    return tuple(words.sentence(note) for note in said)


@dataclass(frozen=True)
class Crossed:
    """One indicator with a dimension down and another across. A row has its words, its key, a figure for each column and that of
    the whole row; `left` counts rows with smaller totals that are not shown.
    """

    indicator: Indicator
    down: str
    across: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, str | None, tuple[Figure | None, ...], Figure | None], ...]
    left: int = 0


def crossed(edition: Edition, asked: Asked) -> Crossed | None:
    """The table asked for; None where nothing has a value or there is nothing to set across."""
    name, scope = asked.ids[0], _scope(edition, asked)
    parts = [f for f in _named(asked.across, edition.ask(name, scope, asked.across)) if f.cut != NONE and has_value(f)]
    totals = {f.cut: f for f in edition.ask(name, scope, asked.down) if has_value(f)}
    if not parts or not totals:
        return None
    cells = [_cut(edition, name, scope | {asked.across: [p.cut or ""]}, asked.down) for p in parts]
    order = _ordered(asked.down, [totals])
    order = order[-MOST_YEARS:] if asked.down == "year" else order
    kept = _largest(order, totals)
    rows = tuple((words.cut_label(asked.down, totals[c]), c, tuple(of.get(c) for of in cells), totals[c]) for c in kept)
    columns = tuple(words.cut_label(asked.across, p) for p in parts)
    return Crossed(indicator(name), asked.down, asked.across, columns, rows, len(order) - len(kept))


def _largest(order: list[str | None], totals: dict[str | None, Figure]) -> list[str | None]:
    """The cuts with the largest totals, in the order given."""
    ranked = sorted(order, key=lambda cut: -abs(totals[cut].value or 0))
    kept = set(ranked[:MOST_CROSSED])
    return [cut for cut in order if cut in kept]
