"""The command compare, on made panels."""

import csv
import json

import pytest
from typer.testing import CliRunner

from benchside.cli import app
from benchside.errors import UsageError
from tests.unit.economy.made import rows

NAMES = ("--unit", "unit", "--time", "year", "--outcome", "papers", "--treated", "since")


def write(path, lines):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)
    return str(path)


@pytest.fixture
def panel(tmp_path):
    return write(tmp_path / "panel.csv", rows(60, range(2010, 2018), 3, since=lambda n: 2014 if n % 2 else None))


def said(*arguments):
    result = CliRunner().invoke(app, ["compare", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_screen_tells_difference_moments_and_standing(panel):
    told = said(panel, *NAMES)
    assert told.startswith("60 units, 30 treated and 30 never treated, at 8 times\n")
    assert "difference-in-differences by two-way fixed effects" in told
    assert "placebo: treatment moved to before it began" in told
    assert "reference" in told
    assert "Associational: nobody states" in told


def test_json_holds_what_the_screen_tells_and_more(panel):
    found = json.loads(said(panel, *NAMES, "--match", "size,kind", "--format", "json"))
    assert found["difference"]["low"] < 3 < found["difference"]["high"]
    assert [m["since"] for m in found["study"]["moments"]] == list(range(-4, 4))
    assert len(found["matched"]) == 2
    assert found["standing"] == "associational"


def test_lots_are_believed_where_a_source_is_named(panel):
    told = said(panel, *NAMES, "--random", "call document, page 3")
    assert "Causal: call document, page 3 states that treatment was given at random" in told


def test_matching_shows_how_alike_the_groups_are(panel):
    told = said(panel, *NAMES, "--match", "size")
    assert "standardised difference before" in told
    assert "matched by propensity (nearest neighbour)" in told


def test_without_a_comparison_group_it_answers(tmp_path):
    alone = write(tmp_path / "alone.csv", rows(6, range(2010, 2014), 3, since=lambda n: 2012))
    told = said(alone, *NAMES)
    assert "No comparison: 6 treated units and 0 never treated ones" in told
    assert "Nothing could be compared, so nothing is said of an effect." in told
    found = CliRunner().invoke(app, ["compare", alone, *NAMES, "--picture", str(tmp_path / "none.svg")])
    assert isinstance(found.exception, UsageError)
    assert "There is no event study to draw. No comparison: 6 treated" in str(found.exception)


def test_the_event_study_can_be_drawn(panel, tmp_path):
    picture = tmp_path / "study.svg"
    said(panel, *NAMES, "--picture", str(picture))
    drawn = picture.read_text(encoding="utf-8")
    assert drawn.startswith("<svg")
    assert "At 4 of 4 times since treatment began the difference in papers lies apart from nought" in drawn


def test_a_column_that_is_not_there_is_named(panel):
    found = CliRunner().invoke(app, ["compare", panel, "--unit", "firm", "--time", "year", "--outcome", "papers"])
    assert isinstance(found.exception, UsageError)
    assert "Unknown column 'firm'" in str(found.exception)
