"""A kept value as the text that a person would write in a workbook, so that what is written is read back as it was.

A text that a spreadsheet would take for a formula gets a no-break space in front. Blanks at both ends of a cell are no
part of its value (`benchside.model.columns.Text`), so that reading it again drops the mark; spreadsheets show the text.
"""

from benchside.model.columns import Amount, Column, Date, Decimal, Flag, Integer
from benchside.model.spreadsheets import harmless_sql
from benchside.store.checks import name as column_name
from benchside.store.checks import quoted


def text_of(column: Column) -> str:
    """The SQL expression of the column's text; NULL where the value is missing."""
    cell, kind = column_name(column.name), column.kind
    if isinstance(kind, Amount):
        return _decimals(cell, 2, "")
    if isinstance(kind, Decimal):
        return _decimals(cell, 6, "0")
    if isinstance(kind, Flag):
        return f"CASE WHEN {cell} THEN 'yes' WHEN NOT {cell} THEN 'no' END"
    if isinstance(kind, Date | Integer):
        return f"CAST({cell} AS VARCHAR)"
    return harmless_sql(cell)


def _decimals(cell: str, places: int, dropped: str) -> str:
    """A whole number of hundredths or millionths as a decimal number; `dropped` are the figures not written at its end."""
    unit = 10**places
    rest = f"lpad(CAST(abs({cell}) % {unit} AS VARCHAR), {places}, '0')"
    rest = f"rtrim({rest}, {quoted(dropped)})" if dropped else rest
    return (
        f"CASE WHEN {cell} < 0 THEN '-' ELSE '' END || CAST(abs({cell}) // {unit} AS VARCHAR) || "
        f"CASE WHEN {cell} % {unit} = 0 THEN '' ELSE '.' || {rest} END"
    )
