"""The sheets of an XLSX file as rows of texts, each with its place; the file has passed the guard before."""

import datetime
import decimal
from collections.abc import Iterator
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from benchside.model.origin import RowsPiece
from benchside.model.record import RecordType
from benchside.model.tables import RECORD_TYPES
from benchside.sources.tables.headers import header_faults, suggestion
from benchside.sources.tables.xlsx_guard import cell_name

MODEL_SHEET = "_model"


def read_xlsx(name: str, path: Path) -> tuple[str | None, dict[str, RowsPiece], list[str]]:
    """The model version as written (None where it is not), the rows of each table, and all faults found."""
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            version = _model_version(workbook)
            return version, *_read_sheets(name, workbook)
    except CalamineError as error:
        return None, {}, [f"{name} cannot be read as XLSX ({error}). Save it again as XLSX, or use CSV files."]


def as_text(value: object) -> str:
    """A cell's value as a person would write it in a CSV file.

    Numbers are given with the fifteen digits a spreadsheet keeps, whole ones without a point; dates as ISO dates, with the
    time only where there is one; truth as yes or no.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else format(decimal.Decimal(format(value, ".15g")), "f")
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)


def _model_version(workbook: CalamineWorkbook) -> str | None:
    if MODEL_SHEET not in workbook.sheet_names:
        return None
    rows = [[as_text(v) for v in row] for row in workbook.get_sheet_by_name(MODEL_SHEET).to_python()]
    return next((row[1] for row in rows if len(row) > 1 and row[0] == "model_version"), "")


def _read_sheets(name: str, workbook: CalamineWorkbook) -> tuple[dict[str, RowsPiece], list[str]]:
    tables: dict[str, RowsPiece] = {}
    faults: list[str] = []
    for title in _titles(workbook):
        sheet = workbook.get_sheet_by_name(title)
        where = f"{name}, sheet {title}"
        if title in RECORD_TYPES:
            piece, found = _read_sheet(where, sheet, RECORD_TYPES[title])
            faults += found
            tables[title] = piece
        elif sheet.start is not None:  # A new workbook's empty "Sheet1" holds nothing that could be lost.
            faults.append(
                f"{where}: unknown table {title!r}{suggestion(title, RECORD_TYPES)} "
                f"Known tables: {', '.join(RECORD_TYPES)}. Rename the sheet, or begin its name with '_' so that it is not read."
            )
    return tables, faults


def _titles(workbook: CalamineWorkbook) -> Iterator[str]:
    """The sheets that hold cells, without those for help and lists."""
    for sheet in workbook.sheets_metadata:
        if sheet.typ == SheetTypeEnum.WorkSheet and not sheet.name.startswith("_"):
            yield sheet.name


def _read_sheet(where: str, sheet: CalamineSheet, of: RecordType) -> tuple[RowsPiece, list[str]]:
    rows = _filled_rows(sheet)
    _, header = next(rows, (1, ()))
    named = [i for i, cell in enumerate(header) if cell.strip()]
    columns = tuple(header[i] for i in named)
    piece, faults = RowsPiece(columns, [], []), header_faults(where, columns, of)
    unnamed = [i for i in range(len(header)) if i not in named]
    for number, cells in rows:
        piece.rows.append(tuple(cells[i] for i in named))
        piece.places.append(f"sheet {of.name} row {number}")
        for i in [i for i in unnamed if cells[i].strip()]:
            faults.append(_stray(where, number, i, sheet))
            unnamed.remove(i)
    return piece, faults


def _filled_rows(sheet: CalamineSheet) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Row number (from 1) and texts of each row that holds anything but blanks."""
    if sheet.start is None:
        return
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = tuple(as_text(value) for value in row)
        if any(cell.strip() for cell in cells):
            yield number, cells


def _stray(where: str, number: int, stray: int, sheet: CalamineSheet) -> str:
    first = sheet.start[1] if sheet.start else 0
    return f"{where}: cell {cell_name(number, first + stray + 1)} stands in a column without a name. Name the column, or delete it."
