"""What can be known of a CSV file before its rows are read: its encoding, its delimiter and its header.

The file is read in pieces of one mebibyte, so that its size does not matter. The values are checked in the store.
"""

import codecs
import csv
import io
from pathlib import Path

from benchside.model.record import RecordType
from benchside.sources.tables.headers import header_faults

CHUNK = 1 << 20
_LONGEST_HEADER = 1 << 16
_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}


def csv_faults(name: str, path: Path, of: RecordType) -> list[str]:
    """All that is wrong with the file as a whole; none means that its rows can be read."""
    if path.stat().st_size == 0:
        return [f"{name} is empty (0 bytes). Write the header line, or remove the file."]
    fault = encoding_fault(name, path)
    return [fault] if fault else _head_faults(name, path, of)


def encoding_fault(name: str, path: Path) -> str | None:
    """Where the file stops being UTF-8 text, or None. A byte-order mark at its start is no fault."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    offset, lines = 0, 1
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            held = decoder.getstate()[0]
            at = _first_bad(decoder, chunk)
            if at is not None:
                before = (held + chunk)[:at].count(b"\n")
                return _not_utf8(name, (held + chunk)[at], offset - len(held) + at, lines + before)
            offset, lines = offset + len(chunk), lines + chunk.count(b"\n")
    held = decoder.getstate()[0]
    return _not_utf8(name, held[0], offset - len(held), lines) if held else None


def _first_bad(decoder: codecs.IncrementalDecoder, chunk: bytes) -> int | None:
    """The place of the first byte that is no text, counted from the bytes the decoder still holds."""
    held = len(decoder.getstate()[0])
    try:
        decoder.decode(chunk)
    except UnicodeDecodeError as error:
        return error.start
    # A zero byte is valid UTF-8, but in a table it is the mark of UTF-16 or of a file that is no text.
    zero = chunk.find(b"\0")
    return None if zero < 0 else held + zero


def _not_utf8(name: str, byte: int, offset: int, line: int) -> str:
    return (
        f"{name} is not UTF-8 text: byte 0x{byte:02x} at offset {offset}, line {line}. "
        "Save the file again as UTF-8 (in Excel: 'CSV UTF-8 (comma delimited)')."
    )


def _head_faults(name: str, path: Path, of: RecordType) -> list[str]:
    # utf-8-sig drops a byte-order mark, which would otherwise become part of the first column's name.
    with path.open(encoding="utf-8-sig", newline="") as file:
        head = file.read(_LONGEST_HEADER)
    names = next(csv.reader(io.StringIO(head, newline="")), [])
    mark = _other_delimiter(names, of)
    if mark:
        return [
            f"{name}: the columns are separated by {_DELIMITERS[mark]}, expected commas. Save it as CSV with commas."
        ]
    return header_faults(name, names, of)


def _other_delimiter(names: list[str], of: RecordType) -> str | None:
    """The mark that separates known columns within what commas leave as one cell."""
    known = {c.name for c in of.columns}
    for mark in _DELIMITERS:
        cells = [cell.strip('" ') for name in names for cell in name.split(mark)]
        if len(cells) > len(names) and (known.intersection(cells) - set(names) or names[0].startswith("sep=")):
            return mark
    return None
