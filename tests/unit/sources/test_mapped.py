"""A spreadsheet of anybody's by its mapping: the example of the how-to page, every fault by its message, and hostile files."""

import io
import re
import tracemalloc
import zipfile

import pytest
import xlsxwriter

from benchside import main
from benchside.errors import InputError, UsageError
from benchside.sources.mapped.mapped import SOURCE
from tests.conftest import ROOT

PAGE = (ROOT / "docs/how-to/map-a-spreadsheet.md").read_text(encoding="utf-8")
HEAD = '[document]\nkey = "D1"\ntitle = "T"\npublisher = "P"\nlicence = "L"\n'
AREA = HEAD + '[[table]]\nfile = "a.csv"\ntable = "area"\n[table.fields]\narea_id = "Id"\nname = "Name"\n'


def example(name):
    """The block that follows the name of a file on the page."""
    return re.search(rf"`{re.escape(name)}`:\n\n```\w+\n(.*?)```", PAGE, re.DOTALL)[1]  # type: ignore[index]


def read(tmp_path, mapping, **files):
    (tmp_path / "mapping.toml").write_text(mapping, encoding="utf-8")
    for name, content in files.items():
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return SOURCE.read({n: tmp_path / n for n in ("mapping.toml", *files)}, {})


def records(extract, name):
    return [dict(zip(p.columns, row, strict=True)) for p in extract.tables.get(name, []) for row in p.rows]


def tally(extract):
    return [(d.record, d.kept, d.reason) for d in extract.decisions if d.table == "(file)" and d.column == "rows"]


@pytest.fixture
def office(tmp_path):
    (tmp_path / "office").mkdir()
    for name in ("office/projects.csv", "office/mapping.toml", "programme.toml"):
        (tmp_path / name).write_text(example(name), encoding="utf-8")
    return tmp_path


def test_the_example_of_the_page_is_built_and_asked(office):
    result = main.build(office)
    assert result.refused == 0
    counts = {t: n for t, n in result.counts.items() if n}
    assert counts == {
        "document": 1, "programme": 1, "project": 2, "contribution": 2, "organisation": 2, "participation": 3,
    }  # fmt: skip
    figures = {f.id: f.value for f in main.figures(office, ["projects", "organisations", "teams"])}
    assert figures == {"projects": 2, "organisations": 2, "teams": 3}
    with main.open_build(office) as build:
        # 1.250,5 thousand and 80 thousand euro, kept in cents.
        money = sorted(r["amount"] for r in build.fetch(build.history("contribution")))
        assert money == [8_000_000, 125_050_000]
        days = {r["project_id"]: str(r["end_on"]) for r in build.fetch(build.history("project"))}
        assert days == {"R-01": "2024-02-28", "R-02": "None"}


def test_the_example_passes_a_row_over_and_counts_it(office):
    folder = office / "office"
    found = SOURCE.read({p.name: p for p in folder.iterdir()}, {"mapping": "mapping.toml"})
    assert [(name, kept) for name, kept, _ in tally(found)] == [("projects.csv", "2 accepted, 1 refused")]
    assert tally(found)[0][2].endswith("refused: 1 × passed over: never begun")
    assert found.refusals == []
    assert [d.reason for d in found.decisions if d.column == "Contact"] == ["names a person"]
    # North University stands in two rows and is one organisation.
    assert [o["organisation_id"] for o in records(found, "organisation")] == ["North-University", "South-Labs"]
    assert [p["partner_group"] for p in records(found, "participation")] == ["academic", "industry", "academic"]


def test_the_message_on_the_page_is_the_one_that_is_given(tmp_path):
    told = re.search(r"```text\n(.*?)```", PAGE, re.DOTALL)[1].splitlines()  # type: ignore[index]
    wrong = example("office/mapping.toml").replace("acronym =", "acronim =")
    with pytest.raises(InputError) as raised:
        read(tmp_path, wrong)
    for line in told:
        assert line.rstrip("…") in str(raised.value)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("area_id =", "aera_id ="), "fields.aera_id: area has no field 'aera_id'; did you mean 'area_id'"),
        (('table = "area"', 'table = "aera"'), "line 8, table: unknown table 'aera'; did you mean 'area'"),
        (('"Id"', '{ column = "Id", keys = 1 }'), "unknown key 'keys'; did you mean 'key'"),
        (('"Id"', '{ column = "Id", constant = "x" }'), "found column, constant of column, constant and key, expected one"),
        (('"Id"', "{}"), "line 10, fields.area_id: found none of column, constant and key, expected one of them"),
        (('"Id"', '{ column = "Id", date = "%d.%m.%Y" }'), "area_id is no date"),
        (('"Id"', '{ column = "Id", codes = "none" }'), r"there is no \[codes.none\]"),
        (('"Id"', "7"), "line 10, fields.area_id: found 7, expected a table"),
        (('"Id"', '{ column = "Id", times = "ten" }'), "found 'ten', expected a number such as 1000"),
        (('"Id"', '{ column = "Id", decimal = ";" }'), "found ';', expected"),
        (('publisher = "P"\n', ""), "document.publisher: is missing"),
        (('"P"', '"P"\ngrade = "sure"'), "unknown code 'sure'. evidence_grade has claimed, documented"),
        (('file = "a.csv"', 'file = ""'), "line 7, file: is missing"),
        (("[table.fields]", 'split = "x"\n[table.fields]'), "split: found 'x', expected a table"),
        (("[table.fields]", 'header_row = 0\n[table.fields]'), "line 9, header_row: found 0"),
        (("[table.fields]", '[table.ignored]\nX = ""\n[table.fields]'), "ignored.X: found no reason"),
        (("[table.fields]", '[[table.pass_over]]\ncolumn = "Id"\n[table.fields]'), "pass_over.reason: is missing"),
        (("[[table]]", "[table]"), "table: found none, expected at least one"),
        (('"Name"', '"Name'), r"mapping.toml is no TOML: .*line 11"),
    ],
)  # fmt: skip
def test_a_fault_of_the_mapping_is_told_with_its_place(tmp_path, change, message):
    assert change[0] in AREA
    with pytest.raises(InputError, match=message):
        read(tmp_path, AREA.replace(*change), **{"a.csv": "Id,Name\nx,X\n"})


def test_a_code_that_the_model_does_not_have_is_a_fault_of_the_mapping(tmp_path):
    mapping = HEAD + (
        '[[table]]\nfile = "a.csv"\ntable = "organisation"\n[table.fields]\norganisation_id = "Id"\nname = "Name"\n'
        'country = { column = "Land", codes = { Atlantis = "QQ" } }\n'
    )
    with pytest.raises(InputError, match=r"line 12, fields.country.codes: 'Atlantis' = unknown code 'QQ'"):
        read(tmp_path, mapping, **{"a.csv": "Id,Name,Land\n"})


def test_columns_nobody_speaks_of_are_named_all_at_once(tmp_path):
    with pytest.raises(InputError, match=r"does not speak of 2 columns: Phone, \(column 4\)\. Map them, or list each"):
        read(tmp_path, AREA, **{"a.csv": "Id,Name,Phone,\nx,X,1,\n"})


def test_a_column_that_is_not_there_is_told_with_the_nearest(tmp_path):
    with pytest.raises(InputError, match="names the column 'Name', which is not there; did you mean 'Names'"):
        read(tmp_path, AREA, **{"a.csv": "Id,Names\nx,X\n"})


def test_a_column_that_stands_twice_is_refused(tmp_path):
    with pytest.raises(InputError, match="the column 'Name' stands 2 times"):
        read(tmp_path, AREA, **{"a.csv": "Id,Name,Name\nx,X,Y\n"})


def test_a_table_nobody_speaks_of_and_one_that_is_not_there(tmp_path):
    with pytest.raises(
        InputError,
        match=r"(?s)2 faults.*there is no such table; did you mean 'b.csv'.*b.csv: the mapping does not speak",
    ):
        read(tmp_path, AREA, **{"b.csv": "Id,Name\n"})


def test_a_mapping_that_is_not_there(tmp_path):
    (tmp_path / "a.csv").write_text("Id\n")
    with pytest.raises(InputError, match=r"There is no mapping.toml among a.csv"):
        SOURCE.read({"a.csv": tmp_path / "a.csv"}, {})
    with pytest.raises(UsageError, match=r"Unknown option of the source mapped 'maping'\. Did you mean 'mapping'"):
        SOURCE.read({"a.csv": tmp_path / "a.csv"}, {"maping": "x"})
    (tmp_path / "m.yaml").write_text("a: 1")
    with pytest.raises(UsageError, match="Write the mapping as TOML"):
        SOURCE.read({"m.yaml": tmp_path / "m.yaml"}, {"mapping": "m.yaml"})


ORGANISATION = HEAD + (
    '[[table]]\nfile = "a.csv"\ntable = "organisation_status"\n[table.fields]\n'
    'organisation_status_id = "Id"\norganisation_id = "Org"\n'
    'sector = { column = "Kind", codes = { KMU = "sme", Uni = "academic" } }\nis_sme = "SME"\n'
    'declared_on = { column = "Day", date = ["%d.%m.%Y", "%m/%Y", "%Y"] }\n'
)


def test_words_dates_and_flags(tmp_path):
    lines = [
        "Id,Org,Kind,SME,Day",
        "1,A,KMU,true,28.02.2020",
        "2,B,Uni,no,03/2021",
        "3,C,Verein,no,2020",
        "4,D,Uni,perhaps,2020",
        "5,E,Uni,0,31.02.2020",
        "6,,Uni,0,2020",
    ]
    found = read(tmp_path, ORGANISATION, **{"a.csv": "\n".join(lines) + "\n"})
    told = [
        (r["organisation_id"], r["sector"], r["is_sme"], r.get("declared_on", ""))
        for r in records(found, "organisation_status")
    ]
    assert told == [("A", "sme", "yes", "2020-02-28"), ("B", "academic", "no", "2021-03"), ("E", "academic", "no", "")]
    assert [(r.row, r.column, r.value) for r in found.refusals] == [
        ("a.csv row 4", "Kind", "Verein"),
        ("a.csv row 5", "SME", "perhaps"),
        ("a.csv row 6", "Day", "31.02.2020"),
        ("a.csv row 7", "Org", ""),
    ]
    assert found.refusals[0].rule == "unknown word; the mapping knows KMU, Uni"
    # Row 6 loses only its date, which the model does not need.
    assert tally(found)[0][1] == "3 accepted, 3 refused"


def test_one_key_said_twice(tmp_path):
    found = read(tmp_path, AREA, **{"a.csv": "Id,Name\nx,X\nx,X\nx,Y\n"})
    assert len(records(found, "area")) == 1
    (refusal,) = found.refusals
    assert (refusal.row, refusal.rule) == ("a.csv row 4", "area x has name = 'X' at a.csv row 2")
    assert tally(found)[0][1] == "2 accepted, 1 refused"


@pytest.mark.parametrize(
    ("text", "kept"),
    [("1.234.567,89", "1234567.89"), ("1 250,5", "1250.5"), ("0,005", ""), ("12.5", ""), ("1,2,3", ""), ("-5", ""), ("7", "7"), ("1.25,0", "")],
)  # fmt: skip
def test_a_decimal_comma_is_read_and_never_guessed(tmp_path, text, kept):
    mapping = HEAD + (
        '[[table]]\nfile = "a.csv"\ntable = "further_funding"\n[table.fields]\noutcome_id = "Id"\nfunder = "Who"\n'
        'currency = { constant = "EUR" }\namount = { column = "Sum", decimal = "," }\n'
    )
    found = read(tmp_path, mapping, **{"a.csv": f'Id,Who,Sum\nx,W,"{text}"\n'})
    (record,) = records(found, "further_funding")
    # Half a cent is rounded to nothing; that is an amount too.
    assert record.get("amount", "") == ("0" if text == "0,005" else kept)


def test_tables_below_a_title_and_in_workbooks_and_archives(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "book.xlsx") as workbook:
        sheet = workbook.add_worksheet("Areas")
        for n, cells in enumerate((["Areas of the office"], [], ["Id", "Name"], ["x", "X"], ["y", "Y"])):
            sheet.write_row(n, 0, cells)
        workbook.add_worksheet("Notes").write(0, 0, "nothing")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("in/b.tsv", "made\n\nId\tName\nz\tZ\n")
    mapping = HEAD + '[files_ignored]\n"book.xlsx, sheet Notes" = "empty"\n' + "".join(
        f'[[table]]\nfile = "{file}"\n{sheet}table = "area"\nheader_row = 3\nfields = {{ area_id = "Id", name = "Name" }}\n'
        for file, sheet in (("book.xlsx", 'sheet = "Areas"\n'), ("c.zip/in/b.tsv", ""))
    )  # fmt: skip
    found = read(tmp_path, mapping, **{"book.xlsx": (tmp_path / "book.xlsx").read_bytes(), "c.zip": out.getvalue()})
    assert [(r["area_id"], r["locator"]) for r in records(found, "area")] == [
        ("x", "book.xlsx, sheet Areas row 4"),
        ("y", "book.xlsx, sheet Areas row 5"),
        ("z", "c.zip/in/b.tsv row 4"),
    ]


def packed(name, content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (packed("a.csv", b"0" * (12 << 20)), "more than 200 to 1"),
        (packed("../a.csv", "Id,Name\n"), "a path that leads out of the folder"),
    ],
)
def test_hostile_archives(tmp_path, content, message):
    with pytest.raises(InputError, match=message):
        read(tmp_path, AREA, **{"a.zip": content})


def test_formulas_are_made_harmless_also_within_a_joined_cell(tmp_path):
    mapping = AREA.replace("[table.fields]", 'split = { column = "Name", by = ";" }\n[table.fields]').replace(
        'area_id = "Id"', 'area_id = { key = ["Id", "Name"] }'
    )
    found = read(tmp_path, mapping, **{"a.csv": "Id,Name\nx,\"Y; =cmd|' /C calc'!A0\"\n"})
    assert [r["name"] for r in records(found, "area")] == ["Y", "cmd|' /C calc'!A0"]


def test_a_cell_of_a_hundred_megabytes_loses_its_row_in_little_memory(tmp_path):
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.write(b"Id,Name\nx,X\ny,")
        for _ in range(100):
            file.write(b"x" * (1 << 20))
        file.write(b"\nz,Z\n")
    (tmp_path / "mapping.toml").write_text(AREA)
    tracemalloc.start()
    found = SOURCE.read({"a.csv": path, "mapping.toml": tmp_path / "mapping.toml"}, {})
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [r["area_id"] for r in records(found, "area")] == ["x", "z"]
    assert [r.rule for r in found.refusals] == ["a line is longer than 1000000 bytes"]
    assert peak < 32 << 20


@pytest.mark.slow
def test_a_workbook_of_a_million_empty_rows_takes_little_memory(tmp_path):
    plain = tmp_path / "plain.xlsx"
    with xlsxwriter.Workbook(plain) as workbook:
        sheet = workbook.add_worksheet("S")
        sheet.write_row(0, 0, ["Id", "Name"])
        sheet.write_row(1, 0, ["x", "X"])
    out, empty = io.BytesIO(), "".join(f'<row r="{n}"/>' for n in range(3, 1_000_003))
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for member in source.namelist():
            file.writestr(member, source.read(member).decode().replace("</sheetData>", f"{empty}</sheetData>"))
    tracemalloc.start()
    found = read(tmp_path, AREA.replace("a.csv", "a.xlsx"), **{"a.xlsx": out.getvalue()})
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [r["area_id"] for r in records(found, "area")] == ["x"]
    assert peak < 64 << 20
