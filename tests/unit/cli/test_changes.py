"""What a person is told of changes on the command line, and sources that are taken back and put back."""

import csv
import io
import json
import subprocess
import sys

import pytest

from benchside import main
from benchside.errors import InputError, UsageError
from benchside.store import builds
from benchside.store.reading import Build
from benchside.store.withheld import TABLE
from tests.spec.drawing import write

HEADER = (
    "projectID,projectAcronym,organisationID,vatNumber,name,shortName,SME,activityType,street,postCode,city,country,nutsCode,"
    "geolocation,organizationURL,contactForm,contentUpdateDate,rcn,order,role,ecContribution,netEcContribution,totalCost,"
    "endOfParticipation,active"
)
FIRST = """
900001,MADE-A,999999001,,MADE ALPHA UNIVERSITY,,False,HES,,,Lund,SE,,,,,2023-05-20 10:00:00,1,1,coordinator,1000,1000,1500,False,
900001,MADE-A,999999002,,MADE BETA HOSPITAL,,False,REC,,,Bonn,DE,,,,,2023-05-20 10:00:00,2,2,participant,500.25,500.25,600,False,
900002,MADE-B,999999003,,MADE GAMMA LTD,,True,PRC,,,Oslo,NO,,,,,2023-05-20 10:00:00,3,1,coordinator,250,250,400,False,
900002,MADE-B,999999001,,MADE ALPHA UNIVERSITY,,False,HES,,,Lund,SE,,,,,2023-05-20 10:00:00,4,2,participant,,,,False,
"""
AMENDED = """
900001,MADE-A,999999001,,MADE ALPHA UNIVERSITY,,False,HES,,,Lund,SE,,,,,2023-05-20 10:00:00,1,1,coordinator,1100,1000,1500,False,
900001,MADE-A,999999002,,MADE BETA UNIVERSITY HOSPITAL,,False,REC,,,Bonn,DE,,,,,2023-05-20 10:00:00,2,2,participant,500.25,500.25,600,False,
900001,MADE-A,999999004,,MADE DELTA LTD,,True,PRC,,,Rome,IT,,,,,2023-05-20 10:00:00,5,3,participant,75,75,80,False,
900002,MADE-B,999999003,,MADE GAMMA LTD,,True,PRC,,,Oslo,NO,,,,,2023-05-20 10:00:00,3,1,coordinator,250,250,400,False,
"""
"""One amount is 100 higher, one organisation is renamed, one takes part besides with 75, and one participation is dropped."""


def run(*words: object) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "benchside", *map(str, words)], capture_output=True, text=True, timeout=120, check=False
    )


def put(folder, rows: str) -> None:
    """The register's table as it stands now."""
    (folder / "register").mkdir(exist_ok=True)
    (folder / "register" / "organization.csv").write_text(f"{HEADER}\n{rows.strip()}\n", encoding="utf-8")


def sources(folder, taken_back: str = "") -> None:
    """A workbook and a register; the register with what takes it back."""
    text = (
        f'[[source]]\nid = "workbook"\npath = "records"\n[[source]]\nid = "cordis"\npath = "register"\n{taken_back}\n'
    )
    (folder / "programme.toml").write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    """A programme whose workbook holds a trial of a project that only the register knows, and one of no project."""
    trials = [{"trial_id": "t1", "title": "made", "project_id": "900001"}, {"trial_id": "t2", "title": "made"}]
    made = write(tmp_path / "made", {"trial": trials})
    put(made, FIRST)
    sources(made)
    return made


def totals(found: dict, table: str) -> dict[str, int]:
    (of,) = [t for t in found["tables"] if t["table"] == table and t["source"] == "cordis"]
    return {kind: n for kind, n in of.items() if isinstance(n, int) and n}


def check_amendment(found: dict) -> None:
    """What the amendment comes to, counted by hand. The rows of GAMMA move down by one and say the same."""
    assert totals(found, "participation") == {"added": 1, "gone": 1, "restated": 1, "unchanged": 2}
    assert totals(found, "organisation") == {"added": 1, "changed": 1, "restated": 1, "unchanged": 1}
    assert totals(found, "allocation") == {"added": 1, "changed": 1, "restated": 1, "unchanged": 1}
    (money,) = [m for m in found["money"] if m["table"] == "allocation"]
    # 1000 + 500.25 + 250 before; 1100 + 500.25 + 75 + 250 after.
    assert (money["before"], money["after"], money["currency"]) == ("1750.25", "1925.25", "EUR")
    assert (money["added"], money["gone"], money["changed"]) == ("75.00", "0.00", "100.00")
    first = found["differences"][0]
    assert (first["key"], first["before"], first["after"]) == (
        "900001:pic-999999001:2023-05-20",
        "1000.00",
        "1100.00",
    )


def test_a_dry_run_shows_what_would_change_and_puts_nothing_in_place(folder):
    made = main.build(folder)
    put(folder, AMENDED)
    done = run("build", folder, "--dry-run", "--changes", folder / "all.csv")
    assert done.returncode == 0, done.stderr
    assert "What would change against the current build:" in done.stdout
    assert "1750.25  1925.25" in done.stdout
    store = folder / ".benchside"
    assert builds.names(store) == [made.name]
    assert [p.name for p in (store / "builds").iterdir()] == [made.name]
    with (folder / "all.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = main.build(folder, dry_run=True).changes
    assert found
    assert len(rows) == found.n_lines
    check_amendment(found.as_json())


def test_a_first_dry_run_adds_everything(folder):
    found = main.build(folder, dry_run=True).changes
    assert found
    # Two trials of the workbook, and of the register among others two projects and four participations.
    assert {(t.table, t.source): t.counts["added"] for t in found.tables}[("trial", "workbook")] == 2
    assert found.total("gone") == found.total("changed") == 0


def test_the_whole_list_is_asked_of_a_dry_run_only(folder):
    done = run("build", folder, "--changes", "all.csv")
    assert done.returncode == 2
    assert "--changes was given without --dry-run" in done.stderr


def test_two_builds_are_compared(folder):
    main.build(folder)
    alone = run("changes", folder)
    assert alone.returncode == 3
    assert "There is no build before" in alone.stderr
    put(folder, AMENDED)
    main.build(folder)
    found = json.loads(run("changes", folder, "--format", "json").stdout)
    check_amendment(found)
    assert (found["from"][:5], found["to"][:5]) == ("0001-", "0002-")
    rows = list(csv.DictReader(io.StringIO(run("changes", folder, "--format", "csv").stdout)))
    assert len(rows) == found["of"]
    # Back to the first: what was current before it was the second.
    put(folder, FIRST)
    assert main.build(folder).name == found["from"]
    back = main.changes(folder)
    assert (back[0], back[1]) == (found["to"], found["from"])
    assert back[2].total("added") == found["totals"]["gone"]
    named = main.changes(folder, before="0001", after="0002")[2]
    assert named.total("gone") == found["totals"]["gone"]


def test_two_snapshots_of_a_source_are_compared(folder, tmp_path):
    main.build(folder)
    put(folder, AMENDED)
    was, now, found = main.changes(folder, "cordis")
    assert was.startswith("snapshot ")
    assert now == str((folder / "register").resolve())
    check_amendment(found.as_json())
    # Nothing of it was kept or put in place.
    assert len(list((folder / ".benchside" / "snapshots").glob("*.json"))) == 2
    assert len(builds.names(folder / ".benchside")) == 1
    copy = tmp_path / "organization.csv"
    copy.write_text(f"{HEADER}\n{AMENDED.strip()}\n", encoding="utf-8")
    table = run("changes", folder, "cordis", "--from", was.split()[1][:8], "--to", copy).stdout
    assert "column name: 1 records" in table
    assert main.changes(folder, "cordis", before=str(copy), after=str(copy))[2].is_empty


def test_what_cannot_be_compared_is_said(folder):
    main.build(folder)
    with pytest.raises(UsageError, match="Unknown source of this programme 'gtr'"):
        main.changes(folder, "gtr")
    with pytest.raises(UsageError, match="Unknown file, folder or snapshot of cordis 'nowhere'"):
        main.changes(folder, "cordis", before="nowhere")
    with pytest.raises(UsageError, match="Unknown source of this programme 'gtr'"):
        main.build(folder, without=["gtr"])
    text = (folder / "programme.toml").read_text(encoding="utf-8")
    (folder / "programme.toml").write_text(text + '[[source]]\nid = "cordis"\npath = "register"\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"has 2 .*'cordis', expected one"):
        main.changes(folder, "cordis")


def test_a_build_without_a_source_names_it_where_something_points_to_it(folder):
    whole = main.build(folder)
    dry = run("build", folder, "--without", "cordis", "--dry-run")
    assert dry.returncode == 1
    assert "taken back: cordis: left out by --without" in dry.stdout
    assert (
        "no accepted project has this key: the source cordis, which has it, is taken back (left out by --without)"
        in dry.stdout
    )
    assert builds.names(folder / ".benchside") == [whole.name]
    found = main.build(folder, without=["cordis"], dry_run=True).changes
    assert found
    by_source = {(t.table, t.source): t.counts for t in found.tables}
    assert by_source["participation", "cordis"]["gone"] == 4
    # The trial of the register's project is refused with it, and is not counted as gone; the other stays.
    assert {k: n for k, n in by_source["trial", "workbook"].items() if n} == {"refused": 1, "unchanged": 1}


def test_a_source_is_taken_back_for_good_and_put_back_whole(folder):
    whole = main.build(folder)
    sources(folder, 'taken_back = "the licence has ended"\ntaken_back_on = 2026-11-20')
    less = main.build(folder)
    assert less.taken_back == [("cordis", "the licence has ended (2026-11-20)")]
    assert (less.counts["project"], less.counts["trial"], less.refused) == (0, 1, 1)
    assert "which has it, is taken back (the licence has ended (2026-11-20))" in less.reasons[0]
    with Build(less.folder) as build:
        (decision,) = [d for d in build.fetch(build.system("decision")) if d["table"] == TABLE]
    assert (decision["source"], decision["column"], decision["kept"]) == ("cordis", "taken_back", "nothing")
    assert decision["reason"] == "the licence has ended (2026-11-20)"
    assert len(list((folder / ".benchside" / "snapshots").glob("*.json"))) == 2
    sources(folder)
    again = main.build(folder)
    assert again.content_hash == whole.content_hash != less.content_hash
    assert again.name == whole.name


def test_a_source_whose_files_are_gone_can_be_taken_back(folder):
    (folder / "register" / "organization.csv").unlink()
    with pytest.raises(InputError, match="is an empty folder"):
        main.build(folder)
    sources(folder, 'taken_back = "the file was withdrawn"')
    less = main.build(folder)
    assert less.taken_back == [("cordis", "the file was withdrawn")]
    assert "no accepted project has this key. Add it" in less.reasons[0]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("taken_back = true", "expected the reason in words"),
        ('taken_back = ""', "expected the reason in words"),
        ("taken_back_on = 2026-11-20", "expected the reason in words"),
        ('taken_back = "x"\ntaken_back_on = "soon"', "expected a day such as 2026-11-30"),
    ],
)
def test_a_source_is_taken_back_with_a_reason_and_a_day(folder, line, said):
    sources(folder, line)
    with pytest.raises(UsageError, match=said):
        main.build(folder)
