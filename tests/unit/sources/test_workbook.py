"""What the workbook source takes in, and the one message for each thing that keeps a file from being read."""

import datetime
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from benchside.errors import InputError, UsageError
from benchside.model.origin import CsvPiece, RowsPiece
from benchside.sources.tables import csv_guard, xlsx_guard
from benchside.sources.tables.xlsx_sheets import as_text
from benchside.sources.workbook.workbook import SOURCE

AREA = "area_id,name\nlung-diseases,Lung diseases\n"


def written(folder: Path, **texts: str | bytes) -> dict[str, Path]:
    """Files by name, `area_csv` standing for area.csv."""
    files = {}
    for key, text in texts.items():
        path = folder / ".".join(key.rsplit("_", 1))
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        files[path.name] = path
    return files


def workbook(folder: Path, sheets: dict[str, list[list]], *, merge: str | None = None) -> dict[str, Path]:
    """A workbook of the given cells; a text that begins with '=' becomes a formula."""
    path = folder / "records.xlsx"
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for i, row in enumerate(rows):
                for j, cell in enumerate(row):
                    sheet.write(i, j, cell, day if isinstance(cell, datetime.date) else None)
            if merge:
                sheet.merge_range(merge, "both")
    return {path.name: path}


def repacked(path: Path, part: str, change) -> None:
    """The workbook again, with one part's bytes changed (or added)."""
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)


def refusal(files: dict[str, Path]) -> str:
    with pytest.raises(InputError) as caught:
        SOURCE.read(files, {})
    assert caught.value.exit_code == 3
    return str(caught.value)


def rows_of(files: dict[str, Path], table: str) -> RowsPiece:
    (piece,) = SOURCE.read(files, {}).tables[table]
    assert isinstance(piece, RowsPiece)
    return piece


# CSV


def test_csv_is_handed_over_by_its_path(tmp_path):
    files = written(tmp_path, area_csv=AREA)
    assert SOURCE.read(files, {}).tables == {"area": [CsvPiece(tmp_path / "area.csv", "area.csv")]}


def test_files_of_one_table_in_several_folders_are_all_taken(tmp_path):
    paths = [tmp_path / year / "area.csv" for year in ("2014", "2015")]
    for path in paths:
        path.parent.mkdir()
        path.write_text(AREA)
    files = {f"{p.parent.name}/area.csv": p for p in reversed(paths)}
    assert SOURCE.read(files, {}).tables["area"] == [CsvPiece(p, f"{p.parent.name}/area.csv") for p in paths]


def test_notes_and_lock_files_are_passed_by(tmp_path):
    files = written(tmp_path, area_csv=AREA)
    stray = ("README.md", "read me.txt", "~$records.xlsx", ".~lock.area.csv#", ".git/config")
    files |= dict.fromkeys(stray, tmp_path / "not even there")
    assert list(SOURCE.read(files, {}).tables) == ["area"]


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path):
    files = written(tmp_path, area_csv=b"\xef\xbb\xbf" + AREA.encode())
    assert "area" in SOURCE.read(files, {}).tables


def test_an_unknown_column_is_named_with_the_nearest_known(tmp_path):
    message = refusal(written(tmp_path, area_csv="area_id,name,Locater\n"))
    assert "area.csv: unknown column 'Locater'; did you mean 'locator'?" in message
    assert "Known columns: area_id, name, document_id, locator, grade, known_on, note." in message


def test_a_renamed_required_column_is_missing_and_unknown(tmp_path):
    message = refusal(written(tmp_path, area_csv="area_id,names\n"))
    assert message.startswith("2 faults in the records:")
    assert "unknown column 'names'; did you mean 'name'?" in message
    assert "area.csv: the required column 'name' is missing." in message


def test_repeated_and_nameless_columns_are_refused(tmp_path):
    message = refusal(written(tmp_path, area_csv="area_id,name,name,\n"))
    assert "area.csv: the column 'name' stands 2 times." in message
    assert "area.csv: column 4 has no name." in message


@pytest.mark.parametrize(
    ("name", "text"),
    [("semicolons", "area_id;name\n"), ("tabs", "area_id\tname\n"), ("semicolons", '"area_id";"name"\n')],
)
def test_another_delimiter_is_named(tmp_path, name, text):
    message = refusal(written(tmp_path, area_csv=text))
    assert message == f"area.csv: the columns are separated by {name}, expected commas. Save it as CSV with commas."


def test_an_unknown_table_is_named_with_the_nearest_known(tmp_path):
    message = refusal(written(tmp_path, contributions_csv=AREA))
    assert "contributions.csv: unknown table 'contributions'; did you mean 'contribution'?" in message
    assert "Known tables: programme, call," in message


def test_a_file_without_bytes_is_empty(tmp_path):
    assert "area.csv is empty (0 bytes)" in refusal(written(tmp_path, area_csv=""))


@pytest.mark.parametrize("text", ["\n", "\ufeff", ",,\n", "  \n"])
def test_a_file_without_column_names_has_no_header(tmp_path, text):
    assert "area.csv has no header" in refusal(written(tmp_path, area_csv=text))


def test_a_file_that_is_not_there_is_named(tmp_path):
    assert "area.csv cannot be opened (No such file or directory)" in refusal({"area.csv": tmp_path / "area.csv"})


def test_a_folder_without_tables_is_refused(tmp_path):
    assert refusal(written(tmp_path, notes_txt="x")).startswith("No records found, expected CSV files")


def test_another_kind_of_file_is_refused(tmp_path):
    assert "records.ods cannot be read: expected a CSV or XLSX file." in refusal(written(tmp_path, records_ods="x"))


def test_an_option_is_refused(tmp_path):
    with pytest.raises(UsageError, match="'delimiter'"):
        SOURCE.read(written(tmp_path, area_csv=AREA), {"delimiter": ";"})


# Encoding


def test_latin_1_is_refused_with_its_place(tmp_path):
    # "area_id,name\n" is 13 bytes and "a,B" 3, so that the é of Latin-1 is byte 16 (from 0), on line 2.
    message = refusal(written(tmp_path, area_csv="area_id,name\na,B\xe9zier\n".encode("latin-1")))
    assert "area.csv is not UTF-8 text: byte 0xe9 at offset 16, line 2. Save the file again as UTF-8" in message


def test_utf_16_is_refused_with_and_without_its_mark(tmp_path):
    assert "byte 0xff at offset 0, line 1" in refusal(written(tmp_path, area_csv=AREA.encode("utf-16")))
    assert "byte 0x00 at offset 1, line 1" in refusal(written(tmp_path, area_csv=AREA.encode("utf-16-le")))


def test_a_letter_across_two_chunks_is_whole(tmp_path):
    # The two bytes of é stand on either side of the boundary.
    path = tmp_path / "text"
    path.write_bytes(b"a" * (csv_guard.CHUNK - 1) + "é".encode() + b"\n")
    assert csv_guard.encoding_fault("text", path) is None


def test_a_fault_after_a_letter_across_two_chunks_is_placed_in_the_file(tmp_path):
    path = tmp_path / "text"
    path.write_bytes(b"\n" * (csv_guard.CHUNK - 1) + "é".encode() + b"\xff")
    # é takes bytes CHUNK-1 and CHUNK; CHUNK-1 line breaks before it put it on line CHUNK.
    fault = csv_guard.encoding_fault("text", path)
    assert fault is not None
    assert f"byte 0xff at offset {csv_guard.CHUNK + 1}, line {csv_guard.CHUNK}." in fault


def test_a_zero_byte_after_a_letter_across_two_chunks_is_placed_in_the_file(tmp_path):
    path = tmp_path / "text"
    path.write_bytes(b"a" * (csv_guard.CHUNK - 1) + "é".encode() + b"\0")
    fault = csv_guard.encoding_fault("text", path)
    assert fault is not None
    assert f"byte 0x00 at offset {csv_guard.CHUNK + 1}, line 1." in fault


def test_a_file_cut_within_a_letter_is_refused(tmp_path):
    path = tmp_path / "text"
    path.write_bytes(b"ab\n" + "é".encode()[:1])
    fault = csv_guard.encoding_fault("text", path)
    assert fault is not None
    assert "byte 0xc3 at offset 3, line 2" in fault


# Model version


def test_a_newer_model_is_refused_before_its_columns(tmp_path):
    message = refusal(written(tmp_path, model_json='{"model_version": 7}', area_csv="area_id,name,new\n"))
    assert message == "model.json: made with model 7, this Benchside reads up to 1. Update Benchside."


def test_this_model_is_read(tmp_path):
    assert SOURCE.read(written(tmp_path, model_json='{"model_version": 1}', area_csv=AREA), {}).tables


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"model_version": "one"}', '{"model_version": 1.5}'])
def test_a_model_version_that_is_none_is_refused(tmp_path, text):
    message = refusal(written(tmp_path, model_json=text, area_csv=AREA))
    assert message.startswith("model.json")
    assert "expected" in message


def test_a_newer_model_in_a_workbook_is_refused(tmp_path):
    files = workbook(tmp_path, {"area": [["area_id", "name", "new"]], "_model": [["model_version", 7]]})
    assert (
        refusal(files)
        == "records.xlsx, sheet _model: made with model 7, this Benchside reads up to 1. Update Benchside."
    )


# XLSX


def test_cells_become_what_a_person_would_write():
    assert [as_text(v) for v in (2015.0, 0.5, 18170217.5, 0.1 + 0.2, 1e-7, -3.0, 1e15)] == [
        "2015", "0.5", "18170217.5", "0.3", "0.0000001", "-3", "1000000000000000",
    ]  # fmt: skip
    assert [as_text(v) for v in (True, False, "", " x ")] == ["yes", "no", "", " x "]
    assert as_text(datetime.date(2015, 2, 28)) == "2015-02-28"
    assert as_text(datetime.datetime(2015, 2, 28)) == "2015-02-28"
    assert as_text(datetime.datetime(2015, 2, 28, 12, 30)) == "2015-02-28 12:30:00"


def test_rows_bear_their_place_and_empty_rows_are_skipped(tmp_path):
    header = ["organisation_status_id", "organisation_id", "sector", "is_sme", "declared_on", "note"]
    rows = [
        header,
        [],
        ["1", "a", "sme", True, datetime.date(2015, 2, 28)],
        ["", " "],
        ["2", "b", "academic", False, 2015],
    ]
    piece = rows_of(workbook(tmp_path, {"organisation_status": rows}), "organisation_status")
    assert piece.columns == tuple(header)
    assert piece.rows == [("1", "a", "sme", "yes", "2015-02-28", ""), ("2", "b", "academic", "no", "2015", "")]
    assert piece.places == ["sheet organisation_status row 3", "sheet organisation_status row 5"]


def test_rows_keep_their_place_where_the_table_stands_lower_and_to_the_right(tmp_path):
    rows = [[], [], ["", "area_id", "name"], ["", "a", "A"]]
    piece = rows_of(workbook(tmp_path, {"area": rows}), "area")
    assert (piece.rows, piece.places) == ([("a", "A")], ["sheet area row 4"])


def test_formatted_empty_rows_at_the_end_bring_nothing(tmp_path):
    path = tmp_path / "records.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet, bold = book.add_worksheet("area"), book.add_format({"bold": True})
        sheet.write_row(0, 0, ["area_id", "name"])
        sheet.write_row(1, 0, ["a", "A"])
        for row in range(2, 100_000):
            sheet.write_blank(row, 0, None, bold)
    assert rows_of({"records.xlsx": path}, "area").rows == [("a", "A")]


def test_sheets_for_help_and_an_unused_sheet_are_not_read(tmp_path):
    files = workbook(tmp_path, {"_notes": [["=1+1"]], "Sheet1": [], "area": [["area_id", "name"]]})
    assert list(SOURCE.read(files, {}).tables) == ["area"]


def test_faults_of_all_sheets_are_told_together(tmp_path):
    sheets = {"area": [["area_id", "Name"]], "projcet": [["x"]], "topic": []}
    message = refusal(workbook(tmp_path, sheets))
    assert "records.xlsx, sheet area: unknown column 'Name'; did you mean 'name'?" in message
    assert "records.xlsx, sheet projcet: unknown table 'projcet'; did you mean 'project'?" in message
    assert "records.xlsx, sheet topic has no header." in message


def test_a_value_in_a_column_without_a_name_is_refused(tmp_path):
    message = refusal(workbook(tmp_path, {"area": [["area_id", "name"], ["a", "A", "", "stray"]]}))
    assert (
        message == "records.xlsx, sheet area: cell D2 stands in a column without a name. Name the column, or delete it."
    )


def test_a_stray_value_is_placed_where_the_table_begins_further_right(tmp_path):
    message = refusal(workbook(tmp_path, {"area": [[], ["", "area_id", "name"], ["", "a", "A", "stray"]]}))
    assert "cell D3 stands in a column without a name" in message


def test_formulas_are_refused_with_the_first_five_cells(tmp_path):
    rows = [["area_id", "name"], *([f"a{i}", f"=A{i}"] for i in range(2, 9))]
    message = refusal(workbook(tmp_path, {"area": rows}))
    assert [f"cell B{i} holds a formula; paste its value." in message for i in range(2, 9)] == [True] * 5 + [False] * 2
    assert "sheet area holds 2 more formulas" in message


def test_merged_cells_are_refused_along_with_formulas(tmp_path):
    files = workbook(tmp_path, {"area": [["area_id", "name"], ["a", "=1"]]}, merge="A3:B3")
    message = refusal(files)
    assert "records.xlsx: sheet area, cells A3:B3 are merged; unmerge them." in message
    assert "records.xlsx: sheet area, cell B2 holds a formula; paste its value." in message


def test_two_workbooks_are_refused(tmp_path):
    files = workbook(tmp_path, {"area": [["area_id", "name"]]})
    message = refusal(files | {"records (2).xlsx": files["records.xlsx"]})
    assert "2 XLSX files found (records (2).xlsx, records.xlsx), expected one." in message


# Files that are not what they seem


def test_a_file_that_is_no_zip_is_refused(tmp_path):
    assert "records.xlsx is no XLSX file" in refusal(written(tmp_path, records_xlsx="area_id,name\n"))


def test_an_empty_workbook_file_is_refused(tmp_path):
    assert "records.xlsx is empty (0 bytes)" in refusal(written(tmp_path, records_xlsx=""))


def test_a_zip_that_is_no_workbook_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "records.xlsx", "w") as file:
        file.writestr("a.txt", "x")
    assert "cannot be unpacked" in refusal({"records.xlsx": tmp_path / "records.xlsx"})


def test_a_part_that_unfolds_too_far_is_refused_unread(tmp_path):
    files = workbook(tmp_path, {"area": [["area_id", "name"]]})
    # 11 MiB of one byte pack about a thousand to one.
    repacked(files["records.xlsx"], "xl/worksheets/sheet1.xml", lambda _: b" " * (11 << 20))
    assert "its part xl/worksheets/sheet1.xml unfolds from" in refusal(files)


def test_a_workbook_that_unfolds_too_far_in_all_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx_guard, "MOST_BYTES", 1000)
    assert "expected at most 1000" in refusal(workbook(tmp_path, {"area": [["area_id", "name"]]}))


def test_a_cell_at_the_far_end_is_refused_unread(tmp_path):
    files = workbook(tmp_path, {"area": [["area_id", "name"]]})
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    repacked(files["records.xlsx"], "xl/worksheets/sheet1.xml", lambda old: old.replace(b"</sheetData>", far))
    assert "sheet area reaches to cell XFD1048576" in refusal(files)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"])
@pytest.mark.parametrize("bomb", [b"<!DOCTYPE x>", b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'])
def test_a_document_type_is_refused(tmp_path, part, bomb):
    files = workbook(tmp_path, {"area": [["area_id", "name"]]})
    repacked(files["records.xlsx"], part, lambda old: old.replace(b"?>", b"?>" + bomb, 1))
    assert f"{part} declares a document type or an entity" in refusal(files)


def test_broken_xml_is_refused(tmp_path):
    files = workbook(tmp_path, {"area": [["area_id", "name"]]})
    repacked(files["records.xlsx"], "xl/worksheets/sheet1.xml", lambda old: old[:-20])
    assert "records.xlsx holds XML that is not read" in refusal(files)


def test_a_sheet_whose_content_is_missing_is_refused(tmp_path):
    files = workbook(tmp_path, {"area": [["area_id", "name"]]})
    repacked(files["records.xlsx"], "xl/_rels/workbook.xml.rels", lambda old: old.replace(b"sheet1.xml", b"sheet9.xml"))
    assert "sheet area has no content in the file" in refusal(files)


def test_cell_names_count_letters_as_spreadsheets_do():
    # 26 letters, then 26² pairs: column 27 is AA, column 702 = 26 + 676 is ZZ, column 703 is AAA.
    assert [xlsx_guard.cell_name(7, c) for c in (1, 26, 27, 702, 703)] == ["A7", "Z7", "AA7", "ZZ7", "AAA7"]
