"""The records of a type that were true at a date, as the engine's text: the type's history applied.

`<type>` gives the records as they stood; `<type>_history` gives every reading of a `Version` type by then, dated or not.
"""

from benchside.model.history import Event, Span, Validity, Version
from benchside.model.tables import record_type
from benchside.store.checks import name as quoted_name

HISTORY = "_history"
"""`<type>_history` names all readings of a `Version` type, for indicators about change."""


def standing(name: str, date: str, *, is_latest: bool, table: str | None = None) -> str:
    """A query for the table as it stood at the date (empty: whatever the date).

    `is_latest`: the date is the build's own or later. `table`: where the type's records are, if not under its name.
    """
    if name.endswith(HISTORY):
        return _readings(table or name.removesuffix(HISTORY), date)
    of, day = record_type(name), f"DATE '{date}'"
    table, history = quoted_name(table or of.name), of.history
    if history == Event():
        return f"SELECT * FROM {table}"
    if isinstance(history, Validity):
        holds = f" WHERE coalesce(true_from <= {day}, true) AND coalesce(true_to > {day}, true)" if date else ""
        return f"SELECT * FROM {table}{holds}"
    if isinstance(history, Version):
        return _latest(table, history, of.key, f"true_from <= {day}" if date else "true_from IS NOT NULL")
    current = f"(true_to IS NULL OR true_to > {day})" if date else "true"
    columns = f"*, {current} AS current" if isinstance(history, Span) else "*"
    return f"SELECT {columns} FROM {table}{_begun(day, is_latest) if date else ''}"


def _begun(day: str, is_latest: bool) -> str:
    """A record without any date is known as of the build, and no earlier."""
    undated = " OR true_from IS NULL" if is_latest else ""
    return f" WHERE true_from <= {day}{undated}"


def _latest(table: str, history: Version, key: tuple[str, ...], where: str) -> str:
    """The latest reading of each value; ties by when it became known, then by document, then by key."""
    order = ", ".join(
        f"{quoted_name(c)} DESC NULLS LAST" for c in dict.fromkeys(("true_from", "known_on", "document_id", *key))
    )
    of = ", ".join(quoted_name(c) for c in history.of)
    return f"SELECT * FROM {table} WHERE {where} QUALIFY row_number() OVER (PARTITION BY {of} ORDER BY {order}) = 1"


def _readings(name: str, date: str) -> str:
    table, day = quoted_name(name), f"DATE '{date}'"
    by_then = f" WHERE true_from <= {day} OR (true_from IS NULL AND coalesce(known_on <= {day}, true))" if date else ""
    return f"SELECT * FROM {table}{by_then}"
