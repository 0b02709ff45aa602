"""Every record type against the rules its declaration must keep, so that what is made from it holds together."""

import re

import pytest

from benchside.model.codes import ASSET_STAGE_ORDER, CODES
from benchside.model.columns import Code, Column, Date, Decimal, Identifier, Integer, Text
from benchside.model.history import Event, Span, Version
from benchside.model.identifiers import SCHEMES
from benchside.model.record import AnyPointer, OrderRule, SumRule
from benchside.model.tables import RECORD_TYPES, in_reference_order, references

TYPES = list(RECORD_TYPES.values())
COLUMNS = [pytest.param(of, column, id=f"{of.name}.{column.name}") for of in TYPES for column in of.columns]
EVERY_TYPE = pytest.mark.parametrize("of", TYPES, ids=lambda t: t.name)
EVERY_COLUMN = pytest.mark.parametrize(("of", "column"), COLUMNS)

SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
LONGEST_SHEET_NAME = 31  # what a spreadsheet allows


def is_date(of, name: str | None) -> bool:
    return name is None or isinstance(of.column(name).kind, Date)


@EVERY_TYPE
def test_name_is_snake_case_and_fits_a_sheet(of):
    assert SNAKE_CASE.fullmatch(of.name)
    assert len(of.name) <= LONGEST_SHEET_NAME
    assert SNAKE_CASE.fullmatch(of.family)


@EVERY_TYPE
def test_title_and_help_read_as_a_title_and_sentences(of):
    assert of.title
    assert not of.title.endswith(".")
    assert of.help.endswith(".")


@EVERY_TYPE
def test_columns_bear_different_names(of):
    names = [c.name for c in of.columns]
    assert len(names) == len(set(names))


@EVERY_TYPE
def test_key_columns_exist_and_are_required(of):
    assert [name for name in of.key if not of.column(name).required] == []


@EVERY_TYPE
def test_what_is_told_once_belongs_to_one_project(of):
    if of.told_once is not None:
        assert list(references(of).values()).count("project") == 1
        assert {of.column(name).name for name in of.told_once} == set(of.told_once)


@EVERY_TYPE
def test_references_can_be_inherited_from_and_followed(of):
    assert set(references(of).values()) <= set(RECORD_TYPES)
    inherited = getattr(of.history, "inherit", None)
    assert inherited is None or inherited in references(of)


@EVERY_TYPE
def test_a_type_that_is_referred_to_has_a_key_of_one_column(of):
    pointed = any(of.name in references(other).values() for other in TYPES)
    assert not pointed or len(of.key) == 1


@EVERY_TYPE
def test_history_stands_on_date_columns(of):
    match of.history:
        case Event(on, _):
            assert is_date(of, on)
        case Span(start, end, _):
            assert is_date(of, start)
            assert is_date(of, end)
        case Version(members, on):
            assert is_date(of, on)
            assert members
            assert set(members) <= {c.name for c in of.own} - {on}


@EVERY_TYPE
def test_rules_stand_on_columns_that_can_keep_them(of):
    for rule in of.rules:
        match rule:
            case SumRule(column, by, total, _):
                assert isinstance(of.column(column).kind, Integer | Decimal)
                assert all(of.column(name).required for name in by)
                assert total > 0
            case OrderRule(earlier, later):
                assert is_date(of, earlier)
                assert is_date(of, later)
            case AnyPointer(type_column, key_column):
                assert isinstance(of.column(type_column).kind, Text)
                assert isinstance(of.column(key_column).kind, Text)


@EVERY_COLUMN
def test_column_is_named_and_explained(of, column: Column):
    assert SNAKE_CASE.fullmatch(column.name)
    assert column.help.endswith((".", "?"))


@EVERY_COLUMN
def test_dates_and_only_dates_end_in_on(of, column: Column):
    if isinstance(column.kind, Date):
        assert column.name.endswith("_on") or column.name == "as_of"
    else:
        assert not column.name.endswith("_on")


@EVERY_COLUMN
def test_code_list_and_scheme_exist(of, column: Column):
    if isinstance(column.kind, Code):
        assert column.kind.codes in CODES
    if isinstance(column.kind, Identifier):
        assert column.kind.scheme in SCHEMES


@EVERY_COLUMN
def test_example_could_stand_in_the_column(of, column: Column):
    kind, value = column.kind, column.example
    if not value:
        return
    assert re.fullmatch(kind.pattern or ".+", value)
    if isinstance(kind, Code):
        assert value in CODES[kind.codes]
    if isinstance(kind, Identifier):
        assert SCHEMES[kind.scheme].is_valid(value)
    if isinstance(kind, Integer):
        assert int(value) >= kind.least


def test_each_type_comes_after_those_it_points_to():
    place = {of.name: i for i, of in enumerate(in_reference_order())}
    assert set(place) == set(RECORD_TYPES)
    late = [
        (of.name, to) for of in TYPES for to in references(of).values() if to != of.name and place[to] > place[of.name]
    ]
    assert late == []


def test_families_stand_together():
    families = [of.family for of in TYPES]
    changes = [family for before, family in zip(["", *families], families, strict=False) if family != before]
    assert len(changes) == len(set(changes))


@pytest.mark.parametrize("name", CODES)
def test_code_list_is_used_and_its_codes_are_explained(name):
    used = {c.kind.codes for of in TYPES for c in of.columns if isinstance(c.kind, Code)}
    assert name in used
    assert all(words.strip() for words in CODES[name].values())
    if name not in ("country", "currency"):
        assert all(SNAKE_CASE.fullmatch(code) for code in CODES[name])


def test_stage_order_names_every_stage_once():
    assert sorted(ASSET_STAGE_ORDER) == sorted(CODES["asset_stage"])
