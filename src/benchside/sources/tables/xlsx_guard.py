"""What is looked at in an XLSX file before its cells are read: its size, its XML, formulas and merged cells.

An XLSX is a ZIP of XML files, and comes from outside: a small one may unfold to more than the memory holds, by its bytes
or by one cell at the far end of a sheet. A formula's value is whatever the last programme computed, and a merged cell has
a value in one row only: both are refused, so that what is read is what a person wrote.
"""

import functools
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.parsers import expat

MOST_BYTES = 1 << 30
MOST_RATIO = 200
RATIO_FROM = 10 << 20
MOST_CELLS = 25_000_000
"""Cells from A1 to the last one filled; a full sheet of a million rows and twenty columns is within."""
_NAMED = 5

# Only cells hold an `f` of these namespaces; drop-downs and sparklines name their ranges in one of Microsoft's own.
_MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_PARTS = {f"{space} {tag}": tag for space in _MAIN for tag in ("row", "c", "v", "is", "f", "mergeCell", "sheet")}
_TARGETS = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels")


class _Refused(Exception):
    """Raised inside the XML parser; its text is the fault."""


def xlsx_faults(name: str, path: Path) -> list[str]:
    """All that keeps the file from being read; none means that its cells may be read."""
    try:
        with zipfile.ZipFile(path) as file:
            return _size_faults(name, file) or _content_faults(name, file)
    except zipfile.BadZipFile:
        return [
            f"{name} is no XLSX file, or is damaged or locked by a password. Save it again as XLSX, without a password."
        ]
    except (KeyError, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        return [f"{name} cannot be unpacked ({error}). Save it again as XLSX."]
    except (expat.ExpatError, ValueError, _Refused) as error:
        return [f"{name} holds XML that is not read: {error}. Save it again as XLSX."]


def cell_name(row: int, column: int) -> str:
    """`C7` for row 7, column 3 (both from 1)."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def _size_faults(name: str, file: zipfile.ZipFile) -> list[str]:
    total = sum(part.file_size for part in file.infolist())
    if total > MOST_BYTES:
        return [f"{name} unfolds to {total} bytes, expected at most {MOST_BYTES}. Split it, or use CSV files."]
    return [
        f"{name}: its part {part.filename} unfolds from {part.compress_size} to {part.file_size} bytes, more than "
        f"{MOST_RATIO} to 1. Delete empty formatted rows and save it again, or use CSV files."
        for part in file.infolist()
        if part.file_size > RATIO_FROM and part.file_size > MOST_RATIO * part.compress_size
    ]


def _content_faults(name: str, file: zipfile.ZipFile) -> list[str]:
    sheets = dict(_sheets(file))
    faults = []
    for part in file.namelist():
        # The reader finds parts whatever their case, so that the guard has to as well.
        title = sheets.pop(part.lower(), None)
        if title is not None:
            faults += _sheet_faults(name, title, _scan(file, part))
        elif part.lower().endswith((".xml", ".rels")):
            _parse(file, part, None)
    faults += [f"{name}: sheet {title} has no content in the file. Save it again as XLSX." for title in sheets.values()]
    return faults


def _sheets(file: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Part (in lower case) → name of the sheet, through the relations of the workbook."""
    found: list[dict[str, str]] = []
    for part in _TARGETS:
        _parse(file, part, lambda tag, attributes: found.append(attributes))
    targets = {each["Id"]: each["Target"] for each in found if "Target" in each and "Id" in each}
    for each in found:
        relation = next((value for key, value in each.items() if key.endswith(" id")), None)
        if "sheetId" in each and relation in targets:
            yield posixpath.normpath(posixpath.join("xl", targets[relation])).lstrip("/").lower(), each["name"]


class _Sheet:
    """What the scan of one sheet's XML gathers, cell by cell."""

    def __init__(self):
        self.row = self.column = self.last_row = self.last_column = 0
        self.formulas: list[str] = []
        self.merged: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        part = _PARTS.get(tag)
        if part == "c":
            self._step_to(attributes.get("r"))
        elif part in ("v", "is"):
            self.last_row, self.last_column = max(self.last_row, self.row), max(self.last_column, self.column)
        elif part == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), 0
        elif part == "mergeCell":
            self.merged.append(attributes.get("ref", "?"))
        elif part == "f":
            self.formulas.append(cell_name(self.row, self.column))

    def _step_to(self, reference: str | None) -> None:
        """The cell's own reference; one that bears none stands right of the cell before it."""
        if reference is None:
            self.column += 1
            return
        letters = reference.rstrip("0123456789")
        self.row, self.column = int(reference[len(letters) :]), _column_number(letters)


@functools.lru_cache
def _column_number(letters: str) -> int:
    """3 for `C`; the other way round than `cell_name`."""
    return functools.reduce(lambda number, letter: number * 26 + ord(letter) - ord("A") + 1, letters, 0)


def _scan(file: zipfile.ZipFile, part: str) -> _Sheet:
    sheet = _Sheet()
    _parse(file, part, sheet.start)
    return sheet


def _sheet_faults(name: str, title: str, sheet: _Sheet) -> list[str]:
    faults = []
    if sheet.last_row * sheet.last_column > MOST_CELLS:
        faults.append(
            f"{name}: sheet {title} reaches to cell {cell_name(sheet.last_row, sheet.last_column)}, more than {MOST_CELLS} "
            "cells. Delete what stands far from the table, or use a CSV file."
        )
    # Sheets for help and lists are not read, so that what stands in them does no harm.
    if title.startswith("_"):
        return faults
    faults += [
        f"{name}: sheet {title}, cell {cell} holds a formula; paste its value." for cell in sheet.formulas[:_NAMED]
    ]
    if len(sheet.formulas) > _NAMED:
        faults.append(f"{name}: sheet {title} holds {len(sheet.formulas) - _NAMED} more formulas; paste their values.")
    faults += [f"{name}: sheet {title}, cells {ref} are merged; unmerge them." for ref in sheet.merged[:_NAMED]]
    if len(sheet.merged) > _NAMED:
        faults.append(f"{name}: sheet {title} holds {len(sheet.merged) - _NAMED} more merged ranges; unmerge them.")
    return faults


def _parse(file: zipfile.ZipFile, part: str, start: Callable[[str, dict[str, str]], None] | None) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start

    def refuse(*_):
        raise _Refused(f"{part} declares a document type or an entity")

    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    with file.open(part) as stream:
        parser.ParseFile(stream)
