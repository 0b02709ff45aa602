"""Files of works of OpenAlex in all forms they come in: objects (JSON, JSON lines, nested Parquet) and tables.

An object is handed on as it is, with its place; a table as a `Part`, so that it is read as any table of others is. What unfolds
too far, or holds more than may be expected of its kind, is refused before a work is read of it, or at the work that goes too far.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pyarrow.types

from benchside.errors import InputError
from benchside.sources.openalex.cells import Line
from benchside.sources.openalex.nested import IGNORED, TAKEN
from benchside.sources.tables.files import Part, parts_of
from benchside.sources.tables.json_records import LINES, Broken, numbered_lines, page_of
from benchside.sources.tables.unpacking import text_stream
from benchside.sources.tables.xlsx_guard import MOST_BYTES

PAGES = (".json", ".json.gz")
ROWS = (*LINES, *(f"{ending}.gz" for ending in LINES))
MOST_OF_PAGE = 64 << 20
"""Bytes of a page: two hundred works of some hundred kilobytes each are well within."""
_BATCH = 512


@dataclass(frozen=True)
class Objects:
    """A file of works as objects: its name, and each with its place."""

    name: str
    each: Callable[[], Iterator[tuple[str, Mapping[str, Any] | Broken]]]


def files_of(files: Mapping[str, Path]) -> tuple[list[Objects], list[Part], dict[str, str]]:
    """The files of objects, the tables, and the files that hold neither: name → why."""
    objects, tables, others = [], [], {}
    for name, path in sorted(files.items()):
        lower = name.lower()
        if lower.endswith(ROWS):
            objects.append(Objects(name, lambda name=name, path=path: _lines(name, path)))
        elif lower.endswith(PAGES):
            objects.append(_page(name, path))
        elif lower.endswith(".parquet"):
            table, nested = _parquet(name, path)
            objects += [nested] if nested else []
            tables += [table] if table else []
        else:
            others[name] = path
    parts, passed = parts_of(others)
    return objects, tables + parts, passed


def unknown_fields(work: Mapping[str, Any]) -> list[str]:
    """The fields of a work that are neither taken nor left out for a reason."""
    return [name for name in work if name not in TAKEN and name not in IGNORED]


def _page(name: str, path: Path) -> Objects:
    works = _works(name, page_of(name, path, MOST_OF_PAGE, "Save it as JSON lines, one work a line."))
    return Objects(name, lambda: ((f"{name} record {n}", _work(w)) for n, w in enumerate(works, 1)))


def _works(name: str, page: Any) -> list[Any]:
    if isinstance(page, dict) and isinstance(page.get("results"), list):
        return page["results"]
    if isinstance(page, dict) and "id" in page:
        return [page]
    if isinstance(page, list):
        return page
    keys = ", ".join(sorted(page)[:8]) if isinstance(page, dict) else type(page).__name__
    raise InputError(
        f"{name} holds no works of OpenAlex: expected a page with `results`, a work with an `id`, or a list; found {keys}."
    )


def _work(record: Any) -> Mapping[str, Any] | Broken:
    if isinstance(record, dict | Broken):
        return record
    return Broken(str(record), "expected an object with the fields of a work")


def _lines(name: str, path: Path) -> Iterator[tuple[str, Mapping[str, Any] | Broken]]:
    with text_stream(name, path) as stream:
        # Studies write works with Python, which knows `NaN` as a number; it is read as missing.
        for number, value in numbered_lines(stream, json.loads):
            yield f"{name} line {number}", _work(value)


def _parquet(name: str, path: Path) -> tuple[Part | None, Objects | None]:
    """A Parquet file as a table, or as objects where its columns hold objects, as those of the snapshot do."""
    with _opened(name, path) as file:
        size = sum(file.metadata.row_group(n).total_byte_size for n in range(file.metadata.num_row_groups))
        nested = any(pyarrow.types.is_struct(f.type) or _holds_objects(f.type) for f in file.schema_arrow)
    if size > MOST_BYTES:
        raise InputError(f"{name} unfolds to {size} bytes, expected at most {MOST_BYTES}. Split it.")
    if nested:
        return None, Objects(name, lambda: ((f"{name} row {n}", w) for n, w in enumerate(_records(name, path), 1)))
    return Part(name, open_sheet=lambda: _cells(name, path)), None


def _holds_objects(kind: pyarrow.DataType) -> bool:
    return pyarrow.types.is_list(kind) and pyarrow.types.is_struct(kind.value_type)


def _opened(name: str, path: Path) -> pyarrow.parquet.ParquetFile:
    try:
        return pyarrow.parquet.ParquetFile(path)
    except (pyarrow.ArrowInvalid, OSError) as error:
        raise InputError(f"{name} is no Parquet file: {error}. Fetch it again, or save it as CSV.") from error


def _records(name: str, path: Path) -> Iterator[dict[str, Any]]:
    try:
        with _opened(name, path) as file:
            for batch in file.iter_batches(_BATCH):
                yield from batch.to_pylist()
    except (pyarrow.ArrowInvalid, OSError) as error:
        raise InputError(f"{name} cannot be read to its end: {error}. Fetch it again.") from error


def _cells(name: str, path: Path) -> Iterator[list[str]]:
    """The rows of a flat file as texts; a list becomes its parts joined by `|`."""
    with _opened(name, path) as file:
        columns = file.schema_arrow.names
    yield columns
    for record in _records(name, path):
        yield [_text(record[c]) for c in columns]


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "|".join(map(_text, value))
    if value is None or value != value:  # a number that is none differs from itself
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def told(place: str, field: str, value: str = "") -> Line:
    """A row of one cell, to speak of it in a refusal."""
    return Line(place, {field: value})
