"""The record types as Frictionless Table Schemas: types, units, keys, code lists."""

from typing import Any

from benchside.exports.base import filled
from benchside.model.codes import CODES
from benchside.model.columns import Code, Column, Flag, Identifier, Integer, Key, Kind, Share
from benchside.model.dictionary import kind_in_words
from benchside.model.identifiers import SCHEMES
from benchside.model.record import RecordType
from benchside.model.tables import RECORD_TYPES, references

_TYPES = {"DATE": "date", "BIGINT": "integer", "BOOLEAN": "boolean", "VARCHAR": "string"}


def table_schema(of: RecordType) -> dict[str, Any]:
    """The schema of a record type's CSV file. What is not a rule of one table (sums, the order of dates) is not in it."""
    keys = [
        {"fields": [c], "reference": {"resource": to, "fields": [RECORD_TYPES[to].key[0]]}}
        for c, to in references(of).items()
    ]
    for key in keys:
        if key["reference"]["resource"] == of.name:
            key["reference"]["resource"] = ""  # a reference within the table, as the standard writes it
    fields = [_field(of, c) for c in of.columns]
    return filled({"fields": fields, "primaryKey": list(of.key), "foreignKeys": keys, "missingValues": [""]})


def _field(of: RecordType, column: Column) -> dict[str, Any]:
    kind = column.kind
    about = {
        "name": column.name,
        "type": _type(kind),
        "description": f"{column.help} Expected: {kind_in_words(column)}.",
    }
    truth = {"trueValues": ["yes"], "falseValues": ["no"]} if isinstance(kind, Flag) else {}
    return filled(about | truth | {"constraints": _constraints(of, column)})


def _type(kind: Kind) -> str:
    return "number" if kind.json_type == "number" else _TYPES[kind.engine_type]


def _constraints(of: RecordType, column: Column) -> dict[str, Any]:
    kind = column.kind
    found: dict[str, Any] = {"required": True} if column.required or column.name in of.key else {}
    if of.key == (column.name,):
        found["unique"] = True
    if isinstance(kind, Code):
        found["enum"] = list(CODES[kind.codes])
    if isinstance(kind, Identifier):
        found["pattern"] = SCHEMES[kind.scheme].pattern
    if isinstance(kind, Key):
        found["pattern"] = r"\u00a0?[^\s|]+"  # the mark before what a spreadsheet would take for a formula
    return found | _least(kind)


def _least(kind: Kind) -> dict[str, Any]:
    if isinstance(kind, Integer):
        return {"minimum": kind.least}
    if isinstance(kind, Share):
        return {"minimum": 0, "maximum": 1}
    return {"minimum": 0} if kind.json_type == "number" and "-?" not in (kind.pattern or "") else {}
