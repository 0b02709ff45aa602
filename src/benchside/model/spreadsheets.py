"""Texts that a spreadsheet would take for formulas, and how they are made harmless in every table that people open in one.

Whoever fills a name in a source could otherwise run a command on the machine of whoever opens the table (CSV injection, as OWASP describes it).
A no-break space in front keeps the text readable and is no part of it: readers of this model's tables drop blanks at both ends of a
cell.
"""

import re
from collections.abc import Iterable

MARK = "\u00a0"
"""A no-break space. An ordinary blank is passed over by some spreadsheets before they look for a formula."""
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First letters that begin a formula in one spreadsheet or another."""
NUMBER = r"[+-]?[0-9]+([.,][0-9]+)?%?"
"""What begins like a formula and is none: a signed number."""


def harmless(text: str) -> str:
    """The text as it may stand in a cell.

    >>> harmless("=1+1") == MARK + "=1+1", harmless("-5"), harmless("Firalis")
    (True, '-5', 'Firalis')
    """
    return MARK + text if text.startswith(DANGEROUS) and not re.fullmatch(NUMBER, text) else text


def marked(text: str) -> str:
    """The same for a table that is read again text by text: a text that begins with the mark gets another, so that `unmarked` gives back each.

    >>> marked("=1+1") == MARK + "=1+1", unmarked(marked("=1+1")), unmarked(marked(MARK + "=1+1")) == MARK + "=1+1"
    (True, '=1+1', True)
    """
    return MARK + text if text.startswith(MARK) else harmless(text)


def unmarked(cell: str) -> str:
    """The text of a cell that `marked` wrote."""
    return cell.removeprefix(MARK)


def harmless_sql(cell: str) -> str:
    """The same as an expression of the engine over a column of texts."""
    first = ", ".join(f"'{letter}'" for letter in DANGEROUS)
    return f"CASE WHEN left({cell}, 1) IN ({first}) AND NOT regexp_full_match({cell}, '{NUMBER}') THEN '{MARK}' || {cell} ELSE {cell} END"


def harmless_columns(columns: Iterable[str]) -> str:
    """Columns of texts, as what a SELECT lists, each made harmless under its own name."""
    names = [f'"{column}"' for column in columns]
    return ", ".join(f"{harmless_sql(name)} AS {name}" for name in names)
