"""Published aggregates, one row for each unit, with whatever columns their table has."""

from typing import Any

from benchside.corpus.tables import Corpus
from benchside.errors import InputError, unknown


def units(corpus: Corpus) -> list[dict[str, Any]]:
    """The rows of `units`, the unit's name as text. Raises `InputError` where the corpus has none."""
    if "units" not in corpus.tables:
        raise InputError("This corpus has no table units. Expected units.csv with a column unit; add it to the folder.")
    return [{**row, "unit": str(row["unit"])} for row in corpus.fetch(corpus.units)]


def column(row: dict[str, Any], name: str) -> Any:
    """The cell of a row; an unknown column is refused by name."""
    if name not in row:
        raise unknown("column of units", name, set(row) - {"unit"})
    return row[name]
