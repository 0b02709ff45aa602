"""Made records of works in the shape of Crossref become works, projects' works, citations and notes."""

import doctest
import gzip
import json

import pytest

from benchside.errors import InputError, UsageError
from benchside.sources.crossref import register
from benchside.sources.crossref.crossref_works import SOURCE
from tests.unit.sources.made_programme import FIXTURES, all_text, built, by_key, of_files, records

PAGE, LINES = FIXTURES / "crossref/works_page.json", FIXTURES / "crossref/works.jsonl"
NUMBERS = {"115001": "alpha", "115002": "beta", "10.5555/grant.115002": "beta", "MR/K1/1": "alpha"}
OPTIONS = {"as_of": "2024-06-01", "project_ids": NUMBERS, "funders": ["10.13039/501100000780"]}
TOML = """as_of = "2024-06-01"
funders = ["10.13039/501100000780"]
project_ids = { 115001 = "alpha", 115002 = "beta", "10.5555/grant.115002" = "beta", "MR/K1/1" = "alpha" }"""


def read(*paths, **options):
    return SOURCE.read({path.name: path for path in paths}, OPTIONS | options)


def one(folder, record, **options):
    path = folder / "one.json"
    path.write_text(
        json.dumps(
            {
                "status": "ok",
                "message-type": "work",
                "message": {"DOI": "10.5555/x", "type": "journal-article"} | record,
            }
        )
    )
    return read(path, **options)


def work(extract, number):
    return by_key(extract, "work")[f"crossref:10.5555/made.{number}"]


def test_titles_types_journals_and_dates_are_read():
    extract = read(PAGE, LINES)
    first = work(extract, 1)
    assert (first["title"], first["journal"], first["issn"]) == (
        "Kinetics of CO2 in E. coli & yeast",
        "Genes & Made Development",
        "0028-0836",
    )
    assert (first["doi"], first["work_type"], first["published_on"]) == ("10.5555/made.1", "article", "2015-03-02")
    assert (work(extract, 2)["title"], work(extract, 2)["published_on"]) == ("In vitro p < 0.05", "2016")
    assert (work(extract, 6)["work_type"], work(extract, 6)["journal"]) == ("preprint", "")
    assert work(extract, 8)["title"] == "cmd|' /C calc'!A0"
    assert work(extract, 8)["published_on"] == ""
    assert work(extract, 18)["work_type"] == "conference_paper"


def test_a_work_belongs_to_the_projects_whose_grants_it_names():
    ties = {
        (t["project_id"], t["work_id"].rpartition(".")[2], t["found_by"]) for t in records(read(PAGE), "project_work")
    }
    # 2 names both grants, 7 the grant's DOI, 8 writes MR/K1/1 with hyphens; 3 names 115001 of another funder.
    assert ties == {
        ("alpha", "1", "grant_number"), ("alpha", "2", "grant_number"), ("beta", "2", "grant_number"), ("beta", "4", "grant_number"),
        ("alpha", "6", "grant_number"), ("beta", "7", "grant_number"), ("alpha", "8", "grant_number"),
    }  # fmt: skip


def test_without_funders_the_number_alone_counts_and_the_work_of_another_funder_is_said_otherwise():
    assert ("alpha", "crossref:10.5555/made.3") in {
        (t["project_id"], t["work_id"]) for t in records(read(PAGE, funders=[]), "project_work")
    }
    (said,) = [d for d in read(PAGE).decisions if "another funder's name" in d.reason]
    assert said.found == "115001, Made Foundation"


@pytest.mark.parametrize("name", ["european commission", "501100000780", "https://doi.org/10.13039/501100000780"])
def test_a_funder_is_known_by_any_of_its_names(name):
    assert len(records(read(PAGE, funders=[name]), "project_work")) == 7


def test_a_retracted_work_stays_with_a_note_and_the_notice_is_no_article():
    extract = read(PAGE)
    assert work(extract, 4)["note"] == "retracted on 2018-02-01 by the notice 10.5555/made.5"
    assert (work(extract, 4)["work_type"], work(extract, 5)["work_type"]) == ("article", "other")
    assert any(d.record == "crossref:10.5555/made.4" and "the work stays" in d.reason for d in extract.decisions)


def test_a_preprint_and_the_work_it_became_are_one():
    (merge,) = records(read(PAGE), "work_merge")
    assert (merge["work_id"], merge["kept_id"], merge["rule"]) == (
        "crossref:10.5555/made.6",
        "crossref:10.5555/made.7",
        "version_of",
    )
    assert (merge["verdict"], merge["decided_on"]) == ("same", "2024-06-01")


def test_citations_are_dated_and_a_missing_count_is_not_nought(tmp_path):
    counts = {c["work_id"].rpartition(".")[2]: c["citations"] for c in records(read(PAGE), "citation_count")}
    assert (counts["1"], counts["2"], counts["3"]) == ("12", "3", "0")
    assert {(c["database"], c["census_on"]) for c in records(read(PAGE), "citation_count")} == {
        ("Crossref", "2024-06-01")
    }
    assert records(one(tmp_path, {}), "citation_count") == []
    assert [r.column for r in one(tmp_path, {"is-referenced-by-count": -1}).refusals] == ["is-referenced-by-count"]


def test_a_licence_is_noted_and_says_nothing_of_open_access():
    first = work(read(PAGE), 1)
    assert first["note"] == "licence https://creativecommons.org/licenses/by/4.0/ (vor)"
    assert "open_access" not in first


def test_authors_leave_their_organisations_and_no_names():
    extract = read(PAGE, LINES)
    (author,) = records(extract, "authorship")
    assert (author["work_id"], author["position"], author["organisation_id"]) == (
        "crossref:10.5555/made.1",
        "1",
        "crossref-ror-0zzz1zz12",
    )
    (organisation,) = records(extract, "organisation")
    assert (organisation["name"], organisation["ror"]) == ("Made University", "0zzz1zz12")
    assert "Author" not in all_text(extract)


def test_every_record_is_accepted_or_refused_with_its_reason():
    extract = read(PAGE, LINES)
    assert of_files(extract) == {"works.jsonl": (10, 3, 7), "works_page.json": (8, 8, 0)}
    lost = {r.row: (r.column, r.rule.split(";")[0]) for r in extract.refusals if not r.row.endswith("record 7")}
    assert {row.removeprefix("works.jsonl record "): why for row, why in lost.items() if not why[1].startswith("the line")} == {
        "2": ("type", "a grant is no work"), "3": ("type", "holds works and is none itself"), "4": ("type", "unknown type of work"),
        "5": ("DOI", "expected a DOI such as 10.1000/182, without the resolver's address"), "6": ("DOI", "the work stands already"),
        "9": ("(record)", "expected an object"),
    }  # fmt: skip
    assert lost["works.jsonl record 8"][1].startswith("the line is no JSON")
    assert all(r.do for r in extract.refusals)


def test_values_that_are_wrong_are_refused_and_the_work_taken():
    extract = read(LINES)
    wrong = {(r.column, r.value) for r in extract.refusals if r.row == "works.jsonl record 7"}
    assert wrong == {("colour", "red"), ("ISSN", "0028-0837"), ("issued", "[[2015, 13]]")}
    assert (work(extract, 16)["issn"], work(extract, 16)["published_on"]) == ("", "")


def test_a_work_of_two_files_is_one_and_of_one_file_twice_is_refused(tmp_path):
    again = tmp_path / "again.json"
    again.write_bytes(PAGE.read_bytes())
    extract = read(PAGE, again)
    assert of_files(extract) == {"again.json": (8, 8, 0), "works_page.json": (8, 8, 0)}
    assert len(records(extract, "work")) == 8
    (said,) = [d for d in extract.decisions if "several files" in d.reason]
    assert said.record == "works_page.json record 1 and 7 more"


def test_a_part_of_the_public_data_file_is_read(tmp_path):
    path = tmp_path / "0.json.gz"
    path.write_bytes(gzip.compress(json.dumps({"items": json.loads(PAGE.read_text())["message"]["items"]}).encode()))
    assert of_files(read(path)) == {"0.json.gz": (8, 8, 0)}


@pytest.mark.parametrize(
    ("dates", "on"),
    [
        ({"published": {"date-parts": [[2020, 3]]}, "issued": {"date-parts": [[2019]]}}, "2020-03"),
        (
            {"published-online": {"date-parts": [[2020, 3]]}, "published-print": {"date-parts": [["2020", "2", "1"]]}},
            "2020-02-01",
        ),
        ({"published-print": {"date-parts": [[2020]]}, "published-online": {"date-parts": [[2020, 3]]}}, "2020-03"),
        ({"issued": {"date-parts": [[None]]}}, ""),
        ({"issued": {"date-parts": []}}, ""),
        ({"published": {"date-parts": [[2025, 1]]}}, "2024-06-01"),
        ({"published": {"date-parts": [[10**30]]}}, ""),
        ({"published": "2020"}, ""),
    ],
)
def test_dates_are_kept_as_exactly_as_they_are_known(tmp_path, dates, on):
    (found,) = records(one(tmp_path, dates), "work")
    assert found["published_on"] == on


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        ({"type": "posted-content", "subtype": "working_paper"}, "report"),
        ({"type": "posted-content"}, "other"),
        ({"type": "monograph"}, "book"),
        ({"update-to": [{"DOI": "10.5555/y", "type": "new_version"}]}, "article"),
        ({"update-to": [{"DOI": "10.5555/y", "type": "Corrigendum"}]}, "other"),
    ],
)
def test_types_become_those_of_the_model(tmp_path, record, kind):
    (found,) = records(one(tmp_path, record), "work")
    assert found["work_type"] == kind


def test_an_unknown_subtype_or_update_is_a_signal(tmp_path):
    assert [r.column for r in one(tmp_path, {"type": "posted-content", "subtype": "hologram"}).refusals] == ["subtype"]
    extract = one(tmp_path, {"update-to": [{"DOI": "10.5555/y", "type": "blessing"}]})
    assert [(r.column, r.value) for r in extract.refusals] == [("update-to", "blessing")]
    assert len(records(extract, "work")) == 1


def test_values_of_the_wrong_shape_are_refused_and_nothing_breaks(tmp_path):
    wrong = {"title": {"a": 1}, "author": ["x", {"affiliation": [7, {"id": "x"}]}], "funder": ["y", {"award": [{"z": 1}]}], "license": 5,
             "relation": ["r"], "update-to": "u", "ISSN": 5, "container-title": None}  # fmt: skip
    extract = one(tmp_path, wrong)
    assert {r.column for r in extract.refusals} == {
        "author",
        "affiliation",
        "id",
        "funder",
        "license",
        "update-to",
        "ISSN",
    }
    assert [w["title"] for w in records(extract, "work")] == ["[no title]"]


def test_a_wrong_ror_id_is_refused(tmp_path):
    author = {"affiliation": [{"name": "A", "id": [{"id": "https://ror.org/0zzz1zz13", "id-type": "ROR"}]}]}
    extract = one(tmp_path, {"author": [author]})
    assert [(r.column, r.value) for r in extract.refusals] == [("id", "0zzz1zz13")]
    assert records(extract, "authorship") == []


def test_options_that_are_wrong_are_told(tmp_path):
    for options, says in (
        ({"asof": "2024"}, "asof"), ({"as_of": "soon"}, "expected the day on which"), ({"project_ids": "x"}, "project_ids"), ({"funders": "EC"}, "expected a list of names"),
    ):  # fmt: skip
        with pytest.raises(UsageError, match=says):
            read(PAGE, **options)
    with pytest.raises(UsageError, match="as_of"):
        SOURCE.read({"a": PAGE}, {})


def test_files_without_records_are_told(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(InputError, match="No records of Crossref found"):
        read(tmp_path / "a.txt")
    (tmp_path / "failed.json").write_text(
        json.dumps({"status": "failed", "message-type": "validation-failure", "message": [{"type": "x"}]})
    )
    assert of_files(read(tmp_path / "failed.json")) == {"failed.json": (1, 0, 1)}


def test_a_programme_is_built_and_its_publications_counted(tmp_path):
    result, desk = built(tmp_path, "crossref_works", [PAGE, LINES, FIXTURES / "crossref/README.md"], TOML)
    # Refused: records 2, 3, 4, 5, 6, 8 and 9 of the lines; of record 7 single values.
    assert result.refused == 8
    # alpha: 1, 2, 6, 8, 11, 18; beta: 2, 4, 7. The preprint 6 is the work 7: 1, 2, 4, 7, 8, 11 and 18 are seven.
    assert desk.one("publications").value == 7
    assert {f.cut: f.value for f in desk.ask("publications", by="project")} == {"alpha": 6, "beta": 3}
    assert desk.one("citations").value == 12 + 3
    desk.build.close()


def test_the_examples_of_the_docstrings_hold():
    assert doctest.testmod(register).failed == 0
