"""OpenAlex works as they come: JSON lines (gzip or not), a page of the API, Parquet.

Clean lines are streamed by the engine. Where the engine does not read a file, or not every line of it, and where any row
would be refused, the file is read again line by line: slower, with the number of every line and the reason. Both ways
fill one table, `taken`: work_id, year, type, citations as texts, `names` (the field of each topic), and place.

A work belongs to a field with the share of its topics that name it; where it has no topics, to that of its primary topic.
Only these columns are read: how many authors a work has makes no difference.
"""

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchside.store.checks import LONGEST_SHOWN, quoted

LEVELS = ("subfield", "field", "topic", "domain")
LONGEST_LINE = 1 << 28
"""Bytes of one line that is still read; a longer one is refused without being held."""
LONGEST_STREAMED = 1 << 24
"""Bytes of one line that the engine is asked to read; a file with a longer one is read line by line."""
_CHUNK = 1 << 20
_PREFIX = r"^https?://openalex\.org/([a-z]+/)?"
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True)
class Unread:
    """A line or row that could not be taken: its number in the file, the rule it broke, its text, shortened."""

    place: int
    rule: str
    value: str


@dataclass(frozen=True)
class Lines:
    """What is seen of a file before it is read: how many lines it has, and whether it needs care."""

    count: int
    uneven: bool


class _Cut(Exception):
    """A compressed file ends early or is damaged."""


def bare_id(column: str) -> str:
    """An id without the address of OpenAlex, as SQL; other ids stay as they are."""
    return f"nullif(regexp_replace({column}, {quoted(_PREFIX)}, ''), '')"


def json_source(path: Path, level: str) -> str:
    """A query of JSON lines by the engine, in the columns of `taken`; no places."""
    inner = "id VARCHAR, display_name VARCHAR"
    topic = f"STRUCT({inner})" if level == "topic" else f"STRUCT({level} STRUCT({inner}))"
    columns = {"id": "VARCHAR", "publication_year": "VARCHAR", "type": "VARCHAR", "cited_by_count": "VARCHAR"}
    columns |= {"topics": f"{topic}[]", "primary_topic": topic}
    listed = ", ".join(f"{c}: {quoted(t)}" for c, t in columns.items())
    reader = (
        f"read_json({quoted(str(path))}, format = 'newline_delimited', columns = {{{listed}}}, "
        f"compression = {quoted('gzip' if is_gzip(path) else 'none')}, maximum_object_size = {LONGEST_STREAMED})"
    )
    return works_query(reader, level, "topics", "primary_topic", "CAST(NULL AS BIGINT)")


def parquet_source(path: Path, level: str, columns: dict[str, str]) -> str:
    """A query of OpenAlex works in Parquet; topics are structures or JSON text."""
    inner = '{"id": "VARCHAR", "display_name": "VARCHAR"}'
    shape = inner if level == "topic" else f'{{"{level}": {inner}}}'
    found = {}
    for column, whole in (("topics", f"[{shape}]"), ("primary_topic", shape)):
        # Structures differ from one writer to the next; as JSON, what is not there is missing.
        text = column if columns.get(column) in ("VARCHAR", "JSON") else f"to_json({column})"
        found[column] = f"from_json({text}, {quoted(whole)})" if column in columns else "NULL"
    reader = f"read_parquet({quoted(str(path))}, file_row_number = true)"
    return works_query(reader, level, found["topics"], found["primary_topic"], "file_row_number + 1")


def works_query(reader: str, level: str, topics: str, primary: str, place: str) -> str:
    """The columns of `taken` from whatever reads works."""

    def named(of: str) -> str:
        of = of if level == "topic" else f"({of}).{level}"
        return f"coalesce(CAST(({of}).id AS VARCHAR), ({of}).display_name)"

    listed = "CAST([] AS VARCHAR[])" if topics == "NULL" else f"list_transform({topics}, lambda t: {named('t')})"
    alone = "CAST([] AS VARCHAR[])" if primary == "NULL" else f"[{named(primary)}]"
    kept = "list_filter({}, lambda f: f IS NOT NULL AND f <> '')"
    return (
        f"SELECT CAST(id AS VARCHAR) AS work_id, CAST(publication_year AS VARCHAR) AS year, "
        f"CAST(type AS VARCHAR) AS type, CAST(cited_by_count AS VARCHAR) AS citations, "
        f"CASE WHEN len({kept.format(listed)}) > 0 THEN {kept.format(listed)} ELSE {kept.format(alone)} END AS names, "
        f"CAST({place} AS BIGINT) AS place FROM {reader}"
    )


def is_gzip(path: Path) -> bool:
    """Does the file begin as gzip does, whatever its name?"""
    with path.open("rb") as file:
        return file.read(2) == _GZIP


def look(path: Path) -> Lines:
    """Count the lines. A file that is cut short or has empty lines needs care."""
    ends, last = 0, b"\n"
    try:
        for chunk in _chunks(path):
            held = last[-2:] + chunk
            if b"\n\n" in held or b"\n\r\n" in held:
                return Lines(0, True)
            ends, last = ends + chunk.count(b"\n"), held
    except _Cut:
        return Lines(0, True)
    return Lines(ends + (not last.endswith(b"\n")), False)


def read_careful(path: Path, level: str, unread: list[Unread]) -> Iterator[dict[str, Any]]:
    """The works of JSON lines or of a page as rows of `taken`; what cannot be read is put into `unread`.

    A page is an object with `results`; its works bear their number in it.
    """
    for number, line in _whole_or_lines(path, unread):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
            works = _of_page(found)
            for place, work in [(number, found)] if works is None else enumerate(works, 1):
                row = _row(work, level, place)
                if row is None:
                    unread.append(Unread(place, "expected a JSON object", _shown(line)))
                else:
                    yield row
        except (ValueError, RecursionError) as error:
            unread.append(Unread(number, f"not JSON that can be read: {str(error)[:LONGEST_SHOWN]}", _shown(line)))


def _whole_or_lines(path: Path, unread: list[Unread]) -> Iterator[tuple[int, bytes]]:
    """A file that is one page brings it whole, also over several lines; any other its lines."""
    if path.suffix == ".json":
        text = path.read_bytes()
        try:
            if _of_page(json.loads(text)) is not None:
                yield 1, text
                return
        except (ValueError, RecursionError):
            pass  # Not one document: each line is read, and told if it cannot be.
    yield from numbered_lines(path, unread)


def _of_page(found: Any) -> list | None:
    if isinstance(found, dict) and "id" not in found and isinstance(found.get("results"), list):
        return found["results"]
    return found if isinstance(found, list) and all(isinstance(work, dict) for work in found) else None


def numbered_lines(path: Path, unread: list[Unread]) -> Iterator[tuple[int, bytes]]:
    """The lines of a file with their numbers from 1. Where a compressed file breaks off, what came before is kept."""
    held: list[bytes] = []
    number, size = 1, 0
    try:
        for chunk in _chunks(path):
            *whole, rest = chunk.split(b"\n")
            for piece in whole:
                if size + len(piece) > LONGEST_LINE:
                    unread.append(Unread(number, f"the line is longer than {LONGEST_LINE} bytes", _shown(held[0])))
                else:
                    yield number, b"".join([*held, piece])
                held, size, number = [], 0, number + 1
            size += len(rest)
            if size <= LONGEST_LINE:
                held.append(rest)
    except _Cut as error:
        unread.append(Unread(number, f"{error}: this line and all after it are lost", _shown(b"".join(held))))
        return
    if size > LONGEST_LINE:
        unread.append(Unread(number, f"the line is longer than {LONGEST_LINE} bytes", _shown(held[0])))
    elif size:
        yield number, b"".join(held)


def _chunks(path: Path) -> Iterator[bytes]:
    """The bytes of a file, unpacked if it is gzip (also several in a row); `_Cut` where it breaks off."""
    packed = is_gzip(path)
    with path.open("rb") as file:
        unpacker = zlib.decompressobj(wbits=31)
        while chunk := file.read(_CHUNK):
            while packed and chunk:
                if unpacker.eof:
                    unpacker = zlib.decompressobj(wbits=31)
                    chunk = chunk.lstrip(b"\0")
                    if not chunk:
                        break
                try:
                    yield unpacker.decompress(chunk, 4 * _CHUNK)
                except zlib.error as error:
                    raise _Cut(f"the compressed file is damaged before byte {file.tell()} ({error})") from error
                chunk = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
            if not packed:
                yield chunk
        if packed:
            yield unpacker.flush()
        if packed and not unpacker.eof:
            raise _Cut(f"the compressed file ends early, at byte {file.tell()}")


def _row(work: Any, level: str, place: int) -> dict[str, Any] | None:
    """A row of `taken`; None where there is no object. Text that is no Unicode raises `ValueError`."""
    if not isinstance(work, dict):
        return None
    topics, primary = work.get("topics"), work.get("primary_topic")
    names = [n for t in (topics if isinstance(topics, list) else []) if (n := _named(t, level))]
    row = {
        "work_id": _text(work.get("id")), "year": _text(work.get("publication_year")), "type": _text(work.get("type")),
        "citations": _text(work.get("cited_by_count")), "place": place,
        "names": names or [n for n in [_named(primary, level)] if n],
    }  # fmt: skip
    for value in (row["work_id"], row["type"], *row["names"]):
        (value or "").encode()
    return row


def _named(topic: Any, level: str) -> str | None:
    of = topic if level == "topic" else topic.get(level) if isinstance(topic, dict) else None
    if not isinstance(of, dict):
        return None
    return _text(of["id"]) if of.get("id") is not None else _text(of.get("display_name"))


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value)


def _shown(line: bytes) -> str:
    return line[:LONGEST_SHOWN].decode("utf-8", "replace").strip()
