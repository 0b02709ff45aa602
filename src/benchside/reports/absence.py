"""Why something cannot be shown: which records are missing, in the words of the model."""

from benchside.indicators.catalogue import all_dimensions, all_indicators
from benchside.model.tables import RECORD_TYPES
from benchside.reports import words
from benchside.reports.edition import Edition

MOST_NAMES = 3


def reason(edition: Edition, ids: list[str], dimensions: list[str]) -> str:
    """One sentence for all the indicators asked for, cut by the dimensions: what they are, and what they wait for."""
    names = [i for i in dict.fromkeys(ids) if i in all_indicators()]
    cuts = [all_dimensions()[d].title.lower() for d in dict.fromkeys(dimensions) if d in all_dimensions()]
    waiting = [i for i in names if _unrecorded(edition, [i])]
    if waiting:
        missing = _unrecorded(edition, waiting)
        return f"{_subject(waiting)}: nothing is recorded of the type{'s' if len(missing) > 1 else ''} {words.listed(missing)}."
    if cuts and any(words.number(edition.one(i)) for i in names):
        return (
            f"{_subject(names)} by {words.listed(cuts)}: the records that are there do not give {words.listed(cuts)}."
        )
    if names and all(edition.one(i).status == "not_reached" for i in names):
        return f"{_subject(names)}: not reached, it has happened to fewer than half."
    return f"{_subject(names)}: the records that are there do not tell."


def undrawn(edition: Edition, ids: list[str], named: dict[str, int]) -> str:
    """Why there is no picture of indicators that were asked by dimensions. `named`: dimension → of how many of its values there is something to show."""
    names = [i for i in dict.fromkeys(ids) if i in all_indicators()]
    few = {d: many for d, many in named.items() if many < 2}
    if not few or _unrecorded(edition, names) or not any(words.number(edition.one(i)) for i in names):
        return reason(edition, ids, list(few))
    said = [
        f"{'one' if many else 'no'} {all_dimensions()[d].title.lower()}{' alone' * bool(many)}"
        for d, many in few.items()
    ]
    return f"No picture of {words.listed(_titles(names))}: the records that are there tell {words.listed(said)}."


def _subject(names: list[str]) -> str:
    """The first few by title, the rest by their number."""
    return f"No value for {words.listed(_titles(names))}" if names else "Nothing to show"


def _titles(names: list[str]) -> list[str]:
    titles = [f"“{all_indicators()[i].title}”" for i in names]
    return (
        titles if len(titles) <= MOST_NAMES else [*titles[: MOST_NAMES - 1], f"{len(titles) - MOST_NAMES + 1} others"]
    )


def _unrecorded(edition: Edition, names: list[str]) -> list[str]:
    """The types of record that must be there and of which there is none."""
    counts = edition.desk.build.manifest["counts"]
    needed = dict.fromkeys(t for i in names for t in all_indicators()[i].counts)
    return [f"“{RECORD_TYPES[t].title.lower()}”" for t in needed if not counts.get(t)]
