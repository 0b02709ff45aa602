"""The errors a user can cause, each with the exit code the command line gives it.

Anything that is not a `BenchsideError` is our bug and keeps its traceback.
"""

import difflib

MOST_LISTED = 200
"""So many known names are listed whole."""
NEAREST = 5


class BenchsideError(Exception):
    """Something the user can mend: the message says the value, what was expected, where, and what to do."""

    exit_code = 1


class DataError(BenchsideError):
    """The records (or a check of them) fell short."""

    exit_code = 1


class UsageError(BenchsideError):
    """The command or a declaration was used wrongly."""

    exit_code = 2


class InputError(BenchsideError):
    """An input could not be read at all."""

    exit_code = 3


def unknown(what: str, name: str, known, *, do: str = "Use one of these names.") -> UsageError:
    """The error for a name that is not known: it lists the names that are, or of very many the nearest."""
    names = sorted(known)
    near = difflib.get_close_matches(name, names, NEAREST)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    listed = ", ".join(names if len(names) <= MOST_LISTED else near or names[:NEAREST]) or "(none)"
    others = f" and others, {len(names)} in all" if len(names) > MOST_LISTED else ""
    return UsageError(f"Unknown {what} {name!r}.{hint} Known: {listed}{others}. {do}")
