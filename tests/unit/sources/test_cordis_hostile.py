"""Files that are made to do harm: refused or made harmless, with a message, in little memory."""

import gzip
import io
import tracemalloc
import zipfile

import pytest
import xlsxwriter

from benchside.errors import InputError
from benchside.sources.cordis.cordis import SOURCE

HEADER = "projectID,topic,title\n"
ROW = "814244,ERC-2015,A title\n"


def read(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    return SOURCE.read({name: path}, {})


def packed(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return out.getvalue()


def test_a_zip_that_declares_to_unfold_too_far_is_refused(tmp_path):
    content = packed(**{"topics.csv": HEADER.encode() + b"0" * (12 << 20)})
    with pytest.raises(InputError, match="more than 200 to 1"):
        read(tmp_path, "bomb.zip", content)


def test_a_zip_that_unfolds_further_than_it_declares_is_refused(tmp_path):
    content = packed(**{"topics.csv": (HEADER + ROW * 50_000).encode()})
    true = len(HEADER + ROW * 50_000).to_bytes(4, "little")
    assert content.count(true) == 2
    with pytest.raises(InputError, match="cannot be unpacked"):
        read(tmp_path, "liar.zip", content.replace(true, (100).to_bytes(4, "little")))


def test_a_compressed_file_that_unfolds_too_far_is_stopped_on_the_way(tmp_path):
    content = gzip.compress(HEADER.encode() + b"814244,x,y\n" * (3 << 20))
    tracemalloc.start()
    with pytest.raises(InputError, match="at most 200 to 1"):
        read(tmp_path, "topics.csv.gz", content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 64 << 20


@pytest.mark.parametrize(
    "name", ["../topics.csv", "/etc/topics.csv", "a/../../b.csv", "..\\topics.csv", "C:\\topics.csv"]
)
def test_a_path_that_leads_out_of_the_folder_is_refused(tmp_path, name):
    with pytest.raises(InputError, match="a path that leads out of the folder"):
        read(tmp_path, "paths.zip", packed(**{name: HEADER + ROW}))


def test_a_zip_within_a_zip_is_refused(tmp_path):
    with pytest.raises(InputError, match="a ZIP file within a ZIP file"):
        read(tmp_path, "outer.zip", packed(**{"inner.zip": packed(**{"topics.csv": HEADER})}))


def test_a_cell_of_a_hundred_megabytes_loses_its_row_and_takes_little_memory(tmp_path):
    path = tmp_path / "topics.csv"
    with path.open("wb") as file:
        file.write((HEADER + ROW + "814245,ERC-2016,").encode())
        for _ in range(100):
            file.write(b"x" * (1 << 20))
        file.write(f"\n{ROW.replace('814244', '814246')}".encode())
    tracemalloc.start()
    extract = SOURCE.read({"topics.csv": path}, {})
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 32 << 20
    assert [r.rule for r in extract.refusals] == ["a line is longer than 1000000 bytes"]
    (piece,) = extract.tables["project"]
    assert [row[0] for row in piece.rows] == ["814244", "814246"]


def test_a_cell_of_many_lines_that_never_closes_loses_its_line_alone(tmp_path):
    content = (
        HEADER + ROW + '814245,ERC-2016,"open\n' + ROW.replace("814244", "814246") * 2 + "x" * 2_000_000
    ).encode()
    extract = read(tmp_path, "topics.csv", content)
    (piece,) = extract.tables["project"]
    assert [row[0] for row in piece.rows] == ["814244", "814246"]


def test_a_workbook_of_a_million_empty_rows_takes_little_memory(tmp_path):
    path = tmp_path / "topics.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("DATA")
        for row, cells in enumerate(((HEADER), (ROW))):
            sheet.write_row(row, 0, cells.strip().split(","))
    source = zipfile.ZipFile(path)
    empty = "".join(f'<row r="{n}"/>' for n in range(3, 1_000_003))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for member in source.namelist():
            content = source.read(member).decode()
            file.writestr(member, content.replace("</sheetData>", f"{empty}</sheetData>"))
    tracemalloc.start()
    extract = read(tmp_path, "topics.xlsx", out.getvalue())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    (piece,) = extract.tables["project"]
    assert [row[0] for row in piece.rows] == ["814244"]
    assert peak < 32 << 20


def test_a_formula_in_a_workbook_is_refused(tmp_path):
    path = tmp_path / "topics.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("DATA")
        sheet.write_row(0, 0, HEADER.strip().split(","))
        sheet.write_row(1, 0, ["814244", "ERC-2015"])
        sheet.write_formula(1, 2, "=cmd|' /C calc'!A0")
    with pytest.raises(InputError, match="cell C2 holds a formula"):
        SOURCE.read({"topics.xlsx": path}, {})


def test_a_binary_that_calls_itself_a_workbook_is_refused(tmp_path):
    with pytest.raises(InputError, match="is no XLS workbook"):
        read(tmp_path, "topics.xls", b"MZ" + bytes(1000))


def test_all_faults_of_all_files_are_told_at_once(tmp_path):
    (tmp_path / "a.xls").write_bytes(b"x" * 20)
    (tmp_path / "b.zip").write_bytes(b"x" * 20)
    with pytest.raises(InputError, match=r"2 faults in the files:\n- a\.xls is no XLS.*\n- b\.zip is no ZIP"):
        SOURCE.read({name: tmp_path / name for name in ("a.xls", "b.zip")}, {})
