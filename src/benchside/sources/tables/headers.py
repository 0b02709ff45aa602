"""The column names of a table as a person wrote them, held against the model before a row is read."""

import difflib
from collections import Counter
from collections.abc import Collection, Sequence

from benchside.model.record import RecordType

_LONGEST_SHOWN = 60


def suggestion(name: str, known: Collection[str]) -> str:
    """`; did you mean 'amount'?`, or nothing where no known name is near."""
    near = difflib.get_close_matches(name.strip().lower(), known, n=1)
    return f"; did you mean {near[0]!r}?" if near else "."


def shown(value: str) -> str:
    """The value in quotation marks, shortened where it is long."""
    return repr(value if len(value) <= _LONGEST_SHOWN else value[: _LONGEST_SHOWN - 1] + "…")


def header_faults(where: str, names: Sequence[str], of: RecordType) -> list[str]:
    """What is wrong with a header: no names, an unknown, repeated or empty name, a required one that is missing."""
    known = [c.name for c in of.columns]
    if not any(name.strip() for name in names):
        return [f"{where} has no header. The first line must name the columns, from: {', '.join(known)}."]
    faults = [_unknown(where, place, name, known) for place, name in enumerate(names, 1) if name not in known]
    faults += [
        f"{where}: the column {name!r} stands {times} times. Keep one of them."
        for name, times in Counter(names).items()
        if times > 1 and name in known
    ]
    return faults + [
        f"{where}: the required column {c.name!r} is missing. Add it with exactly this name."
        for c in of.columns
        if c.required and c.name not in names
    ]


def _unknown(where: str, place: int, name: str, known: list[str]) -> str:
    if not name.strip():
        return f"{where}: column {place} has no name. Name it, or delete the column."
    near = suggestion(name, known)
    return f"{where}: unknown column {shown(name)}{near} Known columns: {', '.join(known)}. Rename or delete it."
