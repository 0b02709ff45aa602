"""The empty tables: what a person finds in them, and that they are read back as they are."""

import csv
import re
import zipfile

import duckdb
import pytest
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from benchside.errors import UsageError
from benchside.model.codes import CODES
from benchside.model.columns import Code, Flag
from benchside.model.tables import RECORD_TYPES
from benchside.sources.workbook.template import write_template, write_xlsx
from benchside.sources.workbook.workbook import SOURCE


def read_back(paths, folder):
    return SOURCE.read({str(path.relative_to(folder)): path for path in paths}, {})


def sheet_xml(path, title: str) -> str:
    with CalamineWorkbook.from_path(path) as book:
        place = book.sheet_names.index(title) + 1
    with zipfile.ZipFile(path) as file:
        return file.read(f"xl/worksheets/sheet{place}.xml").decode()


def test_an_untouched_workbook_reads_back_as_no_rows(tmp_path):
    tables = read_back(write_template(tmp_path), tmp_path).tables
    assert set(tables) == set(RECORD_TYPES)
    assert [piece.rows for (piece,) in tables.values()] == [[]] * len(RECORD_TYPES)


def test_untouched_csv_files_read_back_as_no_rows(tmp_path):
    tables = read_back(write_template(tmp_path, as_csv=True), tmp_path).tables
    assert set(tables) == set(RECORD_TYPES)
    for (piece,) in tables.values():
        assert duckdb.sql(f"FROM read_csv('{piece.path}', all_varchar = true, header = true)").fetchall() == []


def test_a_filled_workbook_keeps_the_values(tmp_path):
    path = write_xlsx(tmp_path / "records.xlsx")
    header = b'<row r="2"><c r="A2" t="inlineStr"><is><t>lung</t></is></c><c r="B2" t="inlineStr"><is><t>Lung</t></is></c></row>'
    with CalamineWorkbook.from_path(path) as book:
        part = f"xl/worksheets/sheet{book.sheet_names.index('area') + 1}.xml"
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts[part] = parts[part].replace(b"</sheetData>", header + b"</sheetData>")
    with zipfile.ZipFile(path, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    (piece,) = read_back([path], tmp_path).tables["area"]
    assert [row[:2] for row in piece.rows] == [("lung", "Lung")]
    assert piece.places == ["sheet area row 2"]


def test_csv_header_is_the_names_of_the_columns(tmp_path):
    write_template(tmp_path, as_csv=True)
    for of in RECORD_TYPES.values():
        with (tmp_path / f"{of.name}.csv").open(newline="") as file:
            assert list(csv.reader(file)) == [[c.name for c in of.columns]]


def test_sheets_for_the_machine_are_hidden_and_help_is_not(tmp_path):
    with CalamineWorkbook.from_path(write_xlsx(tmp_path / "records.xlsx")) as book:
        hidden = {s.name for s in book.sheets_metadata if s.visible != SheetVisibleEnum.Visible}
        assert hidden == {"_lists", "_model"}
        assert book.sheet_names[0] == "_help"


def test_help_has_a_row_for_each_column_and_each_code(tmp_path):
    with CalamineWorkbook.from_path(write_xlsx(tmp_path / "records.xlsx")) as book:
        rows = book.get_sheet_by_name("_help").to_python()
    columns = sum(len(of.columns) for of in RECORD_TYPES.values())
    codes = sum(len(codes) for codes in CODES.values())
    assert len(rows) == 1 + columns + codes
    amount = next(row for row in rows if row[:2] == ["contribution", "amount"])
    assert amount[2] == "yes"
    assert "not negative" in amount[4]


def test_every_coded_column_offers_its_list_for_ten_thousand_rows(tmp_path):
    path = write_xlsx(tmp_path / "records.xlsx")
    with CalamineWorkbook.from_path(path) as book:
        lists = book.get_sheet_by_name("_lists").to_python()
    for of in RECORD_TYPES.values():
        offered = dict(re.findall(r'sqref="([A-Z]+)2:[A-Z]+10001"[^>]*><formula1>([^<]+)<', sheet_xml(path, of.name)))
        for place, column in enumerate(of.columns):
            formula = offered.pop(chr(ord("A") + place), None)
            if isinstance(column.kind, Flag):
                assert formula == '"yes,no"'
            elif isinstance(column.kind, Code):
                assert formula is not None, f"{of.name}.{column.name}"
                assert _listed(lists, formula) == list(CODES[column.kind.codes])
            else:
                assert formula is None
        assert not offered


def _listed(lists, formula: str) -> list[str]:
    """The cells a range of the sheet `_lists` such as '_lists'!$AB$2:$AB$7 names."""
    found = re.fullmatch(r"'?_lists'?!\$([A-Z]+)\$2:\$\1\$(\d+)", formula)
    assert found
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return [row[column - 1] for row in lists[1 : int(found[2])]]


def test_notes_stand_on_every_header_cell(tmp_path):
    path = write_xlsx(tmp_path / "records.xlsx")
    with zipfile.ZipFile(path) as file:
        notes = "".join(file.read(n).decode() for n in file.namelist() if re.fullmatch(r"xl/comments\d+\.xml", n))
    assert notes.count("<comment ref=") == sum(len(of.columns) for of in RECORD_TYPES.values())
    assert "Required.\nThe project&#39;s key." in notes or "Required.\nThe project's key." in notes


def test_keys_and_dates_are_text_and_numbers_are_not(tmp_path):
    path = write_xlsx(tmp_path / "records.xlsx")
    with zipfile.ZipFile(path) as file:
        styles = file.read("xl/styles.xml").decode()
    formats = re.findall(r'<xf numFmtId="(\d+)"', styles.split("<cellXfs")[1])
    kinds = {}
    for low, high, rest in re.findall(r'<col min="(\d+)" max="(\d+)"([^>]*)/>', sheet_xml(path, "participation")):
        style = re.search(r'style="(\d+)"', rest)
        for place in range(int(low), int(high) + 1):
            kinds[RECORD_TYPES["participation"].columns[place - 1].name] = formats[int(style[1]) if style else 0]
    # 49 is the built-in format @ (text), 0 is General.
    assert {kinds["participation_id"], kinds["organisation_id"], kinds["joined_on"], kinds["known_on"]} == {"49"}
    assert {kinds["head_count"], kinds["fte"]} == {"0"}


def test_the_same_bytes_are_written_again(tmp_path):
    one, two = write_xlsx(tmp_path / "one.xlsx"), write_xlsx(tmp_path / "two.xlsx")
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("as_csv", [True, False])
def test_filled_tables_are_never_overwritten(tmp_path, as_csv):
    name = "network.csv" if as_csv else "records.xlsx"
    (tmp_path / name).write_text("work of a year")
    with pytest.raises(UsageError, match=f"{name} exists already"):
        write_template(tmp_path, as_csv=as_csv)
    assert [p.name for p in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text() == "work of a year"
