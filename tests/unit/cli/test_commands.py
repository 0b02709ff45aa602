"""The command line: a contract that people script."""

import csv
import io
import json
import subprocess
import sys

import pytest

from benchside.model.figure import JSON_FIELDS
from tests.spec.drawing import completed, drawn, write

WORLD = """
    project
    project_id | programme_id
    alpha      | P1
    beta       | P2

    contribution
    project_id | payer    | amount | valid_on   | document_id
    alpha      | eu       | 100    | 2015-01-01 | S1
    beta       | eu       | 50     | 2015-01-01 | S1
    beta       | industry | 70     | 2015-01-01 | S1

    published_figure
    published_figure_id | indicator      | scope        | comparator | value | printed | as_of | document_id
    B1                  | public_funding | programme=P1 | eq         | 100   | 100     | 2016  | S1
    B2                  | public_funding | programme=P2 | eq         | 40    | 40      | 2016  | S1
"""


def run(*words: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "benchside", *words], capture_output=True, text=True, timeout=120, check=False
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = write(tmp_path_factory.mktemp("cli") / "made", completed(drawn(WORLD)), as_of="2020-12-31")
    assert run("build", str(made)).returncode == 0
    return str(made)


def test_figures_as_json_have_the_fields_of_the_contract(folder):
    done = run("figures", folder, "public_funding", "--by", "programme", "--format", "json")
    rows = json.loads(done.stdout)
    assert done.returncode == 0
    assert [tuple(r) for r in rows] == [JSON_FIELDS] * 2
    assert [(r["cut"], r["value"], r["by"]) for r in rows] == [("P1", 100, "programme"), ("P2", 50, "programme")]


def test_figures_as_csv_and_with_a_scope_and_a_date(folder):
    done = run(
        "figures", folder, "public_funding", "--scope", "project=alpha|beta", "--as-of", "2016-12-31", "--format", "csv"
    )
    (row,) = csv.DictReader(io.StringIO(done.stdout))
    assert (row["value"], row["scope"], row["as_of"]) == ("150", "project=alpha|beta", "2016-12-31")


def test_explain_lists_the_rows_and_documents(folder):
    found = json.loads(run("explain", folder, "leverage_total", "--scope", "programme=P2", "--format", "json").stdout)
    assert found["value"] == 2.4  # (50 + 70) / 50
    assert sum(r["num"] for r in found["rows"]) / sum(r["den"] for r in found["rows"]) == 2.4
    assert [d["id"] for d in found["documents"]] == ["S1"]
    assert {"definition", "rows", "documents"} <= set(found)


def test_check_exits_0_and_with_strict_1_where_something_differs(folder):
    done = run("check", folder, "--format", "json")
    fields = [
        "figure_id",
        "document",
        "quotation",
        "indicator",
        "scope",
        "as_of",
        "comparator",
        "published",
        "computed",
        "difference",
        "verdict",
        "cause",
        "missing",
    ]
    rows = json.loads(done.stdout)
    assert [list(r) for r in rows] == [fields] * 2
    assert [(r["verdict"], r["difference"]) for r in rows] == [("reproduced", 0), ("differs", 10)]
    assert done.returncode == 0
    assert run("check", folder, "--strict").returncode == 1


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("figures", "{}", "publik_funding"), 2, "Unknown indicator 'publik_funding'"),
        (("figures", "{}", "public_funding", "--by", "country"), 2, "cannot be scoped or cut by 'country'"),
        (("figures", "{}", "public_funding", "--scope", "colour=red"), 2, "Unknown scope key 'colour'"),
        (("figures", "{}", "public_funding", "--as-of", "31/12/2015"), 2, "is no day"),
        (("figures", "{}", "public_funding", "--build", "zzz"), 2, "Unknown build 'zzz'"),
        (("figures", "{}/nowhere"), 3, "does not exist"),
        (("build", "{}/nowhere"), 3, "benchside new"),
        (("new", "{}"), 2, "is not empty"),
        (("new", "/proc/nowhere"), 3, "/proc/nowhere: No such file or directory. Check"),
        (("corpus", "score", "{}", "{}/works.csv", "-o", "{}/s.csv"), 3, "is no finished corpus or baselines"),
        (("figures",), 2, "Missing argument"),
    ],
)
def test_what_goes_wrong_is_one_message_and_an_exit_code(folder, words, code, says):
    done = run(*[w.format(folder) for w in words])
    assert done.returncode == code
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_new_programme_can_be_built_and_asked_at_once(tmp_path):
    for extra in ((), ("--csv",)):
        made = str(tmp_path / f"new{len(extra)}")
        assert run("new", made, *extra).returncode == 0
        done = run("build", made)
        assert (done.returncode, "0 records in" in done.stdout) == (0, True), done.stderr
        asked = json.loads(run("figures", made, "public_funding", "--format", "json").stdout)
        assert (asked[0]["value"], asked[0]["status"]) == (None, "no_value")


NAMES = """
    organisation
    organisation_id | name                    | country | city
    one             | Certara Uk Limited      | GB      | London
    two             | Certara Uk Limited      |         |
    three           | Instituto Aragon        | ES      | Zaragoza
    four            | Firalis                 | FR      | Huningue
"""


def test_match_lists_what_wants_a_look_and_takes_each_score_apart(tmp_path):
    made = str(write(tmp_path / "made", completed(drawn(NAMES)), as_of="2020-12-31"))
    assert run("build", made).returncode == 0
    done = run("match", made, "--format", "json")
    assert done.returncode == 0, done.stderr
    (pair,) = json.loads(done.stdout)  # a firm whose country is known and one whose country is not
    assert {pair["left"], pair["right"]} == {"workbook:one", "workbook:two"}
    # The score is the sum of its parts.
    assert sum(part["weight"] for part in pair["parts"]) == pytest.approx(pair["score"], abs=0.01)
    assert "the same words: Certara Uk Limited | Certara Uk Limited" in run("match", made).stdout


def test_match_keeps_what_is_sure_and_says_where(tmp_path):
    twice = NAMES.replace("Instituto Aragon        | ES      | Zaragoza", "Firalis SAS | FR | Huningue")
    made = write(tmp_path / "made", completed(drawn(twice)), as_of="2020-12-31")
    assert run("build", str(made)).returncode == 0
    none = run("match", str(made), "--keep", "40")
    assert none.stdout.startswith("0 judgements written to judgements.csv")
    assert not (made / "judgements.csv").exists()
    done = run("match", str(made), "--keep", "1")
    assert "workbook:four = workbook:three: name and place" in done.stdout
    assert "1 judgements written to judgements.csv" in done.stdout
    assert "1 judgements" not in run("match", str(made), "--keep", "1").stdout  # it stands already


def test_a_build_prints_of_each_file_that_accepted_and_refused_are_all_rows(tmp_path):
    register = tmp_path / "register"
    register.mkdir()
    head = (
        "id,acronym,status,title,startDate,endDate,totalCost,ecMaxContribution,frameworkProgramme,fundingScheme,rcn\n"
    )
    rows = "900001,ONE,CLOSED,A,2019-01-01,2021-12-31,100,90,H2020,RIA,210001\n900002,TWO,CLOSED,short of cells\n"
    (register / "project.csv").write_text(head + rows, encoding="utf-8")
    (register / "notes.txt").write_text("where it is from", encoding="utf-8")
    settings = f'name = "Made"\nas_of = "2022-12-31"\n\n[[source]]\nid = "cordis"\npath = "{register}"\n'
    (tmp_path / "programme.toml").write_text(settings, encoding="utf-8")
    done = run("build", str(tmp_path))
    told = [line.split()[:5] for line in done.stdout.splitlines() if line.startswith("cordis")]
    assert ["cordis", "project.csv", "2", "1", "1"] in told
    assert ["cordis", "notes.txt", "0", "0", "0"] in told
    assert ["together", "2", "1", "1"] in [line.split() for line in done.stdout.splitlines()]
    assert "1 rows refused, whole or in part" in done.stdout


def test_a_scope_that_names_nothing_of_the_build_is_told_with_the_nearest(folder):
    for command in ("figures", "explain"):
        done = run(command, folder, "public_funding", "--scope", "project=alhpa")
        assert done.returncode == 2
        assert "Unknown project 'alhpa'. Did you mean 'alpha'? Known: alpha, beta." in " ".join(done.stderr.split())
