"""Works of OpenAlex in every form they are downloaded in become the same records; made works in the real shapes."""

import csv
import gzip
import io
import json
import tracemalloc
import zipfile
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
import xlsxwriter

from benchside import main
from benchside.errors import InputError, UsageError
from benchside.sources.openalex.attribution import Award, attribution_of
from benchside.sources.openalex.openalex_works import SOURCE
from tests.conftest import ROOT

MADE = ROOT / "tests/fixtures/sources/openalex_works"
GRANTS = {"counted_on": "2026-06", "grants": {"115303": "alpha"}, "funders": {"https://openalex.org/F2": "beta"}}
PERSON = "Made Person"


def read(path: Path, **options):
    return SOURCE.read({path.name: path}, GRANTS | options)


def records(extract, name):
    return [dict(zip(p.columns, row, strict=True)) for p in extract.tables.get(name, []) for row in p.rows]


def rows_of(extract):
    return [(d.record, d.found, d.kept) for d in extract.decisions if d.table == "(file)" and d.column == "rows"]


@pytest.fixture
def nested(tmp_path):
    """The made works as Parquet with objects in its columns, as the snapshot has it."""
    works = json.loads((MADE / "page.json").read_text())["results"]
    for work in works:
        del work["abstract_inverted_index"], work["authorships"][2:]
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(works), tmp_path / "works.parquet")
    return tmp_path / "works.parquet"


def forms(tmp_path, nested):
    packed = tmp_path / "works.jsonl.gz"
    packed.write_bytes(gzip.compress((MADE / "works.jsonl").read_bytes()))
    single = tmp_path / "list.json"
    single.write_text(json.dumps(json.loads((MADE / "page.json").read_text())["results"]))
    return [MADE / "page.json", MADE / "works.jsonl", packed, single, nested]


def test_every_form_of_objects_brings_the_same_records(tmp_path, nested):
    found = [read(path) for path in forms(tmp_path, nested)]
    for table in ("work", "project_work", "citation_count", "work_field", "work_score", "authorship", "organisation"):
        bare = [
            [{k: v for k, v in r.items() if k not in ("document_id", "locator")} for r in records(e, table)]
            for e in found
        ]
        assert bare[0], table
        assert all(each == bare[0] for each in bare[1:]), table


@pytest.mark.parametrize("name", ["page.json", "works.jsonl", "export.csv"])
def test_accepted_and_refused_are_the_rows_of_the_file(name):
    found = read(MADE / name)
    # Four works, of which the third is of a type that the model does not know.
    assert rows_of(found) == [(name, "4 rows", "3 accepted, 1 refused")]
    (refusal,) = found.refusals
    assert (refusal.column, refusal.value) == ("type", "hologram")
    assert refusal.rule.startswith("unknown type; known: article, review, ")


@pytest.mark.parametrize("name", ["page.json", "export.csv"])
def test_a_work_with_all_that_hangs_on_it(name):
    found = read(MADE / name)
    first = records(found, "work")[0]
    told = {
        k: first[k] for k in ("work_id", "doi", "pmid", "work_type", "journal", "issn", "open_access", "published_on")
    }
    assert told == {
        "work_id": "W1", "doi": "10.99999/made.1", "pmid": "30000001", "work_type": "article", "journal": "Made Journal",
        "issn": "2049-3630", "open_access": "gold", "published_on": "2019-03-28",
    }  # fmt: skip
    assert [w["open_access"] for w in records(found, "work")] == ["gold", "gold", "closed"]
    # Two of three topics are of medicine.
    assert [(f["field"], f["share"]) for f in records(found, "work_field")][:2] == [
        ("Biology", "0.333334"),
        ("Medicine", "0.666666"),
    ]
    assert [(c["work_id"], c["citations"], c["census_on"]) for c in records(found, "citation_count")] == [
        ("W1", "12", "2026-06"),
        ("W2", "3", "2026-06"),
        ("W4", "0", "2026-06"),
    ]
    # 115303 is the award of W1, and stands in the award of W4; W2 names the second funder.
    assert {(p["project_id"], p["work_id"], p["found_by"]) for p in records(found, "project_work")} == {
        ("alpha", "W1", "grant_number"),
        ("alpha", "W4", "grant_number"),
        ("beta", "W2", "funder"),
    }


def test_addresses_of_objects_keep_the_place_in_the_list_and_no_person():
    found = read(MADE / "page.json")
    told = [(a["work_id"], a["position"], a["organisation_id"], a["country"]) for a in records(found, "authorship")]
    assert told == [
        ("W1", "1", "openalex-I1", "NL"),
        ("W1", "2", "openalex-I2", "DE"),
        ("W2", "1", "openalex-I1", "NL"),
        ("W4", "1", "", "FR"),
        ("W4", "2", "", ""),
    ]
    assert [(o["name"], o["ror"]) for o in records(found, "organisation")] == [
        ("Made University", "05dxps055"),
        ("Made Company", ""),
    ]
    assert PERSON not in repr(found.tables)


def test_no_person_of_an_export_is_kept():
    assert PERSON not in repr(read(MADE / "export.csv").tables)


def test_a_country_that_is_not_known_is_refused_and_the_organisation_kept(tmp_path):
    work = json.loads((MADE / "works.jsonl").read_text().splitlines()[1])
    work["authorships"][0]["institutions"][0]["country_code"] = "XX"
    (tmp_path / "files").mkdir()
    (tmp_path / "files/w.json").write_text(json.dumps(work))
    result = main.build(programme(tmp_path))
    assert result.counts["work"] == 1
    assert result.counts["organisation"] == 1
    assert result.refused == 1  # the cell of the country alone


def programme(folder, extra='project = "alpha"\nprogramme = "made"\nfound_by = "reported"'):
    (folder / "programme.toml").write_text(
        f'[[source]]\nid = "openalex_works"\npath = "files"\ncounted_on = "2026-06"\n{extra}\n'
    )
    return folder


def test_a_programme_of_works_is_built_and_asked(tmp_path):
    (tmp_path / "files").mkdir()
    (tmp_path / "files/page.json").write_bytes((MADE / "page.json").read_bytes())
    result = main.build(programme(tmp_path))
    assert result.refused == 1  # the hologram
    # Three works; two of them gold; of the three with addresses one is of two countries.
    figures = {
        f.id: round(f.value or 0, 4)
        for f in main.figures(tmp_path, ["publications", "open_access_share", "international_share"])
    }
    # Three works; two of them gold; one of the three with addresses in two countries.
    assert figures == {"publications": 3, "open_access_share": 0.6667, "international_share": 0.3333}


def attribution(**options):
    return attribution_of("openalex_works", {"counted_on": "2026"} | options)


@pytest.mark.parametrize(
    ("number", "is_its"),
    [
        ("115303", True),
        (" 115 303 ", True),
        ("IMI-115303-1", True),
        ("1153030", False),
        ("", False),
        ("115303, 115766", False),
    ],
)
def test_a_grant_number_is_found_whole_and_never_between_two(number, is_its):
    said = attribution(grants={"115303": "alpha", "115766": "beta"})
    assert ("alpha" in said.of([Award("F1", "Made", number)])) is is_its


def test_a_number_of_another_funder_is_not_taken_where_the_funders_are_named():
    said = attribution(grants={"115303": "alpha"}, grant_funders=["F1"])
    assert said.of([Award("F9", "", "115303")]) == {}
    assert said.of([Award("F1", "", "115303")]) == {"alpha": "grant_number"}


def test_old_grants_are_read_as_awards(tmp_path):
    work = json.loads((MADE / "works.jsonl").read_text().splitlines()[0])
    del work["awards"], work["funders"]
    work["grants"] = [{"funder": "https://openalex.org/F1", "funder_display_name": "Made Funder", "award_id": "115303"}]
    path = tmp_path / "w.json"
    path.write_text(json.dumps(work))
    assert [p["found_by"] for p in records(read(path), "project_work")] == ["grant_number"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"counted_on": None}, "needs the option counted_on"),
        ({"counted_on": "June"}, "expected when the database was read"),
        ({"project": "p"}, "with `project` it must say how the works were found, one of reported"),
        ({"grant": {}}, r"Unknown option of the source openalex_works 'grant'. Did you mean 'grants'\?"),
        ({"grants": "115303"}, "expected a table: grant number = key of the project"),
        ({"grant_funders": "F1"}, "expected a list of ids or names of funders"),
    ],
)
def test_options_that_are_wrong(options, message):
    written = {k: v for k, v in ({"counted_on": "2026"} | options).items() if v is not None}
    with pytest.raises(UsageError, match=message):
        attribution_of("openalex_works", written)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.json", b'{"meta": 1}', "holds no works of OpenAlex"),
        ("a.json", b"[" * 200_000, "cannot be read as JSON"),
        ("a.json", b"\xff\xfe", "cannot be read as JSON"),
        ("a.parquet", b"PAR1nothing", "is no Parquet file"),
        ("a.txt", b"notes", "No works of OpenAlex found among a.txt"),
        ("a.jsonl.gz", gzip.compress((b"[" + b" " * (1 << 16) + b"]\n") * 600), "at most 200 to 1"),
    ],
)
def test_files_that_are_refused_whole(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=message):
        read(tmp_path / name)


def test_a_line_of_a_hundred_megabytes_loses_its_work_alone(tmp_path):
    good = (MADE / "works.jsonl").read_bytes().splitlines()[0]
    path = tmp_path / "w.jsonl"
    with path.open("wb") as file:
        file.write(b'{"id": "')
        for _ in range(100):
            file.write(b"x" * (1 << 20))
        file.write(b'"}\nnot json\n[1]\n' + good + b"\n")
    tracemalloc.start()
    found = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert rows_of(found) == [("w.jsonl", "4 rows", "1 accepted, 3 refused")]
    assert [r.rule for r in found.refusals] == [
        "the line is longer than 16777216 bytes",
        "the line is no JSON (Expecting value)",
        "expected an object with the fields of a work",
    ]
    assert peak < 140 << 20


def test_a_field_nobody_has_heard_of_is_told_once(tmp_path):
    works = [
        json.loads(line) | {"aura": n} for n, line in enumerate((MADE / "works.jsonl").read_text().splitlines()[:2])
    ]
    path = tmp_path / "w.jsonl"
    path.write_text("\n".join(map(json.dumps, works)))
    (refusal,) = read(path).refusals
    assert (refusal.row, refusal.column) == ("w.jsonl line 1", "aura")


def test_a_title_that_a_spreadsheet_would_run_is_made_harmless(tmp_path):
    path = tmp_path / "w.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([["id", "publication_year", "title"], ["W7", "2020", "=cmd|' /C calc'!A0"]])
    (work,) = records(read(path), "work")
    assert (work["title"], work["work_type"]) == ("cmd|' /C calc'!A0", "other")


@pytest.mark.parametrize(
    ("file", "rows"),
    [("hakai_2026/works.parquet", 1684), ("hakai_2026/candidates.csv", 1684), ("geosciences_2026/works.csv", 3848)],
)
def test_the_real_files_of_works_are_read_whole(shared, file, rows):
    path = shared / "data/openalex" / file
    if not path.is_file():
        pytest.skip(f"the folder of real data has no data/openalex/{file}")
    found = read(path)
    assert rows_of(found) == [(path.name, f"{rows} rows", f"{rows} accepted, 0 refused")]
    assert len(records(found, "work")) == rows


@pytest.mark.parametrize(
    ("folder", "source", "rows"),
    [
        (
            "hakai_2026",
            "openalex_programme",
            {
                "works.parquet": 1684,
                "candidates.csv": 1684,
                "verification.csv": 1684,
                "SOURCE.txt": 0,
                "verify_rubric.md": 0,
            },
        ),
        (
            "geosciences_2026",
            "openalex_department",
            {"works.csv": 3848, "work_topics.csv": 10644, "work_institutions.csv": 7456, "SOURCE.txt": 0},
        ),
    ],
)
def test_the_other_sources_say_of_each_real_file_how_many_rows_were_which(shared, folder, source, rows):
    from benchside import sources
    from benchside.registry import gather

    place = shared / "data/openalex" / folder
    if not place.is_dir():
        pytest.skip(f"the folder of real data has no data/openalex/{folder}")
    options = {"project": "p", "programme": "g", "counted_on": "2026-06"}
    options |= {"labeller": "language model"} if source == "openalex_programme" else {}
    found = gather(sources, "SOURCE")[source].read({p.name: p for p in place.iterdir()}, options)
    # Line counts of the files, as their SOURCE.txt lists them.
    assert {name: int(n.split()[0]) for name, n, _ in rows_of(found)} == rows
    assert {name: kept for name, _, kept in rows_of(found)} == {
        name: f"{n} accepted, 0 refused" if n else "passed by" for name, n in rows.items()
    }


def packed(name, content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (packed("w.csv", b"id,publication_year\n" + b"0" * (12 << 20)), "more than 200 to 1"),
        (packed("../w.csv", "id,publication_year\n"), "a path that leads out of the folder"),
    ],
)
def test_hostile_archives(tmp_path, content, message):
    (tmp_path / "w.zip").write_bytes(content)
    with pytest.raises(InputError, match=message):
        read(tmp_path / "w.zip")


def test_a_number_that_is_none_is_read_as_missing(tmp_path):
    # Python writes NaN for a missing number, which is no JSON; the work is no worse for it.
    work = json.loads((MADE / "works.jsonl").read_text().splitlines()[0]) | {"fwci": float("nan")}
    (tmp_path / "w.jsonl").write_text(json.dumps(work))
    found = read(tmp_path / "w.jsonl")
    assert rows_of(found) == [("w.jsonl", "1 rows", "1 accepted, 0 refused")]
    assert records(found, "work_score") == []


@pytest.mark.slow
def test_a_workbook_of_a_million_empty_rows_takes_little_memory(tmp_path):
    plain = tmp_path / "plain.xlsx"
    with xlsxwriter.Workbook(plain) as workbook:
        sheet = workbook.add_worksheet("S")
        sheet.write_row(0, 0, ["id", "publication_year", "title"])
        sheet.write_row(1, 0, ["W7", "2020", "Made"])
    empty = "".join(f'<row r="{n}"/>' for n in range(3, 1_000_003))
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(tmp_path / "w.xlsx", "w", zipfile.ZIP_DEFLATED) as file:
        for member in source.namelist():
            file.writestr(member, source.read(member).decode().replace("</sheetData>", f"{empty}</sheetData>"))
    tracemalloc.start()
    found = read(tmp_path / "w.xlsx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [w["work_id"] for w in records(found, "work")] == ["W7"]
    assert peak < 64 << 20
