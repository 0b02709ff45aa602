"""The mapping: what `mapping.toml` says of each table of a spreadsheet, held against the model before a row is read.

All faults are told at once, each with its line, its key, the value, what was expected and the nearest name.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from benchside.errors import InputError
from benchside.model.codes import CODES
from benchside.model.columns import Code, Column, Date
from benchside.model.record import RecordType
from benchside.model.tables import RECORD_TYPES
from benchside.sources.tables.headers import shown, suggestion

MOST_BYTES = 1 << 20
DOCUMENT = ("key", "title", "publisher", "url", "printed_on", "licence", "grade")
SHEET = ("file", "sheet", "header_row", "table", "fields", "ignored", "pass_over", "split", "blanks")
FIELD = ("column", "constant", "key", "prefix", "codes", "date", "decimal", "times")
PASS = ("column", "equals", "reason")
SPLIT = ("column", "by", "pattern")
TOP = ("document", "table", "codes", "files_ignored")


@dataclass(frozen=True)
class Field:
    """How one column of the model is fed: from columns of the sheet, or a constant; translated, dated, multiplied."""

    of: Column
    columns: tuple[str, ...] = ()
    constant: str | None = None
    is_key: bool = False
    prefix: str = ""
    codes: Mapping[str, str] | None = None
    dates: tuple[str, ...] = ()
    decimal: str = ""
    times: Decimal | None = None


@dataclass(frozen=True)
class PassOver:
    """Rows that are not taken: those whose cell is one of the words, and why."""

    column: str
    equals: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Split:
    """A cell that holds several things: each becomes a row of its own. `pattern` names the pieces of one of them."""

    column: str
    by: str
    pattern: re.Pattern[str] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The columns that the pieces become: `Partners.name` of the group `name`."""
        return tuple(f"{self.column}.{name}" for name in self.pattern.groupindex) if self.pattern else ()


@dataclass(frozen=True)
class Entry:
    """One table of the model from one sheet."""

    number: int
    file: str
    sheet: str
    header_row: int
    table: RecordType
    fields: tuple[Field, ...]
    ignored: Mapping[str, str]
    pass_over: tuple[PassOver, ...]
    split: Split | None
    blanks: frozenset[str]

    @property
    def columns(self) -> set[str]:
        """The columns of the sheet that are read, or looked at."""
        named = {c for f in self.fields for c in f.columns} | {p.column for p in self.pass_over}
        made = set(self.split.names) if self.split else set()
        return (named - made) | ({self.split.column} if self.split else set())

    @property
    def place(self) -> str:
        """What messages call it."""
        return (
            f"[[table]] {self.number} ({self.file}{', sheet ' + self.sheet if self.sheet else ''} → {self.table.name})"
        )


@dataclass(frozen=True)
class Spec:
    """The whole mapping: the document that the records cite, the tables, and the files that are left out."""

    name: str
    document: Mapping[str, str]
    entries: tuple[Entry, ...]
    files_ignored: Mapping[str, str]


@dataclass
class _Reader:
    """The mapping's text and the faults found in it."""

    name: str
    text: str
    codes: Mapping[str, Any] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def fault(self, number: int, key: str, says: str) -> None:
        """Keeps a fault, with the line on which the key stands in its part of the file."""
        self.faults.append(f"{self.name} line {self._line(number, key)}, {key}: {says}")

    def _line(self, number: int, key: str) -> int:
        """The line of the last part of a key, sought from the header of its table on; that of the header where it is not found."""
        lines = self.text.splitlines()
        heads = [n for n, line in enumerate(lines) if re.match(r"\s*\[\[\s*table\s*\]\]", line)]
        start = heads[number - 1] if 0 < number <= len(heads) else 0
        end = heads[number] if 0 < number < len(heads) else len(lines)
        last = re.escape(key.rsplit(".", 1)[-1].strip('"'))
        # First where it is given a value, then where it heads a part.
        for form in (rf"""(\s*|.*[{{,.]\s*)["']?{last}["']?\s*=""", rf"""\s*\[+[^=]*\b{last}["']?\s*\]"""):
            for n in range(start, end):
                if re.match(form, lines[n]):
                    return n + 1
        return start + 1

    def known(self, number: int, where: str, written: Mapping[str, Any], names: tuple[str, ...]) -> None:
        """Faults for the keys that nobody reads."""
        for key in written:
            if key not in names:
                self.fault(
                    number, f"{where}{key}", f"unknown key {key!r}{suggestion(key, names)} Known: {', '.join(names)}."
                )

    def text_of(self, number: int, key: str, value: Any) -> str:
        """The value as text; a fault where it is none."""
        if hasattr(value, "isoformat"):
            value = value.isoformat()
        if not isinstance(value, str | int) or isinstance(value, bool):
            self.fault(number, key, f"found {value!r}, expected a text in quotation marks.")
            return ""
        return str(value)

    def table_of(self, number: int, key: str, value: Any) -> dict[str, Any]:
        """The value as a table; a fault where it is none."""
        if not isinstance(value, dict):
            self.fault(number, key, f"found {value!r}, expected a table of name = value.")
            return {}
        return value

    def reasons(self, number: int, key: str, value: Any) -> dict[str, str]:
        """Name → reason; a fault for a reason that is missing."""
        found = {k: self.text_of(number, f"{key}.{k}", v) for k, v in self.table_of(number, key, value).items()}
        for name, reason in found.items():
            if not reason.strip():
                self.fault(number, f"{key}.{name}", "found no reason, expected why it is left out, in a few words.")
        return found


def read_mapping(name: str, path: Path) -> Spec:
    """The mapping of a file; `InputError` with all its faults."""
    if path.stat().st_size > MOST_BYTES:
        raise InputError(f"{name} has more than {MOST_BYTES} bytes, expected a mapping of a few pages.")
    try:
        text = path.read_bytes().decode("utf-8-sig")
        written = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name} is no TOML: {error}. Mend that line; texts stand in quotation marks.") from error
    reader = _Reader(name, text)
    spec = _spec(reader, written)
    if reader.faults:
        raise InputError(all_of(reader.faults, "in the mapping"))
    return spec


def all_of(faults: list[str], where: str) -> str:
    """One message for all faults; a single one stands alone."""
    return faults[0] if len(faults) == 1 else "\n- ".join([f"{len(faults)} faults {where}:", *faults])


def _spec(reader: _Reader, written: Mapping[str, Any]) -> Spec:
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


def _document(reader: _Reader, written: Mapping[str, Any]) -> dict[str, str]:
    reader.known(0, "document.", written, DOCUMENT)
    said = {k: reader.text_of(0, f"document.{k}", v) for k, v in written.items() if k in DOCUMENT}
    for name in ("key", "title", "publisher", "licence"):
        if not said.get(name):
            reader.fault(0, f"document.{name}", "is missing; expected who published what, under which licence.")
    grade = said.setdefault("grade", "documented")
    if grade not in CODES["evidence_grade"]:
        reader.fault(0, "document.grade", _unknown_code(grade, "evidence_grade"))
    return said


def _entry(reader: _Reader, n: int, written: Mapping[str, Any]) -> Entry | None:
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
    fields = tuple(_fields(reader, n, of, reader.table_of(n, "fields", written.get("fields", {}))))
    _check_required(reader, n, of, fields)
    return Entry(
        n, file, reader.text_of(n, "sheet", written.get("sheet", "")), row, of, fields,
        reader.reasons(n, "ignored", written.get("ignored", {})), tuple(_passed(reader, n, written.get("pass_over", []))), split,
        frozenset({"", *_texts(reader, n, "blanks", written.get("blanks", []))}),
    )  # fmt: skip


def _check_required(reader: _Reader, n: int, of: RecordType, fields: tuple[Field, ...]) -> None:
    fed = {f.of.name for f in fields}
    for column in of.columns:
        if (column.required or column.name in of.key) and column.name not in fed:
            reader.fault(
                n,
                "fields",
                f"{of.name}.{column.name} is not fed and must be: {column.help} Name a column or a constant.",
            )


def _texts(reader: _Reader, n: int, key: str, value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(reader.text_of(n, key, v) for v in values)


def _passed(reader: _Reader, n: int, written: Any) -> Iterator[PassOver]:
    for each in written if isinstance(written, list) else [written]:
        said = reader.table_of(n, "pass_over", each)
        reader.known(n, "pass_over.", said, PASS)
        for name in PASS:
            if not said.get(name) and name != "equals":
                reader.fault(n, f"pass_over.{name}", "is missing; expected column, equals and reason.")
        words = _texts(reader, n, "pass_over.equals", said.get("equals", ""))
        yield PassOver(str(said.get("column", "")), words, str(said.get("reason", "")))


def _split(reader: _Reader, n: int, written: Any) -> Split:
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


def _fields(reader: _Reader, n: int, of: RecordType, written: Mapping[str, Any]) -> Iterator[Field]:
    names = [c.name for c in of.columns]
    for name, said in written.items():
        if name not in names:
            near = suggestion(name, names)
            reader.fault(n, f"fields.{name}", f"{of.name} has no field {name!r}{near} Known: {', '.join(names)}.")
            continue
        yield _field(reader, n, of.column(name), {"column": said} if isinstance(said, str) else said)


def _field(reader: _Reader, n: int, of: Column, written: Any) -> Field:
    key = f"fields.{of.name}"
    said = reader.table_of(n, key, written)
    reader.known(n, f"{key}.", said, FIELD)
    sources = [name for name in ("column", "constant", "key") if name in said]
    if len(sources) != 1:
        reader.fault(n, key, f"found {', '.join(sources) or 'none'} of column, constant and key, expected one of them.")
    columns = _texts(reader, n, key, said.get("key", said.get("column", [])) or [])
    constant = reader.text_of(n, f"{key}.constant", said["constant"]) if "constant" in said else None
    if constant is not None and isinstance(of.kind, Code) and constant not in CODES[of.kind.codes]:
        reader.fault(n, f"{key}.constant", _unknown_code(constant, of.kind.codes))
    return Field(
        of, columns, constant, "key" in said, str(said.get("prefix", "")), _codes(reader, n, key, of, said.get("codes")),
        _dates(reader, n, key, of, said.get("date")), _decimal(reader, n, key, said.get("decimal", "")),
        _times(reader, n, key, said.get("times")),
    )  # fmt: skip


def _codes(reader: _Reader, n: int, key: str, of: Column, written: Any) -> dict[str, str] | None:
    if written is None:
        return None
    if isinstance(written, str):
        if written not in reader.codes:
            reader.fault(n, f"{key}.codes", f"there is no [codes.{written}]{suggestion(written, reader.codes)}")
            return None
        written = reader.codes[written]
    found = {
        k.strip(): reader.text_of(n, f"{key}.codes", v) for k, v in reader.table_of(n, f"{key}.codes", written).items()
    }
    if isinstance(of.kind, Code):
        for word, code in found.items():
            if code and code not in CODES[of.kind.codes]:
                reader.fault(n, f"{key}.codes", f"{word!r} = {_unknown_code(code, of.kind.codes)}")
    return found


def _unknown_code(code: str, name: str) -> str:
    return f"unknown code {code!r}{suggestion(code, CODES[name])} {name} has {', '.join(list(CODES[name])[:40])}."


def _dates(reader: _Reader, n: int, key: str, of: Column, written: Any) -> tuple[str, ...]:
    if written is None:
        return ()
    if not isinstance(of.kind, Date):
        reader.fault(n, f"{key}.date", f"{of.name} is no date, expected no form of dates.")
    forms = _texts(reader, n, f"{key}.date", written)
    for form in forms:
        if "%Y" not in form and "%y" not in form:
            reader.fault(n, f"{key}.date", f'found {form!r}, expected a form with %Y, %m, %d such as "%d.%m.%Y".')
    return forms


def _decimal(reader: _Reader, n: int, key: str, written: Any) -> str:
    if written not in ("", ",", "."):
        reader.fault(n, f"{key}.decimal", f'found {written!r}, expected "," or ".".')
        return ""
    return written


def _times(reader: _Reader, n: int, key: str, written: Any) -> Decimal | None:
    try:
        return None if written is None else Decimal(str(written))
    except InvalidOperation:
        reader.fault(n, f"{key}.times", f"found {written!r}, expected a number such as 1000.")
        return None
