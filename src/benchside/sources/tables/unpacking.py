"""The bytes of files that come from outside, plain, compressed or in a ZIP: no more than may be expected of them.

A ZIP is held against what it declares before a file in it is opened, and each file against what it turns out to be. Nothing is
unpacked under a name of its own.
"""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from benchside.errors import InputError
from benchside.sources.tables.xlsx_guard import MOST_BYTES, MOST_RATIO, RATIO_FROM

MOST_MEMBERS = 1000


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


@dataclass(frozen=True)
class Member:
    """A file in a ZIP: what messages call it (the name of the ZIP and the path in it), and where it is."""

    name: str
    path: Path
    info: zipfile.ZipInfo

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Its bytes."""
        with zipfile.ZipFile(self.path) as file, file.open(self.info) as stream:
            yield io.BufferedReader(Limited(stream, self.name, self.info.compress_size), 1 << 20)  # type: ignore[arg-type]


def members_of(name: str, path: Path) -> tuple[list[Member], list[str]]:
    """The files in a ZIP, and all that is wrong with it; one with faults gives no files."""
    try:
        with zipfile.ZipFile(path) as file:
            members = [m for m in file.infolist() if not m.is_dir()]
    except (zipfile.BadZipFile, NotImplementedError) as error:
        return [], [f"{name} is no ZIP file ({error}). Fetch it again."]
    if faults := _faults(name, members):
        return [], faults
    return [Member(f"{name}/{m.filename}", path, m) for m in members], []


def _faults(name: str, members: list[zipfile.ZipInfo]) -> list[str]:
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
