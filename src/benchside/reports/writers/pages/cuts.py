"""Which cuts a figure's page shows: those its rows bear values of, at most three, the most telling first."""

from benchside.figures.explain import Explained
from benchside.figures.membership import NONE, possible
from benchside.model.figure import Figure
from benchside.reports import words
from benchside.reports.edition import Edition

MOST = 2
MOST_VALUES = 30

_ORDER = ("kind", "payer", "stage", "group", "sector", "tile", "area", "call", "state", "year", "country", "project")


def cuts_of(edition: Edition, opened: Explained) -> list[tuple[str, list[Figure], int]]:
    """dimension, figures, and how many more there are; none where nothing was computed."""
    if opened.figure.status not in ("computed", "estimated") or len(opened.rows) + opened.masked < 2:
        return []
    can = [d for d in _ORDER if d in possible(opened.indicator) and _is_borne(opened, d)]
    found = []
    for by in can:
        figures = [f for f in edition.ask(opened.indicator.id, opened.figure.scope, by) if _is_shown(f)]
        if sum(f.cut != NONE for f in figures) > 1:
            found.append((by, figures[:MOST_VALUES], len(figures) - MOST_VALUES))
        if len(found) == MOST:
            break
    return found


def _is_borne(opened: Explained, dimension: str) -> bool:
    """A key that rows bear themselves must differ among them, or the cut says nothing."""
    if dimension not in opened.indicator.keys:
        return True
    return len({r.get(dimension) for r in opened.rows}) > 1


def _is_shown(figure: Figure) -> bool:
    return bool(words.number(figure)) or figure.status == "protected"
