"""The real works of a department: many, with topics and citations, without types."""

import csv
from collections import Counter
from statistics import median

import pytest

from benchside import main

FOLDER = "data/openalex/geosciences_2026"


@pytest.fixture(scope="module")
def files(shared):
    folder = shared / FOLDER
    if not folder.is_dir():
        pytest.skip(f"the folder of real data has no {FOLDER}")
    return folder


@pytest.fixture(scope="module")
def made(files, tmp_path_factory):
    folder = tmp_path_factory.mktemp("geosciences")
    (folder / "programme.toml").write_text(
        f'[[source]]\nid = "openalex_department"\npath = "{files.as_posix()}"\n'
        'project = "geosciences"\nprogramme = "department"\ncounted_on = "2026-02"\n',
        encoding="utf-8",
    )
    result = main.build(folder)
    desk = main.open_desk(folder)
    yield desk, result
    desk.build.close()


@pytest.fixture(scope="module")
def rows(files):
    with (files / "works.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_work_comes_in_once(made, rows):
    _, result = made
    # In this snapshot no work stands twice: 3848 rows, 3848 ids; 10 644 topics of 3751 works.
    assert (len(rows), len({r["work_id"] for r in rows})) == (3848, 3848)
    assert result.refused == 0
    assert [result.counts[t] for t in ("work", "project_work", "citation_count", "work_field")] == [
        3848,
        3848,
        3848,
        10644,
    ]
    assert "work_score" not in {t for t, n in result.counts.items() if n}


def test_citations_are_those_of_the_file_less_those_of_merged_records(made, rows):
    desk, result = made
    cited = {r["work_id"].rpartition("/")[2]: int(r["citations"]) for r in rows}
    merged = {r["work_id"] for r in desk.build.fetch(desk.build.history("work_merge"))}
    # 77 965 citations of 3848 works, the middle one cited 4 times.
    assert (sum(cited.values()), median(cited.values())) == (77965, 4)
    assert result.counts["work_merge"] == len(merged) == 49
    assert desk.one("publications").value == 3848 - 49
    assert desk.one("citations").value == 77965 - sum(cited[w] for w in merged)


def test_only_preprints_known_by_their_doi_are_merged_because_there_are_no_types(made, rows):
    desk, _ = made
    merges = desk.build.fetch(desk.build.history("work_merge"))
    assert {m["rule"] for m in merges} == {"version_of"}
    doi = {r["work_id"].rpartition("/")[2]: r["doi"].removeprefix("https://doi.org/") for r in rows}
    houses = Counter(doi[m["work_id"]].split("/")[0] for m in merges)
    # Working papers, earth science and physics preprints; data sets of one title are left apart.
    assert houses.most_common(1)[0][0] == "10.2139"
    assert not {"10.6084", "10.5281"} & set(houses)


def test_works_are_dated_and_placed_in_topics(made):
    desk, _ = made
    years = {f.cut: f.value for f in desk.ask("publications", by="year")}
    assert (min(years), max(years)) == ("1905", "2026")
    field = desk.build.table("work_field")
    sums = desk.build.fetch(field.group_by("work_id").agg(whole=field.share.sum()))
    assert (len(sums), {int(r["whole"]) for r in sums}) == (3751, {1_000_000})


def test_without_types_no_impact_is_computed(made):
    desk, _ = made
    assert desk.one("mncs").value is None
    assert desk.one("international_share").value is None
