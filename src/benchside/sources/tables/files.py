"""The tables inside files that come from outside: CSV files, plain or compressed, workbooks, and ZIP files of either.

What unfolds too far, by what it declares or by what it turns out to be, has a path that leads
out of its folder, or holds formulas, is refused as a whole before a row is read; nothing is unpacked under a name of its own.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from benchside.errors import InputError
from benchside.sources.tables.unpacking import Member, members_of, text_stream
from benchside.sources.tables.xlsx_guard import xlsx_faults
from benchside.sources.tables.xlsx_sheets import as_text

TEXT = (".csv", ".tsv", ".csv.gz", ".tsv.gz")
NOTES = (".txt", ".md", ".yml", ".yaml", ".pdf")
"""Files beside the tables that hold no rows."""
MOST_OF_XLS = 64 << 20
"""Bytes of a workbook in the old binary form, which is read into memory as it is."""
_XLS_MARK = bytes.fromhex("d0cf11e0a1b11ae1")


@dataclass(frozen=True)
class Part:
    """One table: what messages call it, and its rows. `open_text` gives the bytes of a CSV, `open_sheet` rows of a workbook."""

    name: str
    open_text: Callable[[], Any] | None = None
    open_sheet: Callable[[], Iterator[list[str]]] | None = None


def parts_of(files: Mapping[str, Path]) -> tuple[list[Part], dict[str, str]]:
    """The tables in the files, and the files that hold none: name → why. `InputError` with all faults of all files."""
    parts: list[Part] = []
    passed: dict[str, str] = {}
    faults: list[str] = []
    for name, path in sorted(files.items()):
        if name.lower().endswith(NOTES):
            passed[name] = "notes beside the tables, not a table"
            continue
        found, wrong = _parts(name, path)
        parts, faults = parts + found, faults + wrong
        if not found and not wrong:
            passed[name] = "expected CSV, XLSX, XLS, or a ZIP of them"
    if faults:
        raise InputError(
            "\n- ".join([f"{len(faults)} faults in the files:", *faults]) if len(faults) > 1 else faults[0]
        )
    return parts, passed


def _parts(name: str, path: Path) -> tuple[list[Part], list[str]]:
    lower = name.lower()
    if lower.endswith(TEXT):
        if lower.endswith(".gz"):
            _unfold(name, path)
        return [Part(name, open_text=lambda: text_stream(name, path))], []
    if lower.endswith(".xlsx"):
        faults = xlsx_faults(name, path)
        return ([] if faults else _sheets(name, path)), faults
    if lower.endswith(".xls"):
        return _old_workbook(name, path)
    return _packed(name, path) if lower.endswith(".zip") else ([], [])


def _unfold(name: str, path: Path) -> None:
    """Unpacks a file to nowhere, because it does not declare how far it unfolds: no row is read of one that goes too far."""
    with text_stream(name, path) as stream:
        while stream.read(1 << 20):
            pass


def _old_workbook(name: str, path: Path) -> tuple[list[Part], list[str]]:
    size = path.stat().st_size
    with path.open("rb") as file:
        mark = file.read(8)
    if mark != _XLS_MARK:
        return [], [f"{name} is no XLS workbook, whatever its name. Save it as XLSX or CSV."]
    if size > MOST_OF_XLS:
        return [], [f"{name} has {size} bytes, expected at most {MOST_OF_XLS} of an XLS workbook. Save it as CSV."]
    return _sheets(name, path), []


def _sheets(name: str, path: Path) -> list[Part]:
    """The sheets that hold anything; a workbook with one of them is called by its name alone."""
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            titles = [t for t in workbook.sheet_names if not t.startswith("_")]
            filled = [t for t in titles if workbook.get_sheet_by_name(t).start is not None]
    except CalamineError as error:
        raise InputError(f"{name} cannot be read as a workbook ({error}). Save it again, or as CSV.") from error
    named = {t: name if len(filled) == 1 else f"{name}, sheet {t}" for t in filled}
    return [Part(label, open_sheet=lambda t=title: _cells(path, t)) for title, label in named.items()]


def _cells(path: Path, title: str) -> Iterator[list[str]]:
    with CalamineWorkbook.from_path(path) as workbook:
        for row in workbook.get_sheet_by_name(title).iter_rows():
            yield [value if value.__class__ is str else as_text(value) for value in row]  # type: ignore[misc]


def _packed(name: str, path: Path) -> tuple[list[Part], list[str]]:
    members, faults = members_of(name, path)
    parts: list[Part] = []
    for member in members:
        found, wrong = _member_parts(member)
        parts, faults = parts + found, faults + wrong
    return parts, faults


def _member_parts(member: Member) -> tuple[list[Part], list[str]]:
    lower = member.name.lower()
    if lower.endswith((".xlsx", ".xls")):
        return _packed_workbook(member)
    if lower.endswith((".csv", ".tsv")):
        return [Part(member.name, open_text=member.open)], []
    return [], []


def _packed_workbook(member: Member) -> tuple[list[Part], list[str]]:
    """The sheets of a workbook within a ZIP, unpacked beside it for as long as they are read."""
    with _beside(member) as copy:
        found, faults = _parts(PurePosixPath(member.name).name, copy)
    return [Part(member.name, open_sheet=lambda n=n: _packed_cells(member, n)) for n in range(len(found))], faults


def _packed_cells(member: Member, number: int) -> Iterator[list[str]]:
    with _beside(member) as copy:
        opener = _sheets(member.name, copy)[number].open_sheet
        yield from opener() if opener else ()


@contextmanager
def _beside(member: Member) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="benchside-") as folder:
        copy = Path(folder) / f"workbook{PurePosixPath(member.name).suffix.lower()}"
        with member.open() as stream, copy.open("wb") as file:
            shutil.copyfileobj(stream, file)
        yield copy
