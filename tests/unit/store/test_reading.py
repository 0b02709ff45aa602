"""Which records stand at a date: events, spans and versions, their ties, and the days before and after."""

import pytest

from benchside import main
from benchside.model.columns import Flag
from benchside.model.tables import RECORD_TYPES
from tests.spec.drawing import completed, drawn, write


@pytest.fixture
def build(tmp_path):
    """`build(drawing)` builds the tables as drawn and opens the build; its as-of date is the end of 2020."""
    opened = []

    def make(text: str):
        folder = write(tmp_path / f"p{len(opened)}", completed(drawn(text)), as_of="2020-12-31")
        result = main.build(folder)
        assert result.refused == 0, result.reasons
        opened.append(main.open_build(folder))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


def keys(build, table: str, as_of: str | None = None) -> list[str]:
    key = RECORD_TYPES[table.removesuffix("_history")].key[0]
    return sorted(row[key] for row in build.fetch(build.table(table, as_of)))


AWARDS = """
    document
    document_key | title | printed_on
    D1           | page  | 2014-06-30

    award
    award_id | awarded_on | document_id | known_on
    dated    | 2012-05    |             |
    known    |            |             | 2013-03-01
    printed  |            | D1          |
    unknown  |            |             |
    future   | 2030       |             |
"""


def test_an_event_counts_from_its_day_then_from_the_day_it_was_known(build):
    found = build(AWARDS)
    # May 2012 stands for its last day.
    assert keys(found, "award", "2012-05-30") == []
    assert keys(found, "award", "2012-05-31") == ["dated"]
    assert keys(found, "award", "2013-03-01") == ["dated", "known"]
    assert keys(found, "award", "2014-06-29") == ["dated", "known"]
    assert keys(found, "award", "2014-06-30") == ["dated", "known", "printed"]
    # What has no date at all counts at the build's own date and no earlier; what lies ahead does not count.
    assert keys(found, "award", "2020-12-30") == ["dated", "known", "printed"]
    assert keys(found, "award") == ["dated", "known", "printed", "unknown"]
    assert keys(found, "award", "2030-12-31") == ["dated", "future", "known", "printed", "unknown"]


def test_before_everything_the_tables_are_empty(build):
    found = build(AWARDS)
    for table in RECORD_TYPES:
        assert found.fetch(found.table(table, "1000-01-01")) == []


SPANS = """
    project
    project_id | start_on   | end_on
    alpha      | 2010-01-01 | 2014-06-30
    beta       | 2012-03-01 |

    participation
    participation_id | project_id | organisation_id | joined_on  | left_on
    first            | alpha      | a               |            |
    later            | alpha      | b               | 2011-01-01 | 2012-12-31
    other            | beta       | a               |            |
"""


def current(build, table: str, as_of: str) -> dict[str, bool]:
    key = RECORD_TYPES[table].key[0]
    return {row[key]: row["current"] for row in build.fetch(build.table(table, as_of))}


def test_a_span_is_given_from_its_beginning_and_is_current_until_its_end(build):
    found = build(SPANS)
    assert current(found, "project", "2009-12-31") == {}
    assert current(found, "project", "2010-01-01") == {"alpha": True}
    assert current(found, "project", "2014-06-29") == {"alpha": True, "beta": True}
    # At the close of its last day it has ended.
    assert current(found, "project", "2014-06-30") == {"alpha": False, "beta": True}


def test_a_participation_without_a_day_of_its_own_begins_with_its_project(build):
    found = build(SPANS)
    assert current(found, "participation", "2010-12-31") == {"first": True}
    assert current(found, "participation", "2011-01-01") == {"first": True, "later": True}
    assert current(found, "participation", "2012-12-31") == {"first": True, "later": False, "other": True}


VERSIONS = """
    document
    document_key | title | printed_on
    D1           | page  | 2019-01-01
    D2           | page  | 2019-01-01

    contribution
    contribution_id | project_id | amount | valid_on   | document_id | known_on
    early           | alpha      | 10     | 2012-01-01 | D1          |
    late            | alpha      | 20     | 2014-01-01 | D1          |
    undated         | alpha      | 30     |            | D1          |
    ahead           | alpha      | 40     | 2030-01-01 | D1          |
"""


def test_the_latest_dated_version_counts_and_undated_ones_never_do(build):
    found = build(VERSIONS)
    assert keys(found, "contribution", "2011-12-31") == []
    assert keys(found, "contribution", "2012-01-01") == ["early"]
    assert keys(found, "contribution", "2014-01-01") == ["late"]
    assert keys(found, "contribution") == ["late"]
    assert keys(found, "contribution", "2030-01-01") == ["ahead"]


def test_histories_hold_what_is_undated_once_it_was_known(build):
    found = build(VERSIONS)
    # The document of the undated reading is of 2019.
    assert keys(found, "contribution_history", "2018-12-31") == ["early", "late"]
    assert keys(found, "contribution_history", "2019-01-01") == ["early", "late", "undated"]
    assert sorted(r["contribution_id"] for r in found.fetch(found.history("contribution"))) == [
        "ahead",
        "early",
        "late",
        "undated",
    ]


@pytest.mark.parametrize(
    ("rows", "winner"),
    [
        # Known later wins, and known at all wins over not known.
        (("a | alpha | 1 | 2014-01-01 | D2 | 2019-05-01", "b | alpha | 2 | 2014-01-01 | D1 | 2019-06-01"), "b"),
        (("b | alpha | 1 | 2014-01-01 |    |           ", "a | alpha | 2 | 2014-01-01 |    | 2000-01-01"), "a"),
        # Known on the same day: the later document, then the later key.
        (("b | alpha | 1 | 2014-01-01 | D1 |           ", "a | alpha | 2 | 2014-01-01 | D2 |           "), "a"),
        (("b | alpha | 1 | 2014-01-01 | D1 |           ", "a | alpha | 2 | 2014-01-01 | D1 |           "), "b"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_ties_are_settled_by_known_on_then_document_then_key(build, rows, winner, turned):
    head = VERSIONS.split("    early")[0]
    found = build(head + "\n".join(f"    {row}" for row in (reversed(rows) if turned else rows)))
    assert keys(found, "contribution") == [winner]


def test_versions_of_different_things_do_not_compete(build):
    text = VERSIONS.replace("late            | alpha", "late            | beta ")
    assert keys(build(text), "contribution") == ["early", "late"]


def test_flags_are_kept_as_truth(build):
    flags = [c.name for c in RECORD_TYPES["participation"].columns if isinstance(c.kind, Flag)]
    assert "has_left" in flags
    found = build(
        SPANS.replace("joined_on ", "has_left | joined_on ")
        .replace("| a               |  ", "| a | yes |  ")
        .replace("| b               |", "| b | no |")
    )
    assert {r["participation_id"]: r["has_left"] for r in found.fetch(found.table("participation"))} == {
        "first": True, "later": False, "other": True,
    }  # fmt: skip
