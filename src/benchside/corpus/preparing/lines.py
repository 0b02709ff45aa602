"""The lines of a file, packed or not, in pieces of some megabytes, each line with its number.

A file is unpacked once, here, and whatever stops it is told: where it ends early, is damaged, or a line is too long to be
held. What came before is kept.
"""

import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchside.store.checks import LONGEST_SHOWN

LONGEST_LINE = 1 << 28
"""Bytes of one line that is still read; a longer one is refused without being held."""
PIECE = 1 << 21
"""Bytes of text in a piece, about: larger ones are not read faster."""
_READ = 1 << 17
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Unread:
    """A line or row that could not be taken: its number in the file, the rule it broke, its text, shortened."""

    place: int
    rule: str
    value: str


@dataclass(frozen=True)
class Piece:
    """Whole lines of a file: the number of the first, from 1, their text, and where they begin and end in it."""

    first: int
    text: bytes
    ends: np.ndarray

    @property
    def count(self) -> int:
        """How many lines it has."""
        return len(self.ends) - 1

    def line(self, number: int) -> bytes | None:
        """The line of that number in the file, if it is one of these."""
        if not self.first <= number < self.first + self.count:
            return None
        return self.text[self.ends[number - self.first] : self.ends[number - self.first + 1]]


class _Cut(Exception):
    """A compressed file ends early or is damaged."""


def is_gzip(path: Path) -> bool:
    """Does the file begin as gzip does, whatever its name?"""
    with path.open("rb") as file:
        return file.read(2) == b"\x1f\x8b"


def shown(line: bytes) -> str:
    """The beginning of a line, for a message."""
    return line[:LONGEST_SHOWN].decode("utf-8", "replace").strip()


def pieces(path: Path, unread: list[Unread]) -> Iterator[Piece]:
    """The lines of a file. A byte order mark before the first is no part of it."""
    whole: list[Any] = []
    line: list[bytes] = []
    number, is_cut, skips = 1, None, False
    try:
        for part in _parts(path):
            end = part.find(b"\n") + 1
            if skips and not end:
                continue
            if skips or sum(map(len, line)) + (end or len(part)) > LONGEST_LINE:
                # What came before it goes first, so that its number is known.
                if whole:
                    yield (piece := _piece(number, whole))
                    number, whole = number + piece.count, []
                if not skips:
                    unread.append(
                        Unread(number, f"the line is longer than {LONGEST_LINE} bytes", shown((line or [part])[0]))
                    )
                number, skips, part, line = number + bool(end), not end, part[end:] if end else b"", []
            last = part.rfind(b"\n") + 1
            if last:
                whole += [*line, memoryview(part)[:last]]
                line = []
            if last < len(part):
                line.append(part[last:])
            if sum(map(len, whole)) >= PIECE:
                yield (piece := _piece(number, whole))
                number, whole = number + piece.count, []
    except _Cut as error:
        is_cut = str(error)
    if whole or (line and not is_cut):
        yield (piece := _piece(number, whole if is_cut else [*whole, *line]))
        number += piece.count
    if is_cut:
        unread.append(Unread(number, f"{is_cut}: this line and all after it are lost", shown(b"".join(line))))


def _piece(number: int, parts: list[Any]) -> Piece:
    text = b"".join(parts)
    ends = np.flatnonzero(np.frombuffer(text, np.uint8) == 10) + 1
    rest = [] if text.endswith(b"\n") else [len(text)]
    return Piece(number, text, np.concatenate([[0], ends, rest]).astype(np.int32))


def _parts(path: Path) -> Iterator[bytes]:
    """The text of a file, unpacked if it is gzip, in parts of any size; `_Cut` where it breaks off."""
    begun = False
    for part in _unpacked(path) if is_gzip(path) else _read(path):
        yield part if begun else part.removeprefix(_BOM)
        begun = begun or bool(part)


def _read(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while part := file.read(_READ):
            yield part


def _unpacked(path: Path) -> Iterator[bytes]:
    """The text of a gzip file, also of several in a row; its checksums are checked."""
    unpacker = zlib.decompressobj(wbits=31)
    with path.open("rb") as file:
        while chunk := file.read(_READ):
            while chunk:
                if unpacker.eof:
                    unpacker = zlib.decompressobj(wbits=31)
                    chunk = chunk.lstrip(b"\0")
                    if not chunk:
                        break
                before = unpacker.copy()
                try:
                    yield unpacker.decompress(chunk, PIECE)
                except zlib.error as error:
                    yield _up_to_damage(before, chunk)
                    # Only at the end it shows that something before was changed, not where.
                    doubt = "; lines before it may be wrong" if "check" in str(error) else ""
                    raise _Cut(f"the compressed file is damaged before byte {file.tell()} ({error}){doubt}") from error
                chunk = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
        yield unpacker.flush()
        if not unpacker.eof:
            raise _Cut(f"the compressed file ends early, at byte {file.tell()}")


def _up_to_damage(unpacker: Any, chunk: bytes) -> bytes:
    """What of a chunk can be unpacked: the library gives nothing of a chunk that it stumbles in."""
    found = bytearray()
    with suppress(zlib.error):
        for place in range(len(chunk)):
            found += unpacker.decompress(chunk[place : place + 1])
    return bytes(found)
