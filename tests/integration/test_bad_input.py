"""Each thing that can be wrong with records, tried one by one: one clear message, and the last good build stays."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
import xlsxwriter

from benchside import main
from benchside.errors import DataError, InputError, UsageError
from benchside.model.spreadsheets import harmless
from benchside.store import builds

BENCHSIDE = (sys.executable, "-c", "from benchside.cli import run; run()")

GOOD = {
    "document": ["document_key,title,printed_on", "D1,A page,2016-06-30"],
    "programme": ["programme_id,name,start_on", "P1,One,2008"],
    "project": ["project_id,acronym,programme_id,start_on,end_on", "alpha,ALPHA,P1,2010-01-01,2014", "beta,BETA,P1,2011-02,"],
    "area": ["area_id,name", "lung,Lung", "skin,Skin"],
    "project_area": ["project_id,area_id,weight,basis", "alpha,lung,0.25,stated", "alpha,skin,0.75,stated"],
    "contribution": [
        "contribution_id,project_id,payer,form,region,amount,currency,state,precision,valid_on,label,document_id",
        "C1,alpha,eu,grant,unspecified,1200,EUR,as_published,exact,2015-01-31,public,D1",
    ],
}  # fmt: skip
MONEY = "C2,alpha,eu,grant,unspecified,{amount},EUR,as_published,exact,{day},public,D1"


def programme(folder: Path, *, settings: str = "", **changes) -> Path:
    """A programme's folder with the good records, tables changed or (None) left out."""
    (folder / "records").mkdir(parents=True, exist_ok=True)
    (folder / "programme.toml").write_text(f'{settings}\n[[source]]\nid = "workbook"\npath = "records"\n')
    for table, lines in (GOOD | changes).items():
        path = folder / "records" / f"{table}.csv"
        path.unlink(missing_ok=True)
        if lines is not None:
            path.write_bytes(lines if isinstance(lines, bytes) else "".join(f"{line}\n" for line in lines).encode())
    return folder


def money(*lines: str) -> list[str]:
    return [*GOOD["contribution"], *lines]


def refusals(result) -> list[tuple[str, ...]]:
    """(row, column, value, rule, do) of each refusal, from the file a person opens."""
    with (result.folder / "refused.csv").open(encoding="utf-8", newline="") as file:
        return [(r["row"], r["column"], r["value"], r["rule"], r["do"]) for r in csv.DictReader(file)]


@pytest.fixture
def good(tmp_path) -> Path:
    """A programme with a good build."""
    folder = programme(tmp_path / "p")
    assert main.build(folder).refused == 0
    return folder


def kept_money(folder: Path) -> list[tuple]:
    with main.open_build(folder) as build:
        return sorted((r["contribution_id"], r["amount"]) for r in build.fetch(build.history("contribution")))


# Values: the row is refused, the rest is kept, and the last good build can still be asked.

AMOUNT = "expected an amount such as 18170217 or 18170217.50, without blanks, not negative"
DATE = "expected a date as 2015-02-28 (or 2015-02, 2015 where the day is not known)"
NO_DAY = ("there is no such day", "Correct the date; the calendar does not have it.")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (MONEY.format(amount="1 2O0", day="2015"), ("amount", "1 2O0", AMOUNT, "Correct the value.")),
        (MONEY.format(amount="-5", day="2015"), ("amount", "-5", AMOUNT, "Correct the value.")),
        (MONEY.format(amount="1e3", day="2015"), ("amount", "1e3", AMOUNT, "Correct the value.")),
        (MONEY.format(amount="9" * 30, day="2015"), ("amount", "9" * 30, AMOUNT, "Correct the value.")),
        (MONEY.format(amount="5", day="31/02/2015"), ("valid_on", "31/02/2015", DATE, "Correct the value.")),
        (MONEY.format(amount="5", day="2015-02-31"), ("valid_on", "2015-02-31", *NO_DAY)),
        (MONEY.format(amount="5", day="2015-13"), ("valid_on", "2015-13", *NO_DAY)),
        (MONEY.format(amount="5", day="0000"), ("valid_on", "0000", *NO_DAY)),
        (
            "C2,gamma,eu,grant,unspecified,5,EUR,as_published,exact,2015,,D1",
            ("project_id", "gamma", "no accepted project has this key", "Add it to project, correct the key, or see whether that record was itself refused."),
        ),
        (
            "C2,alpha,eu,gift,unspecified,5,EUR,as_published,exact,2015,,D1",
            ("form", "gift", "unknown code; money_form has grant, in_kind, cash, unspecified", "Use one of these codes."),
        ),
        (
            "C2,,eu,grant,unspecified,5,EUR,as_published,exact,2015,,D1",
            ("project_id", "", "is required", "Fill project_id: The project."),
        ),
        (
            "C1,beta,eu,grant,unspecified,5,EUR,as_published,exact,2015,,D1",
            ("contribution_id", "C1", "this key stands already at contribution.csv row 2", "Give each record its own key, or remove one of the two."),
        ),
        (
            "C2,alpha,eu,grant,unspecified,5,EUR,as_published,exact,2015,public",
            ("document_id", "C2,alpha,eu,grant,unspecified,5,EUR,as_published,exact,2015,public", "11 cells in this row, expected 12 as in the header",
             "Give the row as many cells as the header has; quote cells that hold commas or line breaks."),
        ),
        (
            "C2,alpha,eu,grant,unspecified,1,200,EUR,as_published,exact,2015,,D1",
            ("document_id", "C2,alpha,eu,grant,unspecified,1,200,EUR,as_published,exact,2015,,D1", "13 cells in this row, expected 12 as in the header",
             "Give the row as many cells as the header has; quote cells that hold commas or line breaks."),
        ),
        (
            'C2,alpha,eu,grant,unspecified,5,EUR,as_published,exact,2015,"open,D1',
            ("label", 'C2,alpha,eu,grant,unspecified,5,EUR,as_published,exact,2015,"open,D1', "a quotation mark is not closed, or stands alone within a quoted cell",
             "Close the quotation mark; write one that belongs to the text twice, in a quoted cell."),
        ),
    ],
)  # fmt: skip
def test_a_bad_row_is_refused_and_the_rest_is_kept(good, line, told):
    after = "C3,beta,eu,grant,unspecified,7.50,EUR,as_published,exact,2015,public,D1"
    result = main.build(programme(good, contribution=money(line, after)))
    assert refusals(result) == [("contribution.csv row 3", *told)]
    assert result.refused == 1
    column, value, rule, do = told
    assert result.reasons == [f"contribution.csv row 3, column {column}: {value!r}: {rule}. {do}"]
    # 1200 and 7.50 euro, in cents; the earlier build stays beside it.
    assert kept_money(good) == [("C1", 120000), ("C3", 750)]
    assert len(builds.names(good / ".benchside")) == 2


def test_all_faults_of_a_row_are_told_at_once(good):
    line = "C1,gamma,eu,gift,unspecified,-5,EUR,as_published,exact,2015-02-31,,D9"
    result = main.build(programme(good, contribution=money(line)))
    assert [column for _, column, *_ in refusals(result)] == [
        "project_id",
        "form",
        "amount",
        "valid_on",
        "document_id",
        "contribution_id",
    ]
    assert result.refused == 1
    assert kept_money(good) == [("C1", 120000)]


def test_of_two_rows_with_one_key_the_one_without_fault_is_kept(good):
    bad, fine = MONEY.format(amount="x", day="2015"), MONEY.format(amount="3", day="2015")
    result = main.build(programme(good, contribution=money(bad, fine)))
    assert [(row, column) for row, column, *_ in refusals(result)] == [
        ("contribution.csv row 3", "amount"), ("contribution.csv row 3", "contribution_id"),
    ]  # fmt: skip
    assert kept_money(good) == [("C1", 120000), ("C2", 300)]


def test_rows_that_point_to_a_refused_row_are_refused_with_their_own_reason(good):
    lines = [*GOOD["project"], "gamma,GAMMA,P9,2015,"]
    result = main.build(
        programme(
            good, project=lines, contribution=money(MONEY.format(amount="5", day="2015").replace("alpha", "gamma"))
        )
    )
    assert [(row, column, value) for row, column, value, *_ in refusals(result)] == [
        ("project.csv row 4", "programme_id", "P9"), ("contribution.csv row 3", "project_id", "gamma"),
    ]  # fmt: skip


def test_a_document_may_not_rest_on_one_that_is_not_there(good):
    lines = ["document_key,title,document_id", "D1,A page,", "D2,Another,D9", "D3,A third,D2", "D4,A fourth,D1"]
    result = main.build(programme(good, document=lines))
    rule = "no accepted document has this key"
    assert [(row, value, told) for row, _, value, told, _ in refusals(result)] == [
        ("document.csv row 3", "D9", rule), ("document.csv row 4", "D2", rule),
    ]  # fmt: skip
    assert result.counts["document"] == 2


def test_weights_that_do_not_sum_to_one_are_refused_with_their_sum(good):
    # 0.25 + 0.7 = 0.95; the single weight of beta is 1.
    lines = ["project_id,area_id,weight,basis", "alpha,lung,0.25,stated", "beta,lung,1,stated", "alpha,skin,0.7,stated"]
    result = main.build(programme(good, project_area=lines))
    told = (
        "weight", "0.95", "the weights of a project's areas must add up to 1; this is their sum",
        "Correct the values that share project_id; a row of theirs that was refused counts as missing.",
    )  # fmt: skip
    assert refusals(result) == [("project_area.csv row 2", *told), ("project_area.csv row 4", *told)]
    assert result.counts["project_area"] == 1


def test_an_end_before_its_start_names_both(good):
    result = main.build(programme(good, project=[*GOOD["project"], "gamma,GAMMA,P1,2015,2015-06-30"]))
    assert refusals(result) == [(
        "project.csv row 4", "end_on", "2015-06-30",
        "lies before start_on 2015 (a month or a year alone stands for its last day)", "Correct one of the two dates, or write both in full.",
    )]  # fmt: skip


def test_rows_are_numbered_as_a_spreadsheet_shows_them(good):
    # Row 2 has a cell of three lines, row 3 is empty, row 4 has a cell too few, row 5 is bad.
    lines = [
        GOOD["contribution"][0], 'C1,alpha,eu,grant,unspecified,1200,EUR,as_published,exact,2015,"in', "", 'three lines",D1', "", "C4,alpha",
        MONEY.format(amount="x", day="2015"),
    ]  # fmt: skip
    result = main.build(programme(good, contribution=lines))
    assert [row for row, *_ in refusals(result)] == ["contribution.csv row 4", "contribution.csv row 5"]
    with main.open_build(good) as build:
        (row,) = build.fetch(build.history("contribution"))
    assert (row["label"], row["source_record_id"]) == ("in\n\nthree lines", "contribution.csv row 2")


HOSTILE = [
    "=cmd|'/c calc'!A0", "@SUM(1+1)", "<script>alert(1)</script>", "'; DROP TABLE contribution; --", 'say "hello"', "{{ 7*7 }}",
    "[bold]x[/bold]", "../../etc/passwd", "a|b;c,d", "\u202eevil", "\u0000".replace("\u0000", "\\0"), "NULL", "é" * 300,
]  # fmt: skip


def test_hostile_strings_survive_as_text(good):
    lines = [GOOD["area"][0], *(f'a{i},"{text.replace(chr(34), chr(34) * 2)}"' for i, text in enumerate(HOSTILE))]
    areas = ["project_id,area_id,weight,basis", "alpha,a0,1,stated"]
    result = main.build(programme(good, area=lines, project_area=areas))
    assert result.refused == 0
    with main.open_build(good) as build:
        found = {r["area_id"]: r["name"] for r in build.fetch(build.history("area"))}
    assert [found[f"a{i}"] for i in range(len(HOSTILE))] == HOSTILE


def test_hostile_keys_are_refused_and_shown_where_no_spreadsheet_runs_them(good):
    keys = [text for text in HOSTILE if " " in text or "|" in text]
    lines = [GOOD["area"][0], *GOOD["area"][1:], *(f'"{k.replace(chr(34), chr(34) * 2)}",x' for k in keys)]
    result = main.build(programme(good, area=lines))
    assert [value for _, _, value, *_ in refusals(result)] == [harmless(key) for key in keys]
    assert not [value for _, _, value, *_ in refusals(result) if value.startswith("=")]
    assert {column for _, column, *_ in refusals(result)} == {"area_id"}


def test_a_folder_with_quotes_in_its_name_builds(tmp_path):
    folder = programme(tmp_path / 'l\'été; DROP "x"')
    assert main.build(folder).refused == 0
    assert kept_money(folder) == [("C1", 120000)]


# Files: nothing is built, one message says which file and what to do, and the last good build stays.


def xlsx(folder: Path, *, formula: bool = False, merged: bool = False, version: int | None = None) -> None:
    """One workbook in place of the CSV files."""
    for path in (folder / "records").iterdir():
        path.unlink()
    with xlsxwriter.Workbook(folder / "records" / "records.xlsx") as book:
        sheet = book.add_worksheet("area")
        sheet.write_row(0, 0, ["area_id", "name"])
        sheet.write_row(1, 0, ["lung", "Lung"])
        if formula:
            sheet.write_formula(2, 1, '="Sk" & "in"')
        if merged:
            sheet.merge_range("A4:B4", "both")
        if version is not None:
            book.add_worksheet("_model").write_row(0, 0, ["model_version", version])


SAVE = "Save the file again as UTF-8 (in Excel: 'CSV UTF-8 (comma delimited)')."


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda p: programme(p, area=b""), ["area.csv is empty (0 bytes)", "Write the header line, or remove the file."]),
        # The good header is 13 bytes and "lung,B" 6, so that the byte of Latin-1 stands at 19.
        (lambda p: programme(p, area="area_id,name\nlung,Bé\n".encode("latin-1")), ["area.csv is not UTF-8 text: byte 0xe9 at offset 19, line 2.", SAVE]),
        (lambda p: programme(p, area="area_id,name\nlung,B\n".encode("utf-16")), ["area.csv is not UTF-8 text: byte 0xff at offset 0, line 1.", SAVE]),
        (lambda p: programme(p, area=b"area_id,name\nlu\0ng,B\n"), ["area.csv is not UTF-8 text: byte 0x00 at offset 15, line 2.", SAVE]),
        (lambda p: programme(p, area=["area_id,title", "lung,Lung"]), ["area.csv: unknown column 'title'", "the required column 'name' is missing. Add it with exactly this name."]),
        (lambda p: programme(p, areas=["area_id,name"]), ["areas.csv: unknown table 'areas'; did you mean 'area'?", "Rename the file, or remove it."]),
        (lambda p: (p / "records" / "model.json").write_text('{"model_version": 99}'), ["model.json: made with model 99, this Benchside reads up to 1.", "Update Benchside."]),
        (lambda p: xlsx(p, version=99), ["records.xlsx, sheet _model: made with model 99", "Update Benchside."]),
        (lambda p: xlsx(p, formula=True), ["records.xlsx: sheet area, cell B3 holds a formula; paste its value."]),
        (lambda p: xlsx(p, merged=True), ["records.xlsx: sheet area, cells A4:B4 are merged; unmerge them."]),
        (lambda p: (p / "records").rename(p / "gone"), ["records does not exist.", "Correct `path` there, or put the file in place."]),
        (lambda p: [f.unlink() for f in (p / "records").iterdir()], ["records is an empty folder.", "Put the records there"]),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_builds_nothing(good, spoil, told):
    spoil(good)
    with pytest.raises(InputError) as caught:
        main.build(good)
    assert caught.value.exit_code == 3
    assert [words for words in told if words not in str(caught.value)] == []
    assert builds.names(good / ".benchside") == [main.open_build(good).name]
    assert kept_money(good) == [("C1", 120000)]


def test_a_workbook_names_the_sheet_and_row(good):
    xlsx(good)
    with xlsxwriter.Workbook(good / "records" / "records.xlsx") as book:
        sheet = book.add_worksheet("contribution")
        sheet.write_row(0, 0, GOOD["contribution"][0].split(","))
        sheet.write_row(
            3, 0, ["C1", "alpha", "eu", "grant", "unspecified", -5, "EUR", "as_published", "exact", "31/02/2015"]
        )
    result = main.build(good)
    assert [(row, column, value) for row, column, value, *_ in refusals(result)] == [
        ("sheet contribution row 4", "project_id", "alpha"),
        ("sheet contribution row 4", "amount", "-5"),
        ("sheet contribution row 4", "valid_on", "31/02/2015"),
    ]


# Settings


def test_on_refused_stop_builds_nothing_and_says_where_the_list_is(good):
    programme(good, settings='on_refused = "stop"', contribution=money(MONEY.format(amount="-5", day="2015")))
    with pytest.raises(DataError) as caught:
        main.build(good)
    told = str(caught.value)
    assert "1 rows were refused" in told
    assert f"contribution.csv row 3, column amount: '-5': {AMOUNT}. Correct the value." in told
    listed = good / ".benchside" / "refused.csv"
    assert str(listed) in told
    assert "contribution.csv row 3,amount,-5" in listed.read_text()
    assert len(builds.names(good / ".benchside")) == 1
    # Mended, the list of the run that stopped is gone.
    main.build(programme(good, settings='on_refused = "stop"'))
    assert not listed.exists()


def test_a_dry_run_says_what_would_come_in_and_puts_nothing_in_place(good):
    result = main.build(programme(good, contribution=money(MONEY.format(amount="-5", day="2015"))), dry_run=True)
    assert (result.counts["contribution"], result.refused, result.is_new) == (1, 1, False)
    assert [p.name for p in (good / ".benchside" / "builds").iterdir()] == [main.open_build(good).name]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('memory = "lots"', "programme.toml: memory = 'lots', expected a size such as \"4GB\""),
        ('memory = "1GB\'; DROP TABLE x; --"', "expected a size such as"),
        ('as_of = "31/02/2015"', "as_of = '31/02/2015' is no day. Expected a date such as 2015-12-31."),
        ('as_of = "2015-02-31"', "as_of = '2015-02-31' is no day."),
    ],
)
def test_a_setting_that_is_none_is_named(good, settings, told):
    with pytest.raises(UsageError) as caught:
        main.build(programme(good, settings=settings))
    assert told in str(caught.value)
    assert len(list((good / ".benchside" / "builds").iterdir())) == 1


def test_too_little_memory_is_said_with_what_to_do(good):
    lines = (MONEY.format(amount=i, day="2015").replace("C2", f"X{i}") for i in range(20_000))
    with pytest.raises(DataError, match=r'memory = "8MB".*Raise `memory` in programme.toml, or free space on the disk'):
        main.build(programme(good, settings='memory = "8MB"', contribution=money(*lines)))
    assert kept_money(programme(good)) == [("C1", 120000)]


def test_a_full_disk_is_said_with_what_to_do(good, monkeypatch):
    def full(*args, **kwargs):
        raise duckdb.IOException('Could not write file "build.duckdb": No space left on device')

    monkeypatch.setattr(builds, "fill", full)
    with pytest.raises(
        DataError, match=r"No space left on device\. Free space on the disk of .*The last good build stays\."
    ):
        main.build(good)
    assert len(list((good / ".benchside" / "builds").iterdir())) == 1


def test_a_damaged_build_is_named_with_what_to_do(good):
    name = main.open_build(good).name
    path = good / ".benchside" / "builds" / name / "build.duckdb"
    path.write_bytes(b"not a database" * 1000)
    with pytest.raises(InputError, match=r"build.duckdb cannot be opened: .*run `benchside build`\."):
        main.open_build(good)
    (path.parent / "manifest.json").write_text('{"content')
    with pytest.raises(InputError, match=r"manifest.json is damaged: .*run `benchside build`\."):
        main.open_build(good)


# The command line: message on the error stream, no traceback, exit codes 0, 1, 2, 3.


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*BENCHSIDE, *map(str, arguments)], capture_output=True, text=True, timeout=120)


def test_the_command_line_tells_and_exits_as_it_says(good):
    assert run("build", good).returncode == 0
    partly = run("build", programme(good, contribution=money(MONEY.format(amount="-5", day="2015"))))
    assert partly.returncode == 1
    assert f"refused: contribution.csv row 3, column amount: '-5': {AMOUNT}. Correct the value." in partly.stdout
    assert "1 rows refused, whole or in part" in partly.stdout
    settings = run("build", programme(good, settings='memory = "lots"'))
    assert settings.returncode == 2
    unread = run("build", programme(good, area=b""))
    assert unread.returncode == 3
    assert unread.stderr.startswith("benchside: area.csv is empty (0 bytes)")
    assert "Traceback" not in partly.stderr + settings.stderr + unread.stderr


# Size

SIZE = 1 << 30
MEMORY = "1GB"


def _write_large(path: Path) -> int:
    """A CSV file of a gibibyte: rows with keys of their own and a long label; the number of rows."""
    block = 10_000
    label = "what the source calls it " * 24
    pattern = f"%s,alpha,eu,grant,unspecified,1200.50,EUR,as_published,exact,2015-01-31,{label},D1\n"
    rows = 0
    with path.open("w", encoding="utf-8") as file:
        file.write(GOOD["contribution"][0] + "\n")
        while file.tell() < SIZE:
            file.write("".join([pattern % f"C{i:09d}" for i in range(rows, rows + block)]))
            rows += block
    return rows


@pytest.mark.slow
def test_a_file_of_a_gibibyte_streams(tmp_path):
    folder = programme(tmp_path / "p", settings=f'memory = "{MEMORY}"')
    rows = _write_large(folder / "records" / "contribution.csv")
    code = (
        "import json, resource, sys; from pathlib import Path; from benchside import main; "
        "r = main.build(Path(sys.argv[1])); "
        "print(json.dumps([r.counts['contribution'], r.refused, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))"
    )
    done = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=True)
    count, refused, peak = json.loads(done.stdout)
    assert (count, refused) == (rows, 0)
    # Kibibytes; the engine's limit and as much again for what is outside it.
    assert peak < 2 * (1 << 20), f"peak of {peak >> 10} MiB"
