"""What the pictures of citation impact share: the words for a value with its interval, and the notes a figure must not lose."""

from benchside.charts.words import THIN, capital, decimals, exact, missing
from benchside.model.figure import Figure

WORLD = 1
"""The mean of the world's papers of the same field, year and type, by construction."""

BREAK = "series break"
"""How a figure's notes say that scores of several kinds meet."""


def said(figure: Figure | None, places: int = 2, *, share: bool = False) -> str:
    """The value with its interval, as tables print it; why there is none otherwise."""
    if figure is None or figure.value is None:
        return "no value" if figure is None else missing(figure)
    return f"{number(exact(figure), places, share)}{between(figure, places, share)}"


def number(value, places: int = 2, share: bool = False) -> str:
    """A value with its decimals; shares in per cent."""
    return f"{decimals(value * 100, 1)}{THIN}%" if share else decimals(value, places)


def between(figure: Figure, places: int = 2, share: bool = False) -> str:
    """The interval in brackets; empty where there is none."""
    if figure.low is None or figure.high is None:
        return ""
    return f" ({number(figure.low, places, share)} to {number(figure.high, places, share)})"


def papers(figure: Figure) -> str:
    """How many papers stand behind a value."""
    return f"{decimals(figure.n)} paper{'' if figure.n == 1 else 's'}"


def noted(figures: list[Figure]) -> str:
    """The notes of the figures as sentences, each once, but for what is said of single values."""
    notes = dict.fromkeys(n for f in figures for n in f.notes if not n.startswith(("rests on", BREAK)))
    return "".join(f" {capital(note)}." for note in notes)


def is_above(figure: Figure, line: float) -> bool:
    """Does the whole interval lie above the line?"""
    return figure.low is not None and figure.low > line
