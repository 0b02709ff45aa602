"""Files that are made to do harm, given to every source through the command line: refused or made harmless, told in one message, in bounded memory.

A programme with a good build gets a second source with one hostile file, and `benchside build` is run. Sources that do not read a file's
kind must say so; none may unpack it, fall over it, or let go of the good build. One process runs the commands of one source one after
the other, because starting takes longer than refusing; its peak of memory is that of the worst of them.

XML is read in one place only, the parts of an XLSX file (`benchside.sources.tables.xlsx_guard`); the last test holds that.
"""

import csv
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

import benchside.sources as sources
from benchside import main
from benchside.registry import gather
from benchside.reports.writers.pages.charts import as_csv
from benchside.store import builds

MIB = 1 << 20
BOMB = 300 * MIB
"""Bytes that a bomb unfolds to: far more than may be used, and made in a second."""
ALLOWED = 200 * MIB
"""Memory beyond what an ordinary build of the same programme takes."""
FORMULA = "=cmd|' /C calc'!A0"
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
"""Nine entities, each ten of the one before: a hundred million times three letters."""

REFUSED = {
    "bomb.zip": r"unfolds from \d+ to \d+ bytes",
    "bomb.csv.gz": r"unfolds from \d+ to more than \d+ bytes",
    "bomb.json.gz": r"more than \d+ (letters without an end|bytes)|more bytes than may be",
    "paths.zip": r"'\.\./project\.csv', a path that leads out of the folder",
    "entities.xlsx": "declares a document type or an entity",
    "formula.xlsx": "cell B2 holds a formula",
    "entities.xml": "",
}
"""Hostile file → what a source that reads its kind says of it. XML itself is read by none."""
BOUNDED = ("area.csv", "rows.xlsx")
"""Files that may be read: a cell of a hundred megabytes, and a million empty rows. One row at most is lost."""

TABLES = ("cordis", "gtr", "mapped", "patents")
"""Sources that read tables in any wrapping, besides `workbook`, which reads CSV and XLSX as they are."""
READS = {
    "bomb.zip": ("clinicaltrials", "crossref_works", "openalex_works", "ror", *TABLES),
    "bomb.csv.gz": TABLES,
    "bomb.json.gz": ("clinicaltrials", "crossref_works", "openalex_works"),
    "paths.zip": ("clinicaltrials", "crossref_works", "openalex_works", "ror", *TABLES),
    "entities.xlsx": ("workbook", *TABLES),
    "formula.xlsx": ("workbook", *TABLES),
    "entities.xml": (),
}
"""Hostile file → sources that must give the particular reason, because they read files of that kind."""

OPENALEX = 'programme = "P1"\nproject = "alpha"\ncounted_on = "2026-06"'
FETCHED = 'as_of = "2026-06-30"'
OPTIONS = {
    "mapped": 'mapping = "mapping.toml"', "openalex_department": OPENALEX, "openalex_programme": OPENALEX, "openalex_works": 'counted_on = "2026-06"',
    "clinicaltrials": FETCHED, "crossref_works": FETCHED, "crossref_grants": FETCHED + '\nprogramme = "P1"',
    "corpus_scores": 'method = "made"\nscored_on = "2026-06-30"\ndatabase = "made"',
}  # fmt: skip
MAPPING = """
[document]
key = "made"
title = "Made"
publisher = "Made"
licence = "CC BY 4.0"

[[table]]
file = "{file}"
table = "area"
fields = { area_id = "area_id", name = "name" }
"""

DRIVER = """
import contextlib, io, json, resource, sys
from pathlib import Path
from benchside.cli import run
from benchside.store import builds

folder, cases, found = Path(sys.argv[1]), json.loads(sys.argv[2]), {}
for name, settings in cases.items():
    (folder / "programme.toml").write_text(settings, encoding="utf-8")
    sys.argv = ["benchside", "build", str(folder)]
    out, err, code = io.StringIO(), io.StringIO(), 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            run()
        except SystemExit as end:
            code = end.code or 0
    found[name] = [code, out.getvalue(), err.getvalue(), builds.choose(folder / ".benchside")]
print(json.dumps([found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))
"""
GOOD = '[[source]]\nid = "workbook"\npath = "records"\n'


def zipped(path: Path, member: str, size: int, piece: bytes) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file, file.open(member, "w") as out:
        for _ in range(max(1, size // len(piece))):
            out.write(piece)


def zipped_once(path: Path, size: int) -> None:
    with gzip.open(path, "wb", compresslevel=1) as file:
        for _ in range(size // MIB):
            file.write(b"0" * MIB)


def workbook(path: Path, *, formula: bool = False) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("area")
        sheet.write_row(0, 0, ["area_id", "name"])
        sheet.write(1, 0, "lung")
        sheet.write(1, 1, "Lung")
        if formula:
            sheet.write_formula(1, 1, FORMULA)


def altered(path: Path, part: str, change) -> None:
    """A good workbook with one of its parts changed."""
    good = path.with_name("good.xlsx")
    workbook(good)
    with zipfile.ZipFile(good) as read, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as write:
        for name in read.namelist():
            text = read.read(name).decode()
            write.writestr(name, change(text) if name == part else text)
    good.unlink()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Path:
    """The folder of the hostile files."""
    folder = tmp_path_factory.mktemp("hostile")
    zipped(folder / "bomb.zip", "project.csv", BOMB, b"0" * MIB)
    zipped(folder / "paths.zip", "../project.csv", 1, b"id,acronym\n1,A\n")
    zipped_once(folder / "bomb.csv.gz", BOMB)
    shutil.copyfile(folder / "bomb.csv.gz", folder / "bomb.json.gz")
    altered(
        folder / "entities.xlsx", "xl/sharedStrings.xml",
        lambda text: text.replace("?>", "?>" + LAUGHS, 1).replace("<t>Lung</t>", "<t>&i;</t>"),
    )  # fmt: skip
    empty = "".join(f'<row r="{n}"/>' for n in range(3, 1_000_003))
    altered(
        folder / "rows.xlsx", "xl/worksheets/sheet1.xml", lambda t: t.replace("</sheetData>", f"{empty}</sheetData>")
    )
    workbook(folder / "formula.xlsx", formula=True)
    (folder / "entities.xml").write_text(f'<?xml version="1.0"?>{LAUGHS}<a>&i;</a>', encoding="utf-8")
    with (folder / "area.csv").open("wb") as file:
        file.write(b"area_id,name\nlung,Lung\nskin,")
        for _ in range(100):
            file.write(b"x" * MIB)
        file.write(b"\nheart,Heart\n")
    return folder


@pytest.fixture(scope="module")
def good(tmp_path_factory) -> Path:
    """A programme with a good build."""
    folder = tmp_path_factory.mktemp("good") / "p"
    (folder / "records").mkdir(parents=True)
    (folder / "records" / "programme.csv").write_text("programme_id,name\nP1,One\n", encoding="utf-8")
    (folder / "programme.toml").write_text(GOOD, encoding="utf-8")
    assert main.build(folder).refused == 0
    return folder


@pytest.fixture(scope="module")
def ordinary(good, tmp_path_factory) -> int:
    """Kibibytes that building the good programme takes."""
    folder = tmp_path_factory.mktemp("ordinary") / "p"
    shutil.copytree(good, folder)
    return driven(folder, {"good": GOOD})[1]


def driven(folder: Path, cases: dict[str, str]) -> tuple[dict[str, list], int]:
    """What `benchside build` says to each text of programme.toml: exit code, output, errors, current build; and the peak in kibibytes."""
    command = [sys.executable, "-c", DRIVER, str(folder), json.dumps(cases)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    found, peak = json.loads(done.stdout.splitlines()[-1])
    return found, peak


def placed(good: Path, hostile: Path, folder: Path, source: str, names) -> dict[str, str]:
    """A copy of the good programme with a folder for each hostile file; file → programme.toml that reads it."""
    shutil.copytree(good, folder)
    cases = {}
    for name in names:
        (folder / "in" / name).mkdir(parents=True)
        os.link(hostile / name, folder / "in" / name / name)
        if source == "mapped":
            (folder / "in" / name / "mapping.toml").write_text(MAPPING.replace("{file}", name), encoding="utf-8")
        cases[name] = f'{GOOD}\n[[source]]\nid = "{source}"\npath = "in/{name}"\n{OPTIONS.get(source, "")}\n'
    return cases


@pytest.mark.parametrize("source", list(gather(sources, "SOURCE")))
def test_no_source_falls_over_a_hostile_file(good, ordinary, hostile, tmp_path, source):
    cases = placed(good, hostile, tmp_path / "p", source, REFUSED)
    before = builds.choose(good / ".benchside")
    found, peak = driven(tmp_path / "p", cases)
    for name, (code, out, err, current) in found.items():
        assert (code, current) == (3, before), (name, code, err)
        assert err.startswith("benchside: "), name
        assert name in err, (name, err)
        assert "Traceback" not in out + err
        assert err.rstrip().endswith("."), err  # it ends with what to do
        if source in READS[name]:
            assert re.search(REFUSED[name], err), (name, err)
    assert (peak - ordinary) << 10 < ALLOWED, f"{peak >> 10} MiB, ordinarily {ordinary >> 10}"


@pytest.mark.parametrize(
    "source",
    [
        s if s in ("workbook", "cordis", "mapped") else pytest.param(s, marks=pytest.mark.slow)
        for s in gather(sources, "SOURCE")
    ],
)
def test_a_huge_cell_and_a_million_empty_rows_stay_within_bounds(good, ordinary, hostile, tmp_path, source):
    cases = placed(good, hostile, tmp_path / "p", source, BOUNDED)
    found, peak = driven(tmp_path / "p", cases)
    for name, (code, out, err, _) in found.items():
        assert code in (0, 1, 3), (name, code, err)
        assert "Traceback" not in out + err
        assert code == 0 or name in out + err, (name, out, err)
    # The engine holds the cell about three times while it refuses or takes it.
    assert (peak - ordinary) << 10 < ALLOWED + 200 * MIB, f"{peak >> 10} MiB, ordinarily {ordinary >> 10}"


def test_the_process_itself_ends_with_the_exit_code(good, hostile, tmp_path):
    cases = placed(good, hostile, tmp_path / "p", "cordis", ("bomb.zip",))
    (tmp_path / "p" / "programme.toml").write_text(cases["bomb.zip"], encoding="utf-8")
    command = [sys.executable, "-c", "from benchside.cli import run; run()", "build", str(tmp_path / "p")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("benchside: bomb.zip: project.csv unfolds from")


def starts_formula(text: str) -> bool:
    """Would a spreadsheet compute the cell? A signed number is none."""
    return text.startswith(("=", "+", "-", "@", "\t", "\r")) and not re.fullmatch(r"[+-]?\d+(\.\d+)?", text)


def test_no_table_that_a_spreadsheet_opens_holds_a_formula(tmp_path):
    folder = tmp_path / "p"
    (folder / "records").mkdir(parents=True)
    (folder / "programme.toml").write_text(GOOD, encoding="utf-8")
    tables = {
        "programme": ["programme_id,name", f'P1,"{FORMULA}"'],
        "project": ["project_id,acronym,programme_id", f'=1+1,"{FORMULA}",P1', "@sum,B,P1", "bad,C,=P9"],
        "contribution": [
            "contribution_id,project_id,payer,form,region,amount,currency,state,precision,valid_on",
            *(f"c{n},{key},eu,grant,unspecified,{n},EUR,as_published,exact,2015-01-31" for n, key in enumerate(("=1+1", "@sum"), 1)),
            f'+c3,"{FORMULA}",eu,grant,unspecified,-5,EUR,as_published,exact,2015',
        ],
    }  # fmt: skip
    for table, lines in tables.items():
        (folder / "records" / f"{table}.csv").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    assert main.build(folder).refused == 2
    refused = (folder / ".benchside" / "builds" / builds.choose(folder / ".benchside") / "refused.csv").read_text(
        encoding="utf-8"
    )
    assert f"\u00a0{FORMULA}" in refused  # the key of a project that there is not
    assert ",-5," in refused  # a number is none
    main.export(folder, "datapackage", tmp_path / "out")
    asked = [
        sys.executable,
        "-c",
        "from benchside.cli import run; run()",
        "figures",
        str(folder),
        "public_funding",
        "--by",
        "project",
        "--format",
        "csv",
    ]
    figures = subprocess.run(asked, capture_output=True, text=True, timeout=120, check=True).stdout
    assert "\u00a0=1+1" in figures
    changed = tmp_path / "changes.csv"
    (folder / "records" / "programme.csv").write_text('programme_id,name\nP1,"=2"\n', encoding="utf-8")
    subprocess.run(
        [*asked[:3], "build", str(folder), "--dry-run", "--changes", str(changed)],
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert f"\u00a0{FORMULA}" in changed.read_text(encoding="utf-8")
    drawn = as_csv(("name", "value"), [(FORMULA, -5)])
    texts = [refused, figures, drawn, changed.read_text(encoding="utf-8")]
    texts += [path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*.csv")]
    cells = [cell for text in texts for row in csv.reader(text.splitlines()) for cell in row]
    assert len(cells) > 500
    assert [cell for cell in cells if starts_formula(cell)] == []


def test_xml_is_parsed_in_the_guard_of_workbooks_alone():
    room = Path(sources.__file__).parent
    parsing = [
        path.relative_to(room).as_posix()
        for path in room.rglob("*.py")
        if re.search(r"^\s*(import|from) (xml|lxml|defusedxml)\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert parsing == ["tables/xlsx_guard.py"]
