"""The tables inside files that come from outside: CSV files, plain or compressed, workbooks, and ZIP files of either.

What unfolds too far, by what it declares or by what it turns out to be, has a path that leads
out of its folder, or holds formulas, is refused as a whole before a row is read; nothing is unpacked under a name of its own.
"""

import gzip
import io
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from python_calamine import CalamineError, CalamineWorkbook

from benchside.errors import InputError
from benchside.sources.tables.xlsx_guard import MOST_BYTES, MOST_RATIO, RATIO_FROM, xlsx_faults
from benchside.sources.tables.xlsx_sheets import as_text

TEXT = (".csv", ".tsv", ".csv.gz", ".tsv.gz")
NOTES = (".txt", ".md", ".yml", ".yaml", ".pdf")
"""Files beside the tables that hold no rows."""
MOST_OF_XLS = 64 << 20
"""Bytes of a workbook in the old binary form, which is read into memory as it is."""
MOST_MEMBERS = 1000
_XLS_MARK = bytes.fromhex("d0cf11e0a1b11ae1")


@dataclass(frozen=True)
class Part:
    """One table: what messages call it, and its rows. `open_text` gives the bytes of a CSV, `open_sheet` rows of a workbook."""

    name: str
    open_text: Callable[[], Any] | None = None
    open_sheet: Callable[[], Iterator[list[str]]] | None = None


class Limited(io.RawIOBase):
    """A stream that stops with `InputError` once it has given more than may be expected of a file of its size."""

    def __init__(self, stream: BinaryIO, name: str, packed: int):
        self._stream, self._name, self._packed, self._given = stream, name, max(packed, 1), 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            found = self._stream.read(len(buffer))
        except (zlib.error, EOFError, OSError, zipfile.BadZipFile) as error:
            raise InputError(f"{self._name} cannot be unpacked ({error}). Fetch the file again.") from error
        self._given += len(found)
        if self._given > MOST_BYTES or (self._given > RATIO_FROM and self._given > MOST_RATIO * self._packed):
            raise InputError(
                f"{self._name} unfolds from {self._packed} to more than {self._given} bytes; expected at most {MOST_BYTES}, and "
                f"at most {MOST_RATIO} to 1. Fetch the file again, or unpack and split it."
            )
        buffer[: len(found)] = found
        return len(found)


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
    return _members(name, path) if lower.endswith(".zip") else ([], [])


@contextmanager
def text_stream(name: str, path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file, unpacked where it is compressed, no more than may be expected of it."""
    size = path.stat().st_size
    with path.open("rb") as raw:
        # A file that only bears the ending of a compressed one is read as it is.
        packed = raw.read(2) == b"\x1f\x8b"
        raw.seek(0)
        stream = gzip.GzipFile(fileobj=raw) if packed else raw
        yield io.BufferedReader(Limited(stream, name, size if packed else MOST_BYTES), 1 << 20)  # type: ignore[arg-type]


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


def _members(name: str, path: Path) -> tuple[list[Part], list[str]]:
    try:
        with zipfile.ZipFile(path) as file:
            members = [m for m in file.infolist() if not m.is_dir()]
    except (zipfile.BadZipFile, NotImplementedError) as error:
        return [], [f"{name} is no ZIP file ({error}). Fetch it again."]
    if faults := member_faults(name, members):
        return [], faults
    parts: list[Part] = []
    for member in members:
        found, wrong = _member_parts(f"{name}/{member.filename}", path, member)
        parts, faults = parts + found, faults + wrong
    return parts, faults


def member_faults(name: str, members: list[zipfile.ZipInfo]) -> list[str]:
    """What is wrong with the files in a ZIP, by what it declares of them."""
    total = sum(m.file_size for m in members)
    if len(members) > MOST_MEMBERS:
        return [f"{name} holds {len(members)} files, expected at most {MOST_MEMBERS}. Unpack what is needed."]
    if total > MOST_BYTES:
        return [f"{name} unfolds to {total} bytes, expected at most {MOST_BYTES}. Unpack and split it."]
    return [fault for m in members if (fault := _member_fault(name, m))]


def _member_fault(name: str, member: zipfile.ZipInfo) -> str:
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in member.filename:
        return f"{name} holds {member.filename!r}, a path that leads out of the folder. Do not use this file; fetch it again."
    if member.flag_bits & 1:
        return f"{name}: {member.filename} is locked by a password. Unpack it first."
    if member.file_size > RATIO_FROM and member.file_size > MOST_RATIO * member.compress_size:
        return (
            f"{name}: {member.filename} unfolds from {member.compress_size} to {member.file_size} bytes, more than "
            f"{MOST_RATIO} to 1. Unpack and look at it before it is used."
        )
    if path.suffix.lower() == ".zip":
        return f"{name} holds {member.filename}, a ZIP file within a ZIP file. Unpack the outer one first."
    return ""


def _member_parts(label: str, path: Path, member: zipfile.ZipInfo) -> tuple[list[Part], list[str]]:
    if label.lower().endswith((".xlsx", ".xls")):
        return _packed_workbook(label, path, member)
    if label.lower().endswith((".csv", ".tsv")):
        return [Part(label, open_text=lambda: _unpacked(label, path, member))], []
    return [], []


@contextmanager
def _unpacked(label: str, path: Path, member: zipfile.ZipInfo) -> Iterator[BinaryIO]:
    with zipfile.ZipFile(path) as file, file.open(member) as stream:
        yield io.BufferedReader(Limited(stream, label, member.compress_size), 1 << 20)  # type: ignore[arg-type]


def _packed_workbook(label: str, path: Path, member: zipfile.ZipInfo) -> tuple[list[Part], list[str]]:
    """The sheets of a workbook within a ZIP, unpacked beside it for as long as they are read."""
    with _beside(label, path, member) as copy:
        found, faults = _parts(PurePosixPath(label).name, copy)
    return [
        Part(label, open_sheet=lambda n=n: _packed_cells(label, path, member, n)) for n in range(len(found))
    ], faults


def _packed_cells(label: str, path: Path, member: zipfile.ZipInfo, number: int) -> Iterator[list[str]]:
    with _beside(label, path, member) as copy:
        opener = _sheets(label, copy)[number].open_sheet
        yield from opener() if opener else ()


@contextmanager
def _beside(label: str, path: Path, member: zipfile.ZipInfo) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="benchside-") as folder:
        copy = Path(folder) / f"workbook{PurePosixPath(label).suffix.lower()}"
        with _unpacked(label, path, member) as stream, copy.open("wb") as file:
            shutil.copyfileobj(stream, file)
        yield copy
