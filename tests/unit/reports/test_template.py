"""The text of a report: what may be asked for, and what is said of a faulty line."""

import re

import pytest

from benchside.errors import DataError, UsageError
from benchside.figures.scope import Scope
from benchside.reports.filling import MARK, NOTHING_YET, fill
from benchside.reports.template import FOLDER, own_scope, parse_template, read_template


class Dropping:
    """As much of an edition as filling needs."""

    def __init__(self):
        self.dropped: list[str] = []


def test_a_line_is_read_with_what_it_asks_for():
    line = parse_template("Hello\n- ? Teams: {{fig:teams|group=academic|plus|10}}", "t.md").lines[1]
    asked = line.asked[0]
    assert (line.number, line.optional, line.text[:9]) == (2, True, "- Teams: ")
    assert (asked.kind, asked.id, asked.scope, asked.style, asked.step) == (
        "fig",
        "teams",
        "group=academic",
        "plus",
        10,
    )


def test_a_scope_keeps_the_reports_own_unless_it_says_all():
    expected: Scope = {"call": ["A", "B"]}
    assert own_scope("call=A;call=B") == (True, expected)
    assert own_scope("all;group=sme") == (False, {"group": ["sme"]})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{{fig:taems}}", "Unknown indicator 'taems'"),
        ("{{fig:teams||ploos}}", "Unknown rounding style 'ploos'"),
        ("{{fig:teams|colour=red}}", "Unknown scope key 'colour'"),
        ("{{fig:teams||plus|ten}}", "a rounding step of 'ten'"),
        ("{{fig:teams||plus|10|more}}", "has 5 parts; expected at most 4"),
        ("{{figure:teams}}", "Unknown thing to ask for 'figure'"),
        ("{{chart:pie}}", "Unknown chart 'pie'"),
        ("{{table:teams||planet}}", "Unknown dimension 'planet'"),
        ("{{table:teams,taems||call}}", "Unknown indicator 'taems'"),
        ("{{table:teams,projects||project in planet}}", "Unknown dimension 'planet'"),
        ("{{fig:teams,projects}}", "fig takes one indicator; found teams, projects"),
        ("{{cross:teams||group|planet}}", "Unknown dimension 'planet'"),
        ("{{fig:teams}", "braces that ask for nothing"),
    ],
)
def test_a_faulty_line_is_named_with_its_number(text, says):
    with pytest.raises(UsageError, match=re.escape(says)) as caught:
        parse_template(f"# Title\n\nWords\n{text}", "t.md")
    assert str(caught.value).startswith("t.md line 4: ")


def test_all_faulty_lines_are_named_at_once():
    with pytest.raises(UsageError) as caught:
        parse_template("{{fig:taems}}\nwell\n{{chart:pie}}", "t.md")
    assert [line.split(":")[0] for line in str(caught.value).splitlines()] == ["t.md line 1", "t.md line 3"]


def test_an_unknown_template_lists_those_there_are():
    with pytest.raises(UsageError, match=r"Unknown template 'nosuch'\. Known: added_value"):
        read_template("nosuch")


def test_a_line_without_a_value_stops_the_report_unless_it_is_optional():
    edition = Dropping()
    text = "# T\n\n? {{fig:teams}} teams.\nThey are {{fig:projects}}."
    with pytest.raises(DataError, match=r"t\.md line 4: projects has neither records nor a published statement"):
        fill(parse_template(text, "t.md"), edition, lambda asked: None)
    assert edition.dropped == ["teams"]


def test_a_section_that_lost_all_it_asked_for_says_so():
    edition = Dropping()
    text = "# T\n\nKept words.\n\n## Lost\n\nThese speak of nothing:\n- ? {{fig:teams}} teams"
    filled = fill(parse_template(text, "t.md"), edition, lambda asked: None)
    assert filled.markdown.split("## Lost")[1].strip() == NOTHING_YET
    assert "Kept words." in filled.markdown


def test_what_is_put_in_is_never_read_as_markdown():
    filled = fill(parse_template("{{programme}} *is* here", "t.md"), Dropping(), lambda asked: "**bold** <b>")
    assert MARK.sub("", filled.markdown).strip() == "*is* here"
    assert filled.pieces == ["**bold** <b>"]


def test_no_number_of_the_report_is_typed_by_hand():
    text = (FOLDER / "added_value.md").read_text(encoding="utf-8")
    typed = re.sub(r"\{\{[^}]*\}\}|\([^)]*\.html\)", "", text)
    assert not re.search(r"\d", typed)


def test_a_table_names_its_columns_its_rows_and_what_has_a_table_each():
    asked = parse_template("{{table:mncs, median_ncs||project in call}}", "t.md").lines[0].asked[0]
    assert (asked.ids, asked.down, asked.each) == (["mncs", "median_ncs"], "project", "call")
    crossed = parse_template("{{cross:publications||year|call}}", "t.md").lines[0].asked[0]
    assert (crossed.down, crossed.each, crossed.across) == ("year", "", "call")


def reasons(missing):
    return "no " + " and ".join(a.id for a in missing)


def test_a_line_that_explains_says_why_in_its_place():
    edition = Dropping()
    text = "# T\n\n- ! Teams: {{fig:teams}}\n- ! Projects: {{fig:projects}}"
    filled = fill(parse_template(text, "t.md"), edition, lambda a: "7" if a.id == "projects" else None, reasons)
    lines = [line for line in filled.markdown.splitlines() if line]
    assert MARK.fullmatch(lines[1].removeprefix("- "))
    assert lines[2].startswith("- Projects: ")
    assert sorted(filled.pieces) == ["7", "no teams"]
    assert edition.dropped == ["teams"]


def test_a_section_of_which_nothing_is_left_says_why_once():
    text = "# T\n\nKept.\n\n## Lost\n\nThese speak of nothing:\n\n! {{fig:teams}}\n\n! {{chart:countries}}"
    filled = fill(parse_template(text, "t.md"), Dropping(), lambda asked: None, reasons)
    assert filled.pieces == ["no teams and countries"]
    assert MARK.fullmatch(filled.markdown.split("## Lost")[1].strip())


def test_no_mean_is_asked_for_without_its_companions():
    section: list[str] = []
    for line in [*read_template("science").lines, parse_template("## End", "t.md").lines[0]]:
        if not line.text.startswith("## "):
            section += [i for a in line.asked if a.kind != "notes" for i in a.ids]
            continue
        for name in {"mncs", "benchmark_mncs"} & set(section):
            assert {n for n in ("median_ncs", "top10_share") if n not in section} == set(), (line.number, name)
        section = []
