"""A programme's builds opened, and what all steps share."""

from datetime import date
from pathlib import Path

from benchside.errors import UsageError
from benchside.figures.ask import Desk
from benchside.settings import read_programme
from benchside.store import builds
from benchside.store.reading import Build

JUDGEMENTS = "judgements.csv"
"""The file of a programme's folder that keeps what persons and programs judged of organisations."""

REGISTRIES = ("ror", "cordis")
"""Sources that hold each organisation once."""


def silent(text: str) -> None:
    """Progress that nobody watches."""


def open_build(folder: Path, name: str | None = None) -> Build:
    """The current build of a programme, or the one named."""
    programme = read_programme(folder)
    chosen = builds.choose(programme.store, name)
    return Build(programme.store / "builds" / chosen, memory=programme["memory"])


def open_desk(folder: Path, name: str | None = None) -> Desk:
    """A build ready to be asked."""
    return Desk(open_build(folder, name), below=read_programme(folder)["small_number"])


def day_of(text: str | None) -> str | None:
    """An as-of date from its text; `UsageError` for what is no day of the calendar."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageError(f"--as-of {text!r} is no day. Expected a date such as 2015-12-31.") from error
