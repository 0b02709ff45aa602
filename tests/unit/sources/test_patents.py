"""Patents from a list of a search, from rows of a database and from CORDIS: families once, kinds by office, no inventor's name."""

import io
import tracemalloc
import zipfile

import pytest
import xlsxwriter

from benchside import main
from benchside.errors import InputError, UsageError
from benchside.sources.cordis.cordis import SOURCE as CORDIS
from benchside.sources.patents.lists import parties
from benchside.sources.patents.patents import SOURCE
from benchside.sources.tables.patent_kinds import number_of, stage
from tests.conftest import ROOT

MADE = ROOT / "tests/fixtures/sources/patents"
DATABASE = ("tls201_appln.csv", "tls211_pat_publn.csv", "applicants.csv")
FAMILIES = {"projects": {"501": "alpha", "502": "beta"}, "ground": "foreground"}
IRP = "projectIrps.csv"
HEADER = "Title,Publication number,Publication date,Family number\n"


def read(*names, **options):
    return SOURCE.read({n: MADE / n for n in names}, options)


def made(tmp_path, content, name="list.csv", **options):
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return SOURCE.read({name: tmp_path / name}, {"project": "alpha"} | options)


def records(extract, name):
    return [dict(zip(p.columns, row, strict=True)) for p in extract.tables.get(name, []) for row in p.rows]


def tally(extract):
    return {d.record: d.kept for d in extract.decisions if d.table == "(file)" and d.column == "rows"}


def events(extract):
    return [(e["kind"], e["family"], e["happened_on"]) for e in records(extract, "exploitation_event")]


def test_a_list_below_its_query():
    found = read("list.csv", project="alpha", ground="foreground")
    assert tally(found) == {"list.csv": "2 accepted, 3 refused"}
    assert [(p["publication"], p["stage"], p["published_on"], p["family"]) for p in records(found, "patent")] == [
        ("WO2019000001A1", "application", "2019-01-17", "1001"),
        ("EP3000001B1", "granted", "2021-05-12", "1001"),
        ("US2020000002A1", "application", "2020-03-05", "1002"),
    ]
    # Applied for on the day of the priority; the family that was granted was granted once.
    assert events(found) == [
        ("patent_application", "1001", "2017-07-14"),
        ("patent_granted", "1001", "2021-05-12"),
        ("patent_application", "1002", "2018-09-01"),
    ]
    assert [(r.column, r.value, r.rule.partition(",")[0]) for r in found.refusals] == [
        ("Publication number", "QQ", "unknown authority"),
        ("Publication number", "EP Z9", "unknown kind of publication"),
        ("Family number", "1002", "the family stands already"),
    ]
    assert records(found, "patent")[2]["title"] == "cmd|' /C calc'!A0"


def test_no_name_of_an_inventor_is_kept_and_their_number_is():
    found = read("list.csv", project="alpha")
    assert "DOE" not in repr(found)
    assert "ROE" not in repr(found)
    assert {p["note"] for p in records(found, "patent")} == {"2 inventors", ""}
    assert {o["name"] for o in records(found, "patent_owner")} == {"MADE UNIV", "MADE GMBH"}
    database = read(*DATABASE, **FAMILIES)
    assert "DOE" not in repr(database)
    assert {o["name"] for o in records(database, "patent_owner")} == {"MADE UNIV", "MADE GMBH"}


def test_rows_of_a_database():
    found = read(*DATABASE, **FAMILIES)
    assert tally(found) == {
        "tls201_appln.csv": "3 accepted, 1 refused",
        "tls211_pat_publn.csv": "3 accepted, 2 refused",
        "applicants.csv": "5 accepted, 1 refused",
    }
    told = [
        (p["project_id"], p["application"], p["publication"], p["stage"], p["filed_on"], p["note"])
        for p in records(found, "patent")
    ]
    assert told == [
        ("alpha", "EP19000001A", "EP3500001A1", "application", "2019-02-01", "3 inventors"),
        ("alpha", "EP19000001A", "EP3500001B1", "granted", "2019-02-01", "3 inventors"),
        ("alpha", "US201900002A", "US2019200002A1", "withdrawn", "2019-03-01", "3 inventors; withdrawn"),
        ("beta", "DE102019000003A", "DE102019000003A", "application", "2019-04-01", ""),
    ]
    # Two members of family 501 are one invention, applied for at its priority and granted once; 9999 is no day.
    assert events(found) == [
        ("patent_application", "501", "2018-02-03"),
        ("patent_granted", "501", "2021-01-06"),
        ("patent_application", "502", "2019-04-01"),
    ]
    assert [(r.row, r.column, r.value) for r in found.refusals if r.table == "applications"] == [
        ("tls201_appln.csv row 4", "status", "abandoned"),
        ("tls201_appln.csv row 5", "appln_auth", "ZZ"),
    ]


def test_a_withdrawn_application_stands_so_unless_a_grant_was_published(tmp_path):
    text = (
        HEADER.replace("\n", ",Status\n")
        + "A,EP3000001A1,2019-01-02,1,withdrawn\nB,EP3000002A1 EP3000002B1,2019-01-02 2021-01-06,2,withdrawn\n"
        + "C,EP3000003A1,2019-01-02,3,refused\nD,EP3000004A1,2019-01-02,4,Deemed to be withdrawn\n"
    )
    found = made(tmp_path, text)
    assert [(p["publication"], p["stage"], p["note"]) for p in records(found, "patent")] == [
        ("EP3000001A1", "withdrawn", "withdrawn"),
        ("EP3000002A1", "application", "withdrawn"),
        ("EP3000002B1", "granted", "withdrawn"),
        ("EP3000003A1", "application", "refused"),
        ("EP3000004A1", "withdrawn", "withdrawn"),
    ]


def test_what_nobody_calls_a_result_is_none():
    assert events(read("list.csv", project="alpha")) == []
    assert {p["ground"] for p in records(read("list.csv", project="alpha"), "patent")} == {"unknown"}


def test_a_family_of_no_project_is_told():
    found = read(*DATABASE, projects={"502": "beta"})
    # Of family 501 there are two applications and three publications; ZZ and two publications are refused besides.
    assert [r.value for r in found.refusals if r.column == "family"] == ["501"] * 5
    assert tally(found)["tls201_appln.csv"] == "1 accepted, 3 refused"
    assert tally(found)["tls211_pat_publn.csv"] == "0 accepted, 5 refused"
    assert {p["project_id"] for p in records(found, "patent")} == {"beta"}


def test_a_programme_of_patents_is_built_and_asked(tmp_path):
    (tmp_path / "files").mkdir()
    for name in ("list.csv", *DATABASE):
        (tmp_path / "files" / name).write_bytes((MADE / name).read_bytes())
    (tmp_path / "programme.toml").write_text(
        '[[source]]\nid = "patents"\npath = "files"\nproject = "alpha"\nprogramme = "made"\nground = "foreground"\n'
        '[source.projects]\n502 = "beta"\n'
    )
    result = main.build(tmp_path)
    # 3 of the list, and of the database an application, two publications, an applicant and a state.
    assert result.refused == 8
    assert [result.counts[t] for t in ("project", "patent", "exploitation_event")] == [2, 7, 6]
    (figure,) = main.figures(tmp_path, ["patent_applications"])
    # Families 1001, 1002, 501 and 502: nine rows of publications and applications, four inventions.
    assert figure.value == 4
    (one,) = main.figures(tmp_path, ["patent_applications"], scope=["project=beta"])
    assert one.value == 1


def test_a_table_of_cordis_is_read_by_the_reader_of_cordis(tmp_path):
    columns = (
        "projectID,type,title,organisationID,applicantName,applicationDate,applicationPrefix,applicationIdentifier,applicationKind,"
        "priorityDate,patentType,awardDate,awardPrefix,awardIdentifier,awardKind,patentFamilyIdentifier"
    )
    line = "814244,PATENT,Made,999997930,MADE SA,2019-02-01,EP,19000001,A,2018-02-03,FOREGROUND,2019-08-07,EP,3500001,A1,501"
    (tmp_path / IRP).write_text(f"{columns}\n{line}\n")
    files = {IRP: tmp_path / IRP}
    ours, theirs = SOURCE.read(files, {}), CORDIS.read(files, {})
    for table in ("patent", "patent_owner", "exploitation_event"):
        bare = [[{k: v for k, v in r.items() if k != "document_id"} for r in records(e, table)] for e in (ours, theirs)]
        assert bare[0] == bare[1]
        assert len(bare[0]) == 1
    # Projects and organisations are left to the source that describes them.
    assert not records(ours, "organisation")
    assert not records(ours, "project")
    alone = SOURCE.read(files, {"programme": "made", "project_ids": {"814244": "alpha"}})
    assert [p["project_id"] for p in records(alone, "project")] == ["alpha"]
    assert len(records(alone, "organisation")) == 1


def test_the_real_rights_of_cordis_are_the_same_by_either_source(shared):
    path = shared / "data/cordis/h2020_2022/H2020_projectIrps.xlsx"
    if not path.is_file():
        pytest.skip("the folder of real data has no data/cordis/h2020_2022/H2020_projectIrps.xlsx")
    ours, theirs = (s.read({path.name: path}, {}) for s in (SOURCE, CORDIS))
    assert tally(ours) == tally(theirs)
    assert len(records(ours, "patent")) == len(records(theirs, "patent")) > 1000


@pytest.mark.parametrize(
    ("authority", "kind", "expected"),
    [
        ("EP", "A1", "application"), ("EP", "B1", "granted"), ("WO", "A2", "application"), ("US", "A", "granted"),
        ("US", "A1", "application"), ("US", "B2", "granted"), ("US", "P1", "application"), ("US", "P3", "granted"),
        ("DE", "T1", "application"), ("DE", "T2", "granted"), ("DE", "U1", "granted"), ("JP", "U", "application"),
        ("ES", "T3", "granted"), ("CN", "C", "granted"),
    ],
)  # fmt: skip
def test_kinds_by_the_use_of_each_office(authority, kind, expected):
    assert stage(authority, kind) == expected


@pytest.mark.parametrize(
    ("authority", "kind"), [("WO", "B1"), ("EP", "X1"), ("US", "H1"), ("EP", "a1"), ("EP", ""), ("EP", "A12")]
)
def test_a_kind_that_is_not_known_is_none(authority, kind):
    with pytest.raises(ValueError, match=kind or "^$"):
        stage(authority, kind)


def test_numbers_of_publications():
    assert number_of("JPH01234567A") == ("JP", "H01234567", "A")
    assert number_of("DE69812345T2") == ("DE", "69812345", "T2")
    with pytest.raises(ValueError, match="US10123456"):
        number_of("US10123456")
    assert parties("A SA [FR] B AG [CH]") == ["A SA", "B AG"]


def test_a_list_in_french_and_as_a_workbook(tmp_path):
    head = ["No", "Titre", "Inventeurs", "Demandeurs", "Numéro de publication", "Priorité la plus ancienne", "CIB", "CPC", "Date de publication", "Publication la plus ancienne", "Numéro de famille"]  # fmt: skip
    with xlsxwriter.Workbook(tmp_path / "l.xlsx") as workbook:
        sheet = workbook.add_worksheet("S")
        sheet.write_row(0, 0, ["Liste", "2 résultats"])
        sheet.write_row(2, 0, head)
        sheet.write_row(
            3,
            0,
            ["1", "Objet", "", "MADE SA [FR]", "FR3000001A1", "2018-01-02", "", "", "2019-01-04", "2019-01-04", "7"],
        )
    found = made(tmp_path, (tmp_path / "l.xlsx").read_bytes(), "l.xlsx")
    assert [(p["publication"], p["locator"], p["priority_on"]) for p in records(found, "patent")] == [
        ("FR3000001A1", "row 4", "2018-01-02")
    ]
    assert found.refusals == []


def test_fewer_days_than_publications_date_the_first_alone(tmp_path):
    found = made(tmp_path, HEADER + "T,EP1234567A1 EP1234567B1,2019-01-01,9\n")
    assert [p["published_on"] for p in records(found, "patent")] == ["2019-01-01", ""]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "does not say whose the patents are"),
        ({"projcet": "a"}, r"Unknown option of the source patents 'projcet'\. Did you mean 'project'"),
        ({"projects": "a"}, "expected a table such as"),
        ({"project": "a", "ground": "sure"}, "Unknown ground of patents 'sure'"),
        ({"project": "a", "as_of": "June"}, "expected the day of the extract"),
    ],
)
def test_options_that_are_wrong(options, message):
    with pytest.raises(UsageError, match=message):
        read("list.csv", **options)


def packed(name, content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.zip", packed("a.csv", HEADER.encode() + b"0" * (12 << 20)), "more than 200 to 1"),
        ("a.zip", packed("../a.csv", HEADER), "a path that leads out of the folder"),
        ("a.txt", b"x", "No table of patents found among a.txt"),
    ],
)
def test_hostile_files(tmp_path, name, content, message):
    with pytest.raises(InputError, match=message):
        made(tmp_path, content, name)


def test_a_table_that_is_no_table_of_patents_is_refused_with_the_nearest(tmp_path):
    found = made(tmp_path, "Title,Family number\nT,1\n")
    assert "needs also Publication number" in found.refusals[0].rule
    assert tally(found) == {"list.csv": "0 accepted, 1 refused"}


def test_a_cell_of_a_hundred_megabytes_loses_its_row_in_little_memory(tmp_path):
    path = tmp_path / "list.csv"
    with path.open("wb") as file:
        file.write(HEADER.encode() + b"T,EP1234567A1,2019-01-01,")
        for _ in range(100):
            file.write(b"9" * (1 << 20))
        file.write(b"\nT,EP1234568A1,2019-01-01,10\n")
    tracemalloc.start()
    found = SOURCE.read({"list.csv": path}, {"project": "alpha"})
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [p["publication"] for p in records(found, "patent")] == ["EP1234568A1"]
    assert peak < 32 << 20


def test_a_kind_is_read_by_the_use_of_its_office_in_a_table_of_cordis_too(tmp_path):
    columns = "projectID,type,title,organisationID,applicantName,applicationIdentifier,patentType,awardDate,awardPrefix,awardIdentifier,awardKind"
    # 6 000 000 was granted in December 1999, when the United States published grants alone; B1 of WIPO is no publication of a right.
    lines = [
        f"814244,PATENT,Made,,MADE SA,,FOREGROUND,,{number}"
        for number in ("US,6000000,A", "US,US2019000001,A1", "WO,2019000001,B1")
    ]
    (tmp_path / IRP).write_text("\n".join([columns, *lines, ""]))
    found = CORDIS.read({IRP: tmp_path / IRP}, {})
    assert [(p["publication"], p["stage"]) for p in records(found, "patent")] == [
        ("US6000000A", "granted"), ("US2019000001A1", "application"), ("WO2019000001B1", ""),
    ]  # fmt: skip
    assert [(r.column, r.value) for r in found.refusals] == [("awardKind", "B1")]


@pytest.mark.slow
def test_a_workbook_of_a_million_empty_rows_takes_little_memory(tmp_path):
    plain = tmp_path / "plain.xlsx"
    with xlsxwriter.Workbook(plain) as workbook:
        sheet = workbook.add_worksheet("S")
        sheet.write_row(0, 0, HEADER.strip().split(","))
        sheet.write_row(1, 0, ["T", "EP1234567A1", "2019-01-01", "9"])
    out, empty = io.BytesIO(), "".join(f'<row r="{n}"/>' for n in range(3, 1_000_003))
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for member in source.namelist():
            file.writestr(member, source.read(member).decode().replace("</sheetData>", f"{empty}</sheetData>"))
    tracemalloc.start()
    found = made(tmp_path, out.getvalue(), "list.xlsx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [p["publication"] for p in records(found, "patent")] == ["EP1234567A1"]
    assert peak < 64 << 20
