"""The command frameworks, on a drawn programme with a framework of its own."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from benchside.cli import app
from benchside.errors import UsageError
from tests.spec.drawing import build_world

DRAWN = """
    document
    document_key | title
    D1           | First

    asset
    asset_id | name   | kind     | created_on | document_id | grade
    a1       | One    | taxonomy | 2015-01-01 | D1          | documented
    a2       | Two    | software | 2018-01-01 |             |

    tag
    record_type | record_id | tag                | status    | document_id
    asset       | a1        | clinical_guideline | potential | D1
"""

OWN = """
id = "own"
title = "Our own framework"
short = "Own"
about = "One question."
source = "Made for a test."
mapping = "Made for a test."

[[entry]]
code = "A"
title = "Programs"
definition = "Programs that came out."
wording = "to be verified"
needs = "Assets that are software."
rules = [{ record_type = "asset", where = { kind = ["software"] } }]
"""


@pytest.fixture(scope="module")
def programme(tmp_path_factory):
    folder = tmp_path_factory.mktemp("programme")
    build_world(folder, DRAWN).build.close()
    (folder / "frameworks").mkdir()
    (folder / "frameworks" / "own.toml").write_text(OWN, encoding="utf-8")
    return str(folder)


def said(*arguments):
    result = CliRunner().invoke(app, ["frameworks", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_list_holds_the_frameworks_of_benchside_and_the_programmes_own(programme):
    lines = said(programme).splitlines()
    assert len(lines) == 1 + 9 + 1
    (own,) = [line.split() for line in lines if line.startswith("own ")]
    assert own == ["own", "Our", "own", "framework", "1", "1", "1", "1"]


def test_a_framework_shows_its_entries_and_what_is_needed(programme):
    told = said(programme, "own")
    assert "Programs*" in told
    assert "wording to be verified: 1 of 1 entries" in told
    missing = said(programme, "trl")
    assert "A tag trl_9 on the asset, with who assessed it and when." in missing


def test_a_framework_as_json_bears_everything(programme):
    found = {entry["code"]: entry for entry in json.loads(said(programme, "tsbm", "--format", "json"))}
    assert len(found) == 30
    # a1 bears the tag of a guideline that may come; a2 is software that nobody uses.
    assert (found["C3"]["demonstrated"], found["C3"]["potential"], found["C3"]["documents"]) == (0, 1, 1)
    assert (found["C9"]["potential"], found["C9"]["without_document"], found["C9"]["types"]) == (1, 1, {"asset": 1})
    assert found["C1"]["needs"].startswith("A tag on the record")
    assert found["C9"]["needs"] is None


def test_a_date_before_the_records_sees_none(programme):
    (entry,) = json.loads(said(programme, "own", "--as-of", "2016-12-31", "--format", "json"))
    assert (entry["records"], entry["standing"]) == (0, "nothing recorded")


def test_kpis_without_a_target_of_the_programme_show_the_frameworks_own(programme):
    found = {entry["code"]: entry for entry in json.loads(said(programme, "imi2_kpis", "--format", "json"))}
    kpi = found["KPI 2"]
    assert (kpi["baseline"], kpi["target"], kpi["target_wording"], kpi["status"]) == (0, 50, "seen", None)


def test_records_stand_beside_all_frameworks_in_csv(programme):
    rows = {row["record"]: row for row in csv.DictReader(io.StringIO(said(programme, "--records", "--format", "csv")))}
    assert (rows["asset:a1"]["tsbm"], rows["asset:a1"]["imi_measures_of_success"], rows["asset:a1"]["own"]) == (
        "C3 (potential)",
        "3",
        "",
    )
    assert (rows["asset:a2"]["own"], rows["asset:a2"]["ukri_outcomes"]) == ("A", "softwareandtechnicalproducts")
    assert rows["asset:a1"]["tags"] == "clinical_guideline"


def test_records_of_one_framework_on_the_screen(programme):
    told = said(programme, "own", "--records")
    # Two assets, one of which feeds the framework.
    assert told.splitlines()[1].split() == ["asset", "2", "1", "1"]
    assert "asset:a2" in told
    assert "asset:a1" not in told


def test_an_unknown_framework_is_refused(programme):
    result = CliRunner().invoke(app, ["frameworks", programme, "owm"])
    assert isinstance(result.exception, UsageError)
    assert "Unknown framework 'owm'. Did you mean 'own'?" in str(result.exception)
