"""The JSON Schemas are valid, take the declared examples, and refuse what the checks of the build refuse in one record."""

import pytest
from jsonschema import Draft202012Validator

from benchside.model.codes import CODES
from benchside.model.columns import Code, Flag
from benchside.model.json_schema import example_value, json_schema, model_schema
from benchside.model.record import RecordType
from benchside.model.tables import RECORD_TYPES

EVERY_TYPE = pytest.mark.parametrize("of", RECORD_TYPES.values(), ids=lambda t: t.name)


def example(of: RecordType) -> dict:
    """A record made of the examples of the columns; where a required column has none, of a plain value."""
    row = {c.name: example_value(c) for c in of.columns if c.example}
    for column in of.columns:
        if column.required and column.name not in row:
            assert column.kind.json_type == "string", "only texts can do without an example"
            row[column.name] = next(iter(CODES[column.kind.codes])) if isinstance(column.kind, Code) else "text"
            if isinstance(column.kind, Flag):
                row[column.name] = "no"
    return row


def faults(schema: dict, row: object) -> list[str]:
    return [error.message for error in Draft202012Validator(schema).iter_errors(row)]


def contribution(**other) -> dict:
    return example(RECORD_TYPES["contribution"]) | other


@EVERY_TYPE
def test_schema_is_valid_and_takes_the_examples(of):
    schema = json_schema(of)
    Draft202012Validator.check_schema(schema)
    assert faults(schema, example(of)) == []


@EVERY_TYPE
def test_an_unknown_column_is_refused(of):
    (fault,) = faults(json_schema(of), example(of) | {"unheard_of": 1})
    assert "'unheard_of' was unexpected" in fault


@EVERY_TYPE
def test_a_record_without_its_required_columns_is_refused(of):
    assert len(faults(json_schema(of), {})) == sum(c.required for c in of.columns)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("amount", -1),
        ("amount", "18170217"),
        ("payer", "tobacco"),
        ("contribution_id", "C 1"),
        ("contribution_id", ""),
        ("valid_on", "01/11/2019"),
        ("label", ""),
        ("note", None),
    ],
)
def test_a_value_of_another_shape_is_refused(column, value):
    assert len(faults(json_schema(RECORD_TYPES["contribution"]), contribution(**{column: value}))) == 1


@pytest.mark.parametrize("value", [0, 1, 0.5])
def test_a_share_lies_between_nought_and_one(value):
    schema = json_schema(RECORD_TYPES["project_area"])
    row = example(RECORD_TYPES["project_area"])
    assert faults(schema, row | {"weight": value}) == []
    assert len(faults(schema, row | {"weight": value + 1.01})) == 1


def test_least_of_a_whole_number_is_kept():
    schema, row = json_schema(RECORD_TYPES["story_link"]), example(RECORD_TYPES["story_link"])
    assert faults(schema, row | {"position": 1}) == []
    assert len(faults(schema, row | {"position": 0})) == 1
    assert len(faults(schema, row | {"position": 1.5})) == 1


def test_an_identifier_keeps_to_its_shape():
    schema, row = json_schema(RECORD_TYPES["work"]), example(RECORD_TYPES["work"])
    assert faults(schema, row | {"doi": "10.1000/182"}) == []
    assert len(faults(schema, row | {"doi": "https://doi.org/10.1000/182"})) == 1


def test_the_whole_model_takes_tables_of_examples_and_no_others():
    schema = model_schema()
    Draft202012Validator.check_schema(schema)
    tables: dict = {name: [example(of)] for name, of in RECORD_TYPES.items()}
    assert faults(schema, tables) == []
    assert len(faults(schema, tables | {"unheard_of": []})) == 1
    assert len(faults(schema, tables | {"area": [{"area_id": "a"}]})) == 1
