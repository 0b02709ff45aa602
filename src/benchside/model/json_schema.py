"""JSON Schema (draft 2020-12) of the record types, for those who write or check records with other tools.

A record is an object in which a missing value is a column left out. The schema holds the shape of single records; what
needs more than one record (references, sums, the order of dates, check digits) is checked when the build is made.
"""

from benchside.model.codes import CODES
from benchside.model.columns import Code, Column, Flag, Identifier, Integer, Kind, Share
from benchside.model.dictionary import kind_in_words
from benchside.model.identifiers import SCHEMES
from benchside.model.record import MODEL_VERSION, RecordType
from benchside.model.tables import RECORD_TYPES

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(record_type: RecordType) -> dict:
    """The schema of one record of the type; columns that the type does not declare are refused."""
    return {"$schema": DIALECT, "$id": f"urn:benchside:model:{MODEL_VERSION}:{record_type.name}"} | _object(record_type)


def model_schema() -> dict:
    """The schema of a whole set of tables: an object with a list of records under the name of each table."""
    return {
        "$schema": DIALECT,
        "$id": f"urn:benchside:model:{MODEL_VERSION}",
        "title": f"Benchside model {MODEL_VERSION}",
        "type": "object",
        "properties": {name: {"type": "array", "items": {"$ref": f"#/$defs/{name}"}} for name in RECORD_TYPES},
        "additionalProperties": False,
        "$defs": {name: _object(of) for name, of in RECORD_TYPES.items()},
    }


def example_value(column: Column) -> str | int | float:
    """The column's example in its JSON type; `ValueError` where the example is no such number."""
    types = {"string": str, "integer": int, "number": float}
    return types[column.kind.json_type](column.example)


def _object(of: RecordType) -> dict:
    return {
        "title": of.title,
        "description": of.help,
        "type": "object",
        "properties": {c.name: _property(c) for c in of.columns},
        "required": [c.name for c in of.columns if c.required],
        "additionalProperties": False,
    }


def _property(column: Column) -> dict:
    about = {"description": f"{column.help} Expected: {kind_in_words(column)}.", "type": column.kind.json_type}
    examples = {"examples": [example_value(column)]} if column.example else {}
    return about | _limits(column.kind) | examples


def _limits(kind: Kind) -> dict:
    """What a value must keep to besides its type; patterns are those of the written form, so only for texts."""
    if isinstance(kind, Code):
        return {"enum": list(CODES[kind.codes])}
    if isinstance(kind, Flag):
        return {"enum": ["yes", "no"]}
    if isinstance(kind, Identifier):
        return {"pattern": f"^(?:{SCHEMES[kind.scheme].pattern})$"}
    if isinstance(kind, Integer):
        return {"minimum": kind.least}
    if kind.json_type == "number":
        return _number_limits(kind)
    return {"pattern": kind.pattern} if kind.pattern else {"minLength": 1}


def _number_limits(kind: Kind) -> dict:
    if isinstance(kind, Share):
        return {"minimum": 0, "maximum": 1}
    # A written form that allows no minus sign allows no negative number.
    return {} if "-?" in (kind.pattern or "") else {"minimum": 0}
