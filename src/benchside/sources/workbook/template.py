"""An empty set of tables for a new programme: one XLSX workbook, or a folder of CSV files.

The header of each sheet is exactly the names of the columns, so that the filled file is read back as it is. Help stands in
notes on the header and in the sheet `_help`; sheets whose names begin with `_` are never read as tables.
"""

import csv
import datetime
import json
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from benchside.errors import UsageError
from benchside.model.codes import CODES
from benchside.model.columns import Amount, Code, Column, Decimal, Flag, Integer
from benchside.model.dictionary import kind_in_words
from benchside.model.record import MODEL_VERSION, RecordType
from benchside.model.tables import RECORD_TYPES

WORKBOOK_NAME = "records.xlsx"
LISTED_ROWS = 10_000
"""Rows below the header that offer a drop-down."""

_YES_NO: list[str] = ["yes", "no"]
_TEXT_FORMAT = 49  # the number of the built-in format "@", which every spreadsheet knows as text
_REQUIRED, _OPTIONAL = "#F4C95D", "#D9E2EC"


def write_template(folder: Path, *, as_csv: bool = False) -> list[Path]:
    """Writes the empty tables into the folder, as one workbook or as CSV files; gives the files written.

    Raises `UsageError`, and writes nothing, where one of the files is there already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return write_csv(folder) if as_csv else [write_xlsx(folder / WORKBOOK_NAME)]


def write_csv(folder: Path) -> list[Path]:
    """One CSV file with the header for each record type, and `model.json` with the model's version."""
    paths = {name: folder / f"{name}.csv" for name in RECORD_TYPES}
    model = folder / "model.json"
    _refuse_overwriting([*paths.values(), model])
    for name, path in paths.items():
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerow(c.name for c in RECORD_TYPES[name].columns)
    model.write_text(json.dumps({"model_version": MODEL_VERSION}) + "\n", encoding="utf-8")
    return [*paths.values(), model]


def write_xlsx(path: Path) -> Path:
    """One workbook with a sheet for each record type, with notes, formats and drop-downs; the same bytes on any day."""
    _refuse_overwriting([path])
    with xlsxwriter.Workbook(path) as workbook:
        # Without a date of its own the file would bear the moment of writing, and differ each time.
        workbook.set_properties({"title": f"Benchside model {MODEL_VERSION}", "created": datetime.datetime(2026, 1, 1)})
        _write_help(workbook)
        for of in RECORD_TYPES.values():
            _write_table(workbook, of)
        _write_lists(workbook)
        _write_model(workbook)
    return path


def _refuse_overwriting(paths: list[Path]) -> None:
    there = [path for path in paths if path.exists()]
    if there:
        raise UsageError(
            f"{there[0]} exists already, expected a place without it. Choose another folder, or move the file away."
        )


def _write_table(workbook: xlsxwriter.Workbook, of: RecordType) -> None:
    sheet = workbook.add_worksheet(of.name)
    sheet.freeze_panes(1, 0)
    heads = {required: workbook.add_format(_head(required)) for required in (True, False)}
    text, number = (
        workbook.add_format({"num_format": _TEXT_FORMAT}),
        workbook.add_format({"num_format": "#,##0.00####"}),
    )
    for i, column in enumerate(of.columns):
        sheet.set_column(i, i, max(len(column.name) + 3, 14), _cell_format(column, text, number))
        sheet.write_string(0, i, column.name, heads[column.required])
        sheet.write_comment(0, i, _note(column), {"x_scale": 2.2, "y_scale": 1.4})
        _offer_codes(sheet, i, column)


def _head(required: bool) -> dict:
    return {"bold": True, "num_format": _TEXT_FORMAT, "bottom": 1, "bg_color": _REQUIRED if required else _OPTIONAL}


def _cell_format(column: Column, text: Format, number: Format) -> Format | None:
    """Text for all that is no number: a spreadsheet turns 2015-02 or 3-5 into a day of its own, and drops leading zeros."""
    if isinstance(column.kind, Amount):
        return number
    return None if isinstance(column.kind, Integer | Decimal) else text


def _note(column: Column) -> str:
    parts = ["Required." if column.required else "May stay empty.", column.help, f"Expected: {kind_in_words(column)}."]
    return "\n".join([*parts, f"Example: {column.example}"] if column.example else parts)


def _offer_codes(sheet: Worksheet, place: int, column: Column) -> None:
    if isinstance(column.kind, Code):
        source: str | list[str] = _list_range(column.kind.codes)
    elif isinstance(column.kind, Flag):
        source = _YES_NO
    else:
        return
    told = {
        "error_title": "Not in the list",
        "error_message": f"{column.name} takes {kind_in_words(column)}. See _help.",
    }
    sheet.data_validation(1, place, LISTED_ROWS, place, {"validate": "list", "source": source, **told})


def _list_range(name: str) -> str:
    """Where the codes of a list stand in the sheet `_lists`, below their heading."""
    letter = xl_col_to_name(list(CODES).index(name))
    return f"='_lists'!${letter}$2:${letter}${len(CODES[name]) + 1}"


def _write_lists(workbook: xlsxwriter.Workbook) -> None:
    sheet = workbook.add_worksheet("_lists")
    for i, (name, codes) in enumerate(CODES.items()):
        sheet.write_column(0, i, [name, *codes])
    sheet.hide()


def _write_model(workbook: xlsxwriter.Workbook) -> None:
    sheet = workbook.add_worksheet("_model")
    sheet.write_row(0, 0, ["model_version", MODEL_VERSION])
    sheet.hide()


def _write_help(workbook: xlsxwriter.Workbook) -> None:
    """The data dictionary as a sheet: one row for each column of each table, then one for each code."""
    sheet = workbook.add_worksheet("_help")
    sheet.freeze_panes(1, 0)
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    for i, width in enumerate((24, 26, 10, 60, 60, 30)):
        sheet.set_column(i, i, width, wrapped)
    head = ("Table or list", "Column or code", "Required", "What it holds", "What is written", "Example")
    sheet.write_row(0, 0, head, workbook.add_format(_head(False)))
    for i, row in enumerate(_help_rows(), 1):
        for j, cell in enumerate(row):
            sheet.write_string(i, j, cell)


def _help_rows() -> list[tuple[str, ...]]:
    columns = [
        (of.name, c.name, "yes" if c.required else "", c.help, kind_in_words(c), c.example)
        for of in RECORD_TYPES.values()
        for c in of.columns
    ]
    return columns + [
        (f"list {name}", code, "", words) for name, codes in CODES.items() for code, words in codes.items()
    ]
