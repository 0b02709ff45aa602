"""How a mapping feeds each column of the model: from columns or a constant; translated, dated, multiplied."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from benchside.model.codes import CODES
from benchside.model.columns import Code, Column, Date
from benchside.model.record import RecordType
from benchside.sources.mapped.spec import Field
from benchside.sources.mapped.written import Written, texts_of, unknown_code
from benchside.sources.tables.headers import suggestion

FIELD = ("column", "constant", "key", "prefix", "codes", "date", "decimal", "times")


def fields_of(reader: Written, n: int, of: RecordType, written: Mapping[str, Any]) -> Iterator[Field]:
    """The fields as written; a fault for each name that the model does not have."""
    names = [c.name for c in of.columns]
    for name, said in written.items():
        if name not in names:
            near = suggestion(name, names)
            reader.fault(n, f"fields.{name}", f"{of.name} has no field {name!r}{near} Known: {', '.join(names)}.")
            continue
        yield _field(reader, n, of.column(name), {"column": said} if isinstance(said, str) else said)


def _field(reader: Written, n: int, of: Column, written: Any) -> Field:
    key = f"fields.{of.name}"
    said = reader.table_of(n, key, written)
    reader.known(n, f"{key}.", said, FIELD)
    sources = [name for name in ("column", "constant", "key") if name in said]
    if len(sources) != 1:
        reader.fault(n, key, f"found {', '.join(sources) or 'none'} of column, constant and key, expected one of them.")
    columns = texts_of(reader, n, key, said.get("key", said.get("column", [])) or [])
    constant = reader.text_of(n, f"{key}.constant", said["constant"]) if "constant" in said else None
    if constant is not None and isinstance(of.kind, Code) and constant not in CODES[of.kind.codes]:
        reader.fault(n, f"{key}.constant", unknown_code(constant, of.kind.codes))
    return Field(
        of, columns, constant, "key" in said, str(said.get("prefix", "")), _codes(reader, n, key, of, said.get("codes")),
        _dates(reader, n, key, of, said.get("date")), _decimal(reader, n, key, said.get("decimal", "")),
        _times(reader, n, key, said.get("times")),
    )  # fmt: skip


def _codes(reader: Written, n: int, key: str, of: Column, written: Any) -> dict[str, str] | None:
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
                reader.fault(n, f"{key}.codes", f"{word!r} = {unknown_code(code, of.kind.codes)}")
    return found


def _dates(reader: Written, n: int, key: str, of: Column, written: Any) -> tuple[str, ...]:
    if written is None:
        return ()
    if not isinstance(of.kind, Date):
        reader.fault(n, f"{key}.date", f"{of.name} is no date, expected no form of dates.")
    forms = texts_of(reader, n, f"{key}.date", written)
    for form in forms:
        if "%Y" not in form and "%y" not in form:
            reader.fault(n, f"{key}.date", f'found {form!r}, expected a form with %Y, %m, %d such as "%d.%m.%Y".')
    return forms


def _decimal(reader: Written, n: int, key: str, written: Any) -> str:
    if written not in ("", ",", "."):
        reader.fault(n, f"{key}.decimal", f'found {written!r}, expected "," or ".".')
        return ""
    return written


def _times(reader: Written, n: int, key: str, written: Any) -> Decimal | None:
    try:
        return None if written is None else Decimal(str(written))
    except InvalidOperation:
        reader.fault(n, f"{key}.times", f"found {written!r}, expected a number such as 1000.")
        return None
