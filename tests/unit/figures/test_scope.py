"""Scopes as people write them."""

import pytest

from benchside.errors import UsageError
from benchside.figures.scope import merge, parse, written


def test_a_scope_is_read_and_written():
    scope = parse("programme=IMI1;call=IMI1-C2|IMI1-C1")
    assert scope == {"programme": ["IMI1"], "call": ["IMI1-C2", "IMI1-C1"]}
    assert written(scope) == "call=IMI1-C1|IMI1-C2;programme=IMI1"
    assert parse("") == parse(None) == {}


def test_a_key_given_twice_means_any_of_its_values():
    assert merge(["project=a", "project=b"]) == {"project": ["a", "b"]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("programme", "no value"),
        ("programme=", "no value"),
        ("colour=red", "Known: area, author_country, benchmark, call"),
    ],
)
def test_what_is_no_scope_is_told(text, words):
    with pytest.raises(UsageError, match=words):
        parse(text)
