"""The mapping: what `mapping.toml` says of each table of a spreadsheet, held against the model before a row is read.

All faults are told at once, each with its line, its key, the value, what was expected and the nearest name.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchside.errors import InputError
from benchside.model.codes import CODES
from benchside.model.record import RecordType
from benchside.model.tables import RECORD_TYPES
from benchside.sources.mapped.fields import fields_of
from benchside.sources.mapped.spec import Entry, Field, PassOver, Spec, Split
from benchside.sources.mapped.written import Written, all_of, texts_of, unknown_code
from benchside.sources.tables.headers import shown, suggestion

MOST_BYTES = 1 << 20
DOCUMENT = ("key", "title", "publisher", "url", "printed_on", "licence", "grade")
SHEET = ("file", "sheet", "header_row", "table", "fields", "ignored", "pass_over", "split", "blanks")
PASS = ("column", "equals", "reason")
SPLIT = ("column", "by", "pattern")
TOP = ("document", "table", "codes", "files_ignored")


def read_mapping(name: str, path: Path) -> Spec:
    """The mapping of a file; `InputError` with all its faults."""
    if path.stat().st_size > MOST_BYTES:
        raise InputError(f"{name} has more than {MOST_BYTES} bytes, expected a mapping of a few pages.")
    try:
        text = path.read_bytes().decode("utf-8-sig")
        written = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name} is no TOML: {error}. Mend that line; texts stand in quotation marks.") from error
    reader = Written(name, text)
    spec = _spec(reader, written)
    if reader.faults:
        raise InputError(all_of(reader.faults, "in the mapping"))
    return spec


def _spec(reader: Written, written: Mapping[str, Any]) -> Spec:
    reader.known(0, "", written, TOP)
    reader.codes = reader.table_of(0, "codes", written.get("codes", {}))
    document = _document(reader, reader.table_of(0, "document", written.get("document", {})))
    tables = written.get("table")
    if not isinstance(tables, list) or not tables:
        reader.fault(0, "table", "found none, expected at least one [[table]] with file, table and fields.")
        tables = []
    entries = [_entry(reader, n, reader.table_of(n, "table", each)) for n, each in enumerate(tables, 1)]
    return Spec(
        reader.name,
        document,
        tuple(filter(None, entries)),
        reader.reasons(0, "files_ignored", written.get("files_ignored", {})),
    )


def _document(reader: Written, written: Mapping[str, Any]) -> dict[str, str]:
    reader.known(0, "document.", written, DOCUMENT)
    said = {k: reader.text_of(0, f"document.{k}", v) for k, v in written.items() if k in DOCUMENT}
    for name in ("key", "title", "publisher", "licence"):
        if not said.get(name):
            reader.fault(0, f"document.{name}", "is missing; expected who published what, under which licence.")
    grade = said.setdefault("grade", "documented")
    if grade not in CODES["evidence_grade"]:
        reader.fault(0, "document.grade", unknown_code(grade, "evidence_grade"))
    return said


def _entry(reader: Written, n: int, written: Mapping[str, Any]) -> Entry | None:
    reader.known(n, "", written, SHEET)
    table = reader.text_of(n, "table", written.get("table", ""))
    file = reader.text_of(n, "file", written.get("file", ""))
    if not file:
        reader.fault(n, "file", "is missing; expected the name of the file that holds the rows.")
    if table not in RECORD_TYPES:
        near = suggestion(table, RECORD_TYPES)
        reader.fault(n, "table", f"unknown table {shown(table)}{near} Known: {', '.join(RECORD_TYPES)}.")
        return None
    of = RECORD_TYPES[table]
    split = _split(reader, n, written["split"]) if "split" in written else None
    row = written.get("header_row", 1)
    if not isinstance(row, int) or isinstance(row, bool) or not 1 <= row <= 50:
        reader.fault(
            n, "header_row", f"found {row!r}, expected the number of the row that names the columns, from 1 to 50."
        )
        row = 1
    fields = tuple(fields_of(reader, n, of, reader.table_of(n, "fields", written.get("fields", {}))))
    _check_required(reader, n, of, fields)
    return Entry(
        n, file, reader.text_of(n, "sheet", written.get("sheet", "")), row, of, fields,
        reader.reasons(n, "ignored", written.get("ignored", {})), tuple(_passed(reader, n, written.get("pass_over", []))), split,
        frozenset({"", *texts_of(reader, n, "blanks", written.get("blanks", []))}),
    )  # fmt: skip


def _check_required(reader: Written, n: int, of: RecordType, fields: tuple[Field, ...]) -> None:
    fed = {f.of.name for f in fields}
    for column in of.columns:
        if (column.required or column.name in of.key) and column.name not in fed:
            reader.fault(
                n,
                "fields",
                f"{of.name}.{column.name} is not fed and must be: {column.help} Name a column or a constant.",
            )


def _passed(reader: Written, n: int, written: Any) -> Iterator[PassOver]:
    for each in written if isinstance(written, list) else [written]:
        said = reader.table_of(n, "pass_over", each)
        reader.known(n, "pass_over.", said, PASS)
        for name in PASS:
            if not said.get(name) and name != "equals":
                reader.fault(n, f"pass_over.{name}", "is missing; expected column, equals and reason.")
        words = texts_of(reader, n, "pass_over.equals", said.get("equals", ""))
        yield PassOver(str(said.get("column", "")), words, str(said.get("reason", "")))


def _split(reader: Written, n: int, written: Any) -> Split:
    said = reader.table_of(n, "split", written)
    reader.known(n, "split.", said, SPLIT)
    column, by = reader.text_of(n, "split.column", said.get("column", "")), said.get("by", "")
    if not column or not isinstance(by, str) or not by:
        reader.fault(n, "split", 'expected column and by, such as { column = "Partners", by = ";" }.')
    try:
        pattern = re.compile(str(said["pattern"])) if "pattern" in said else None
    except re.error as error:
        reader.fault(
            n, "split.pattern", f"found {shown(str(said['pattern']))}, which is no regular expression: {error}."
        )
        pattern = None
    return Split(column, str(by), pattern)
