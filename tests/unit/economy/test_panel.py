"""Panels from rows of text, and what cannot be read."""

import pytest

from benchside.economy.panel import NEVER, panel_of, read_panel
from benchside.errors import InputError, UsageError

NAMES = {"unit": "u", "time": "t", "outcome": "y", "treated": "since"}


def rows(*lines):
    return [dict(zip(("u", "t", "since", "y"), line, strict=True)) for line in lines]


def test_units_and_times_are_put_in_order():
    found = panel_of(
        rows(("b", "2", "never", "4"), ("b", "1", "", "3"), ("a", "1", "2", "1"), ("a", "2", "2", "2")), **NAMES
    )
    assert found.units == ("a", "b")
    assert found.outcome.tolist() == [1, 2, 3, 4]
    assert found.since.tolist() == [2, NEVER]
    assert found.table().tolist() == [[1, 2], [3, 4]]


def test_a_missing_outcome_is_left_out_and_told():
    found = panel_of(rows(("a", "1", "", "3"), ("a", "2", "", "")), **NAMES)
    assert (len(found.outcome), found.notes) == (1, ("1 observations without an outcome are left out",))


def test_units_treated_from_the_start_have_no_before():
    found = panel_of(
        rows(*[(u, t, s, "1") for u, s in (("a", "1"), ("b", "2"), ("c", ""), ("d", "9")) for t in "123"]), **NAMES
    ).observable()
    assert found.units == ("b", "c", "d")
    assert found.treated.tolist() == [True, False, False]
    assert found.notes == (
        "1 units are treated only after the last time and stand among the controls",
        "1 units were treated from the first time on, have no before, and are left out",
    )


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([("a", "x", "", "1")], r"line 2: t is 'x', which is no number"),
        ([("a", "1", "", "nan")], r"line 2: y is 'nan', which is no number"),
        ([("a", "1", "soon", "1")], r"line 2: since is 'soon', which is no number"),
        ([("a", "1", "", "1"), ("a", "1", "", "2")], r"line 3: a at 1 stands already in line 2"),
        ([("a", "1", "5", "1"), ("a", "2", "", "2")], r"line 3: a is treated since never and elsewhere since 5"),
        ([("a", "1", "", "")], r"holds no observation with an outcome"),
    ],
)
def test_faults_are_named_with_their_line(lines, words):
    with pytest.raises(InputError, match=words):
        panel_of(rows(*lines), **NAMES)


def test_many_faults_are_counted():
    with pytest.raises(InputError, match="and 4 more"):
        panel_of(rows(*[("a", f"x{n}", "", "1") for n in range(9)]), **NAMES)


def test_a_file_and_its_columns_are_named(tmp_path):
    with pytest.raises(InputError, match="is no file"):
        read_panel(tmp_path / "none.csv", **NAMES)
    (tmp_path / "p.csv").write_text("u,t,y\na,1,2\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"Unknown column 'since'.*Known: t, u, y\. Name a column of p\.csv"):
        read_panel(tmp_path / "p.csv", **NAMES)


def test_a_file_in_another_encoding_is_refused(tmp_path):
    (tmp_path / "p.csv").write_bytes(b"u,t,since,y\nM\xfcnchen,1,,2\n")
    with pytest.raises(InputError, match=r"p\.csv cannot be read: .*Expected a CSV table in UTF-8"):
        read_panel(tmp_path / "p.csv", **NAMES)


def test_a_trait_that_is_no_number_and_no_word_is_refused():
    given = [r | {"size": s} for r, s in zip(rows(("a", "1", "", "1"), ("b", "1", "", "1")), ("3", "inf"), strict=True)]
    with pytest.raises(InputError, match="size holds 'inf'; expected numbers or words"):
        panel_of(given, **NAMES, match=("size",))


def test_a_trait_must_be_known_for_every_unit():
    given = [r | {"size": s} for r, s in zip(rows(("a", "1", "", "1"), ("b", "1", "", "1")), ("3", ""), strict=True)]
    with pytest.raises(InputError, match="size is empty for b"):
        panel_of(given, **NAMES, match=("size",))
