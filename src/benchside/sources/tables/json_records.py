"""The records in JSON files that come from outside: one object, a page with a list of them, a list, or one object a line.

Files may be compressed or in a ZIP, under the same bounds as tables. They are read piece by piece, so that a page of any
length takes no more memory than its longest record. A line that is broken is one broken record; a page or a list that is
broken is refused as a whole, because nothing tells where its records end.
"""

import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from benchside.errors import InputError
from benchside.sources.tables.unpacking import members_of, text_stream

LINES = (".jsonl", ".ndjson", ".json_lines")
ENDINGS = (".json", *LINES)
PACKED = tuple(f"{ending}.gz" for ending in ENDINGS)
LONGEST_RECORD = 16 << 20
"""Letters of one record; a study with all its results has some millions."""
_PIECE = 1 << 16
_BLANK = " \t\r\n"


@dataclass(frozen=True)
class Dump:
    """A file of records: what messages call it, and how its bytes are opened."""

    name: str
    open: Callable[[], Any]


@dataclass(frozen=True)
class Broken:
    """What stands in place of a record that cannot be read: its beginning, and why."""

    text: str
    why: str


def dumps_of(files: Mapping[str, Path]) -> tuple[list[Dump], list[str]]:
    """The JSON files among the files, also those in a ZIP, and the names of files and members that are none."""
    dumps: list[Dump] = []
    beside: list[str] = []
    for name, path in sorted(files.items()):
        if name.lower().endswith((*ENDINGS, *PACKED)):
            dumps.append(Dump(name, lambda n=name, p=path: text_stream(n, p)))
        elif name.lower().endswith(".zip"):
            found, others = _members(name, path)
            dumps, beside = dumps + found, beside + others
        else:
            beside.append(name)
    return dumps, beside


def _members(name: str, path: Path) -> tuple[list[Dump], list[str]]:
    members, faults = members_of(name, path)
    if faults:
        raise InputError("\n- ".join(faults))
    dumps = [Dump(m.name, m.open) for m in members if m.name.lower().endswith(ENDINGS)]
    return dumps, [m.name for m in members if not m.name.lower().endswith(ENDINGS)]


def records_of(dump: Dump, lists: Sequence[str]) -> Iterator[tuple[int, Any]]:
    """Number (from 1) and value of each record; `Broken` for a line that is no JSON. Fractions are exact (`Decimal`).

    `lists` names the keys under which a page holds its records; an object without any of them is one record.
    """
    opening = re.compile(rf'"(?:{"|".join(lists)})"\s*:\s*\[' if lists else r"(?!)")
    is_lines = _is_lines(dump, opening)
    with dump.open() as stream:
        values = (value for _, value in numbered_lines(stream)) if is_lines else _Page(dump, stream, opening).values()
        yield from enumerate(values, 1)


def page_of(name: str, path: Path, most: int, do: str) -> Any:
    """The value of a file that is one JSON text and must be known whole; `InputError` where it has more than so many bytes.

    `do` says what to do with one that is too long. Fractions are binary.
    """
    with text_stream(name, path) as stream:
        raw = stream.read(most + 1)
    if len(raw) > most:
        raise InputError(f"{name} has more bytes than may be, expected at most {most} of a page. {do}")
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"{name} cannot be read as JSON ({error}). Fetch it again, or name it .jsonl if it has one record a line."
        ) from error


def _is_lines(dump: Dump, opening: re.Pattern[str]) -> bool:
    """Is it one object a line? Said by its ending, or by a first line that is a whole object and not the only line."""
    if dump.name.lower().removesuffix(".gz").endswith(LINES):
        return True
    with dump.open() as stream:
        first = stream.readline(_PIECE)
        if first.lstrip().startswith(b"[") or opening.search(first.decode("utf-8", "replace")):
            return False
        if not first.endswith(b"\n"):
            first += stream.readline(LONGEST_RECORD)
        if not first.endswith(b"\n") or not any(line.strip() for line in iter(lambda: stream.readline(_PIECE), b"")):
            return False
    return isinstance(_value(first, _DECODER.decode), Mapping)


def numbered_lines(stream: BinaryIO, decode: Callable[[str], Any] | None = None) -> Iterator[tuple[int, Any]]:
    """Number of the line (from 1) and its value, for every line that is not blank; `Broken` for one that is no JSON.

    With `decode` a source reads values in its own way; without it fractions are exact and `NaN` is no JSON.
    """
    number = 0
    while raw := stream.readline(LONGEST_RECORD):
        number += 1
        if len(raw) == LONGEST_RECORD and not raw.endswith(b"\n"):
            while (rest := stream.readline(LONGEST_RECORD)) and not rest.endswith(b"\n"):
                pass
            yield number, Broken(_shown(raw), f"the line is longer than {LONGEST_RECORD} bytes")
        elif raw.strip():
            yield number, _value(raw, decode or _DECODER.decode)


def _value(raw: bytes, decode: Callable[[str], Any]) -> Any:
    try:
        return decode(raw.strip().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        # Without the place in the line, so that lines broken in one way are counted together.
        why = getattr(error, "msg", "") or getattr(error, "reason", "") or str(error)
        return Broken(_shown(raw), f"the line is no JSON ({why[:120]})")


def _shown(raw: bytes) -> str:
    return raw[:200].decode("utf-8", "replace").strip()


def _no_number(text: str) -> Any:
    raise ValueError(f"{text} is no number of JSON")


_DECODER = json.JSONDecoder(parse_float=Decimal, parse_constant=_no_number)


class _Page:
    """A JSON text of which the records are taken one by one; what stands around them must be JSON too."""

    def __init__(self, dump: Dump, stream: BinaryIO, opening: re.Pattern[str]):
        self._dump = dump
        self._text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="strict")
        self._opening = opening
        self._held, self._number, self._ended = "", 0, False

    def values(self) -> Iterator[Any]:
        """The records; `InputError` where the text is not whole."""
        head = self._head()
        if head is None:
            yield self._whole(self._held)
            return
        while (value := self._next()) is not _END:
            self._number += 1
            yield value
        while self._more():
            pass
        self._whole(f"{head}{self._held}")

    def _head(self) -> str | None:
        """What stands before the first record; None where the text holds no list of records, and is then held whole."""
        while True:
            start = self._held.lstrip(_BLANK)
            if start.startswith("["):
                self._held = start[1:]
                return "["
            if found := self._opening.search(self._held):
                head = self._held[: found.end()]
                self._held = self._held[found.end() :]
                return head
            if not self._more():
                return None

    def _next(self) -> Any:
        """The next record of the list, or `_END` at its closing bracket, which stays held."""
        while True:
            self._held = self._held.lstrip(_BLANK).removeprefix(",").lstrip(_BLANK)
            if self._held.startswith("]"):
                return _END
            try:
                value, at = _DECODER.raw_decode(self._held)
                # A number or a word may go on in the next piece; an object or a list ends with its bracket.
                if at < len(self._held) or self._ended or self._held[at - 1] in "}]":
                    self._held = self._held[at:]
                    return value
            except (ValueError, RecursionError) as error:
                why = str(error)
                if isinstance(error, RecursionError):
                    raise self._broken("brackets within brackets without an end") from error
                if not self._more():
                    raise self._broken(why) from error
            else:
                self._more()

    def _more(self) -> bool:
        """Reads on, by as much again as is held, so that a long record is tried a few times only; False at the end."""
        if len(self._held) > LONGEST_RECORD:
            raise self._broken(f"more than {LONGEST_RECORD} letters without an end")
        try:
            piece = self._text.read(max(_PIECE, min(len(self._held), LONGEST_RECORD)))
        except UnicodeDecodeError as error:
            raise self._broken(f"not UTF-8: {error.reason}") from error
        self._held += piece
        self._ended = not piece
        return bool(piece)

    def _whole(self, text: str) -> Any:
        try:
            return _DECODER.decode(text.strip(_BLANK))
        except (ValueError, RecursionError) as error:
            raise self._broken(str(error)) from error

    def _broken(self, why: str) -> InputError:
        return InputError(
            f"{self._dump.name}: after record {self._number}: {why[:160]}. Expected a JSON object, a page or list of them, or one "
            "object a line. Fetch the file again."
        )


_END = object()
