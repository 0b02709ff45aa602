"""The records of a ROR dump, one after the other: a JSON list of any length, JSON lines, compressed or in a ZIP.

The list is read piece by piece, so that a dump of the whole registry takes no more memory than one record.
"""

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from benchside.errors import InputError
from benchside.sources.tables.files import Limited, member_faults, text_stream

ENDINGS = (".json", ".jsonl", ".json.gz", ".jsonl.gz")
LONGEST_RECORD = 4 << 20
"""Letters of one record; the longest of the registry has some tens of thousands."""
_PIECE = 1 << 16
_V2 = "_schema_v2"


@dataclass(frozen=True)
class Dump:
    """A file of records: what messages call it, and how its bytes are opened."""

    name: str
    open: Callable[[], Any]


def dumps_of(files: Mapping[str, Path]) -> tuple[list[Dump], dict[str, str]]:
    """The dumps in the files, those of schema 2 first, and the files passed by: name → why."""
    dumps: list[Dump] = []
    passed: dict[str, str] = {}
    for name, path in sorted(files.items()):
        if name.lower().endswith(ENDINGS):
            dumps.append(Dump(name, lambda n=name, p=path: text_stream(n, p)))
        elif name.lower().endswith(".zip"):
            found, beside = _members(name, path)
            dumps, passed = dumps + found, passed | beside
        else:
            passed[name] = "not a JSON dump of the registry"
    twice = {d.name.replace(_V2, "") for d in dumps if _V2 in d.name}
    for dump in [d for d in dumps if d.name in twice]:
        passed[dump.name] = "the same release stands beside it in schema 2, which says more"
        dumps.remove(dump)
    return dumps, passed


def _members(name: str, path: Path) -> tuple[list[Dump], dict[str, str]]:
    try:
        with zipfile.ZipFile(path) as file:
            members = [m for m in file.infolist() if not m.is_dir()]
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise InputError(f"{name} is no ZIP file ({error}). Fetch it again.") from error
    if faults := member_faults(name, members):
        raise InputError("\n- ".join(faults))
    dumps, passed = [], {}
    for member in members:
        label = f"{name}/{member.filename}"
        if PurePosixPath(member.filename).suffix.lower() in (".json", ".jsonl"):
            dumps.append(Dump(label, lambda la=label, m=member: _unpacked(la, path, m)))
        else:
            passed[label] = "not a JSON dump of the registry; a CSV of the same release says less"
    return dumps, passed


@contextmanager
def _unpacked(label: str, path: Path, member: zipfile.ZipInfo) -> Iterator[BinaryIO]:
    with zipfile.ZipFile(path) as file, file.open(member) as stream:
        yield io.BufferedReader(Limited(stream, label, member.compress_size), 1 << 20)  # type: ignore[arg-type]


def records_of(dump: Dump) -> Iterator[tuple[int, Any]]:
    """Number (from 1) and value of each record; `InputError` where the file is no JSON or a record has no end.

    Commas and brackets between the records are passed over, so that a list and lines are read alike.
    """
    decoder, held, number = json.JSONDecoder(), "", 0
    with dump.open() as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="strict")
        try:
            while piece := text.read(_PIECE):
                held += piece
                held, found = _decoded(decoder, held)
                for value in found:
                    number += 1
                    yield number, value
                if len(held) > LONGEST_RECORD:
                    raise _broken(dump, number, f"more than {LONGEST_RECORD} letters without an end")
        except UnicodeDecodeError as error:
            raise _broken(dump, number, f"not UTF-8: {error.reason} at byte {error.start}") from error
    if held.strip(" \t\r\n,]["):
        raise _broken(dump, number, f"{held.strip()[:60]!r} is no whole JSON value")


def _decoded(decoder: json.JSONDecoder, held: str) -> tuple[str, list[Any]]:
    """The whole values at the beginning of the text, and what is left of it."""
    found, at = [], 0
    while True:
        while at < len(held) and held[at] in " \t\r\n,[]":
            at += 1
        try:
            value, at = decoder.raw_decode(held, at)
        except (ValueError, RecursionError):
            return held[at:], found
        found.append(value)


def _broken(dump: Dump, number: int, why: str) -> InputError:
    return InputError(
        f"{dump.name}: after record {number}: {why}. Expected a JSON list or one JSON object a line. Fetch the file again."
    )
