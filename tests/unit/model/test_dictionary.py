"""The data dictionary says everything the declarations say, and its links lead somewhere."""

import re

import pytest

from benchside.model.codes import CODES
from benchside.model.columns import Amount, Code, Column, Identifier, Reference
from benchside.model.dictionary import dictionary_markdown, history_in_words, kind_in_words, rule_in_words
from benchside.model.history import Event, Span, Version
from benchside.model.record import AnyPointer, OrderRule, SumRule
from benchside.model.tables import RECORD_TYPES

TEXT = dictionary_markdown()


def section(heading: str) -> str:
    """The text below a heading, as far as the next one."""
    return re.split(r"^#+ ", TEXT.split(f"\n### {heading}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]


@pytest.mark.parametrize("of", RECORD_TYPES.values(), ids=lambda t: t.name)
def test_each_table_has_a_row_for_each_of_its_own_columns(of):
    assert re.findall(r"^\| `(\w+)`", section(of.name), flags=re.MULTILINE) == [c.name for c in of.own]


@pytest.mark.parametrize("name", CODES)
def test_each_code_list_has_a_row_for_each_code(name):
    assert re.findall(r"^\| `([^`]+)`", section(f"Codes: {name}"), flags=re.MULTILINE) == list(CODES[name])


def test_every_row_has_as_many_cells_as_its_table_has_columns():
    wanted = 0
    for line in TEXT.splitlines():
        cells = len(re.findall(r"(?<!\\)\|", line)) - 1
        if line.startswith(("| Column", "| Code")):
            wanted = cells
        elif line.startswith("| "):
            assert cells == wanted, line


def test_every_link_leads_to_a_heading():
    headings = re.findall(r"^#+ (.+)$", TEXT, flags=re.MULTILINE)
    # The anchors of GitHub and of most Markdown tools: lower case, blanks to hyphens, other marks dropped.
    anchors = {re.sub(r"[^\w-]", "", h.lower().replace(" ", "-")) for h in headings}
    assert len(anchors) == len(headings)
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= anchors


def test_the_amount_of_a_contribution_is_told_whole():
    assert (
        "| `amount` | The amount, in units of the currency; kept in cents. | an amount such as 18170217 or 18170217.50, "
        "without blanks, not negative | yes | `18170217` |"
    ) in section("contribution")


def test_columns_that_say_where_a_record_comes_from_are_told_once():
    assert TEXT.count("The document that supports this record.") == 1


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Reference(to="project"), "the key of a record in project"),
        (Code(codes="payer"), "a code of the list payer"),
        (Identifier(scheme="orcid"), "an ORCID iD such as 0000-0002-1825-0097"),
        (Amount(), "an amount such as 18170217 or 18170217.50, without blanks, not negative"),
    ],
)
def test_kinds_in_words(kind, words):
    assert kind_in_words(Column("x", kind, "X.")) == words


def test_histories_in_words():
    assert history_in_words(Event()) == "Event. True from the day it became known."
    assert history_in_words(Span("start_on", "end_on", inherit="project_id")) == (
        "Span. True from `start_on`; without it from the day from which the record in `project_id` is true; "
        "without it from the day it became known. It ends on `end_on`; without that day no end is known."
    )
    assert history_in_words(Span("start_on")).endswith("It has no end.")
    assert "same `work_id`, `database` are readings" in history_in_words(Version(("work_id", "database"), "census_on"))


def test_rules_in_words():
    rule = SumRule("weight", ("project_id",), 1_000_000, "the weights of a project's areas must add up to 1")
    assert rule_in_words(rule) == "For each `project_id`: the weights of a project's areas must add up to 1."
    assert rule_in_words(OrderRule("start_on", "end_on")) == "`start_on` must not lie after `end_on`."
    assert rule_in_words(AnyPointer("to_type", "to_id")).startswith("`to_type` names a table and `to_id` the key")
