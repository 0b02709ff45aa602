"""The three tables of a department: each work once, without types and so without scores."""

import csv

import pytest

from benchside.errors import BenchsideError, InputError
from benchside.sources.openalex.openalex_department import SOURCE

OPTIONS = {"project": "geo", "programme": "house", "counted_on": "2026-02"}
GOOD = {
    "work_id": "https://openalex.org/W1", "doi": "https://doi.org/10.1000/A", "author_openalex_id": "A1", "program": "",
    "first_author_last_name": "Curie", "all_authors": "Marie Curie", "title": "Sands", "publication_date": "2015-11-30", "year": "2015",
    "venue": "Basin", "citations": "7", "coauthor_openalex_ids": "A2|A3",
}  # fmt: skip


@pytest.fixture
def read(tmp_path):
    def run(*works, topics=(), institutions=(), **options):
        files = {}
        for name, rows in (
            ("works", [GOOD | w for w in works]),
            ("work_topics", topics),
            ("work_institutions", institutions),
        ):
            if not rows:
                continue
            path = files[f"{name}.csv"] = tmp_path / f"{name}.csv"
            with path.open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(rows[0]))
                writer.writeheader()
                writer.writerows(rows)
        return SOURCE.read(files, OPTIONS | options)

    return run


def records(extract, name):
    return [dict(zip(p.columns, row, strict=True)) for p in extract.tables.get(name, []) for row in p.rows]


def test_a_work_of_two_authors_of_the_department_comes_in_once(read):
    found = read({}, {"author_openalex_id": "A2"}, {"work_id": "https://openalex.org/W2", "doi": ""})
    assert [(w["work_id"], w["doi"], w["work_type"]) for w in records(found, "work")] == [
        ("W1", "10.1000/a", "other"),
        ("W2", "", "other"),
    ]
    assert [c["citations"] for c in records(found, "citation_count")] == ["7", "7"]
    assert [d.record for d in found.decisions if d.column == "work_id"] == ["W1"]
    assert records(found, "work_score") == []
    assert "Curie" not in str(found.tables)


def test_rows_that_disagree_about_a_work_are_refused(read):
    found = read({}, {"author_openalex_id": "A2", "citations": "8"})
    assert [(r.column, r.value) for r in found.refusals] == [("citations", "8")]
    assert [c["citations"] for c in records(found, "citation_count")] == ["7"]


def test_topics_share_a_work_and_institutions_stand_once(read):
    w = GOOD["work_id"]
    found = read(
        {},
        topics=[{"work_id": w, "topic_name": "Sand"}, {"work_id": w, "topic_name": "Rock"}, {"work_id": w[:-1] + "9", "topic_name": "Ice"}],
        institutions=[{"work_id": w, "institution_name": "Uni A"}, {"work_id": w, "institution_name": "Uni A"}],
    )  # fmt: skip
    assert [(f["field"], f["share"]) for f in records(found, "work_field")] == [
        ("Rock", "0.500000"),
        ("Sand", "0.500000"),
    ]
    assert [a["organisation_id"] for a in records(found, "authorship")] == ["oa-uni-a"]
    assert [r.table for r in found.refusals] == ["work_field"]


def test_that_there_are_no_types_is_said(read):
    (decision,) = [d for d in read({}).decisions if d.column == "work_type"]
    assert (decision.kept, decision.reason) == ("other", "1 works: without a type none is compared with others")


def test_a_preprint_is_known_by_its_doi(read):
    title = "Kelp forests of the northern coast"
    found = read(
        {"title": title},
        {"work_id": "W2", "title": title, "doi": "10.2139/ssrn.4", "year": "2014", "publication_date": "2014-05-05"},
    )
    assert [(m["work_id"], m["kept_id"], m["rule"]) for m in records(found, "work_merge")] == [
        ("W2", "W1", "version_of")
    ]


@pytest.mark.parametrize(
    ("options", "words"), [({"accept": "any"}, "Unknown option"), ({"project": ""}, "needs the options project")]
)
def test_wrong_options_are_said(read, options, words):
    with pytest.raises(BenchsideError, match=words):
        read({}, **options)


@pytest.mark.parametrize("name", ["works.xlsx", "authors.csv"])
def test_a_file_of_another_name_is_bad_input(tmp_path, name):
    with pytest.raises(InputError) as error:
        SOURCE.read({name: tmp_path / "kept"}, OPTIONS)
    assert str(error.value) == (
        f"{name}: not a file of openalex_department. Expected works.csv or works.parquet, work_topics.csv or work_topics.parquet, "
        "work_institutions.csv or work_institutions.parquet. Rename or remove it."
    )


def test_each_file_is_told_by_its_name_and_notes_are_passed_by(read, tmp_path):
    files = {"works.csv": tmp_path / "works.csv", "SOURCE.txt": tmp_path / "SOURCE.txt"}
    read({}, {"work_id": "https://openalex.org/W2", "doi": ""})
    files["SOURCE.txt"].write_text("where it is from")
    found = SOURCE.read(files, OPTIONS)
    said = {d.record: (d.found, d.kept) for d in found.decisions if (d.table, d.column) == ("(file)", "rows")}
    assert said == {"SOURCE.txt": ("0 rows", "passed by"), "works.csv": ("2 rows", "2 accepted, 0 refused")}
