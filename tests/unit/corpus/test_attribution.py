"""Works of a programme found by number, funder, identifier and title, in cases made to mislead."""

import csv
import gzip
import json

import ibis
import pytest

from benchside.corpus.attribution import Literature, Marks, find
from benchside.corpus.finding import find_in
from benchside.errors import InputError, UsageError

WORK = {"work_id": "string", "doi": "string", "pmid": "string", "title": "string", "year": "int64"}
AWARD = {"work_id": "string", "funder_id": "string", "funder_name": "string", "award_id": "string"}
TEXT = {"work_id": "string", "text": "string"}
IMI = ("IMI", "Innovative Medicines Initiative")


@pytest.fixture(scope="module")
def engine():
    engine = ibis.duckdb.connect()
    yield engine
    engine.disconnect()


def table(rows, schema):
    return ibis.memtable([tuple(r) for r in rows], schema=ibis.schema(schema))


@pytest.fixture
def found(engine):
    """`found(marks, works=…, awards=…, texts=…)` gives {(work, strategy)}."""

    def run(marks, works=(), awards=(), texts=()):
        literature = Literature(table(works, WORK), table(awards, AWARD), table(texts, TEXT))
        rows = engine.to_pyarrow(find(literature, marks)).to_pylist()
        return {(r["work_id"], r["strategy"]) for r in rows}

    return run


GRANTS = Marks(grants=(("btcure", "115142"),), names=IMI)


def test_a_number_of_the_programmes_funder_is_found_however_it_is_written(found):
    written = (
        "115142",
        "IMI-115142",
        "115142-1",
        "nº 115142",
        "GA 115142-2",
        "IMI/115142",
        "No.115142;",
        "115141,115142",
        "IMI115142.",
    )
    awards = [(f"W{n}", None, "Innovative Medicines Initiative", text) for n, text in enumerate(written)]
    assert found(GRANTS, awards=awards) == {(f"W{n}", "award_number") for n in range(len(written))}


def test_a_number_within_another_is_not_the_number(found):
    written = (
        "1151420",
        "2115142",
        "3.115142",
        "115142.5",
        "10.1000/115142",
        "115142-2233",
        "115142a",
        "115 142",
        "",
        None,
    )
    assert found(GRANTS, awards=[(f"W{n}", None, "IMI", text) for n, text in enumerate(written)]) == set()


def test_a_bare_number_of_another_funder_is_an_accident(found):
    awards = [
        ("W1", None, "National Science Foundation", "115142"),
        ("W2", None, None, "115142"),
        ("W3", None, None, "IMI2-115142"),
        ("W4", None, "Imidazole Society of SIMI", "115142"),
    ]
    assert found(GRANTS, awards=awards) == {("W3", "award_number")}


def test_the_funders_id_is_as_good_as_its_name(found):
    marks = Marks(grants=(("btcure", "115142"),), funders=(("btcure", "https://openalex.org/F4320332999"),))
    awards = [
        ("W1", "https://openalex.org/F4320332999", None, "115142"),
        ("W2", "https://openalex.org/f1", None, "115142"),
    ]
    assert found(marks, awards=awards) == {("W1", "award_number"), ("W1", "funder_id")}


def test_nine_digits_need_no_name(found):
    marks = Marks(grants=(("new", "101007873"),), names=IMI)
    assert found(marks, awards=[("W1", None, None, "101007873")], texts=[("W2", "grant 101007873.")]) == {
        ("W1", "award_number"),
        ("W2", "acknowledged_number"),
    }


def test_an_acknowledgement_must_name_the_programme_near_the_number(found):
    far = "x" * 300
    texts = [
        (
            "W1",
            "Support came from the Innovative  Medicines Initiative under grant agreements n° 115004, 115142 and 115151.",
        ),
        ("W2", "We bought antibody 115142 (Abcam). No funding."),
        ("W3", f"The IMI helped. {far} 115142 samples were taken."),
        ("W4", "Grant 115142 of the IMI."),
        ("W5", "Optimisation and similar words: 115142."),
        ("W6", "IMI, see doi 10.1000/115142"),
        ("W7", "Work of the IMI,\nline two: agreement 115142-1"),
    ]
    assert found(GRANTS, texts=texts) == {(w, "acknowledged_number") for w in ("W1", "W4", "W7")}


def test_several_projects_in_one_award_are_all_found(engine):
    marks = Marks(grants=(("a", "115004"), ("b", "115005"), ("c", "115006"), ("d", "115007")), names=IMI)
    awards = [("W1", None, "IMI", "115004, 115005; 115006/115007")]
    literature = Literature(table([], WORK), table(awards, AWARD), table([], TEXT))
    rows = engine.to_pyarrow(find(literature, marks)).to_pylist()
    # Digits on both sides of a slash cannot be told from parts of an identifier such as 10.1000/115007.
    assert {r["project_id"] for r in rows} == {"a", "b"}


def test_identifiers_are_found_however_they_are_written(found):
    marks = Marks(reported=({"project_id": "p", "doi": "10.1000/ABC"}, {"project_id": "p", "pmid": "23193287"}))
    works = [
        ("W1", "https://doi.org/10.1000/abc", None, "One", 2014),
        ("W2", None, "https://pubmed.ncbi.nlm.nih.gov/23193287", "Two", 2014),
        ("W3", "10.1000/abcd", "2319328", "Three", 2014),
        ("W4", "", "", "Four", 2014),
    ]
    assert found(marks, works=works) == {("W1", "reported_doi"), ("W2", "reported_pmid")}


def test_titles_are_found_without_their_signs_and_near_ones_are_only_near(found):
    marks = Marks(
        reported=({"project_id": "p", "title": "Otoliths of <i>Oncorhynchus nerka</i>: a proxy", "year": 2014},)
    )
    works = [
        ("W1", None, None, "Otoliths of Oncorhynchus nerka – a Proxy.", 2015),
        ("W2", None, None, "Otoliths of Oncorhynchus nerca: a proxy", 2014),
        ("W3", None, None, "Otoliths of Oncorhynchus nerka: a proxy", 2020),
        ("W4", None, None, "Otoliths of Salmo salar: a proxy", 2014),
        ("W5", None, None, "Otoliths of Oncorhynchus nerka: a proxy", None),
        ("W6", None, None, None, 2014),
    ]
    # 37 letters: three may differ. W2 differs in one, W4 in many; W3 is six years off; of W5 no year is known.
    assert found(marks, works=works) == {("W1", "title_exact"), ("W2", "title_near"), ("W5", "title_exact")}


def test_titles_that_many_works_bear_find_nothing(found):
    titles = ("Reply", "Erratum to the paper of last year", "Editorial for the new year", "Data set")
    marks = Marks(reported=tuple({"project_id": "p", "title": t} for t in titles))
    assert found(marks, works=[(f"W{n}", None, None, t, 2014) for n, t in enumerate(titles)]) == set()


def test_each_way_leaves_a_row_that_says_what_was_seen(engine):
    marks = Marks(grants=(("p", "115142"),), names=IMI, reported=({"project_id": "p", "doi": "10.1/x"},))
    literature = Literature(
        table([("W1", "10.1/X", None, "T", 2014)], WORK),
        table([("W1", None, "IMI", "IMI-115142")] * 2, AWARD),
        table([], TEXT),
    )
    rows = engine.to_pyarrow(find(literature, marks).order_by("strategy")).to_pylist()
    assert [tuple(r.values()) for r in rows] == [
        ("p", "W1", "grant_number", "award_number", "IMI-115142"),
        ("p", "W1", "doi", "reported_doi", "10.1/x"),
    ]


def openalex(number, **more):
    return {"id": f"https://openalex.org/W{number}", "title": "A title", "publication_year": 2014} | more


def test_files_of_openalex_are_searched_and_what_is_no_work_is_counted(tmp_path):
    lines = [
        json.dumps(openalex(1, awards=[{"funder_display_name": "IMI", "funder_award_id": "115142"}])),
        json.dumps(openalex(2, grants=[{"funder_display_name": "IMI", "award_id": "115142-1"}])),
        "{broken",
        json.dumps(openalex(3, ids={"pmid": "https://pubmed.ncbi.nlm.nih.gov/7"}, acknowledgement="IMI grant 115142")),
        json.dumps({"title": "no id"}),
        json.dumps(openalex(4, awards=None, title=None)),
    ]
    text = "\n".join(lines).encode()
    (tmp_path / "a.jsonl").write_bytes(text)
    (tmp_path / "part.jsonl.gz").write_bytes(gzip.compress(text))
    marks = Marks(grants=GRANTS.grants, names=IMI, reported=({"project_id": "btcure", "pmid": "7"},))
    plain, told = (find_in(tmp_path / name, tmp_path / "c.csv", marks) for name in ("a.jsonl", "part.jsonl.gz"))
    assert plain == told
    assert told == {
        "works": 4,
        "passed_by": 2,
        "found": {"acknowledged_number": 1, "award_number": 2, "reported_pmid": 1},
    }
    head, *rows = (tmp_path / "c.csv").read_text(encoding="utf-8").splitlines()
    assert head == "project_id,work_id,found_by,strategy,note"
    assert rows[0] == "btcure,W1,grant_number,award_number,115142"


def test_no_cell_of_the_candidates_begins_a_formula_and_each_is_read_as_it_was(tmp_path):
    hostile = ("=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "-1+1", "\t=1", "\r=1")
    works = [openalex(n, id=f"{text}W{n}", doi=f"10.1/{n}") for n, text in enumerate(hostile)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, works)), encoding="utf-8")
    reported = tuple({"project_id": "=p", "doi": f"10.1/{n}"} for n in range(len(hostile)))
    find_in(tmp_path / "a.jsonl", tmp_path / "c.csv", Marks(reported=reported))
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    cells = [cell for row in rows for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    # Readers of the model's tables drop blanks at both ends of a cell, and no tab or carriage return.
    assert sorted(row["work_id"].strip(" \u00a0") for row in rows) == sorted(work["id"] for work in works)
    assert {row["project_id"] for row in rows} == {"\u00a0=p"}


def test_parquet_without_awards_is_searched_by_what_it_has(tmp_path):
    engine = ibis.duckdb.connect()
    engine.to_parquet(
        table([("W9", "10.1/x")], {"id": "string", "doi": "string"}).mutate(
            title=ibis.literal("T"), publication_year=2014
        ),
        tmp_path / "w.parquet",
    )
    engine.disconnect()
    told = find_in(tmp_path, tmp_path / "c.csv", Marks(reported=({"project_id": "p", "doi": "10.1/X"},)))
    assert told == {"works": 1, "passed_by": 0, "found": {"reported_doi": 1}}


def test_what_cannot_be_searched_is_said(tmp_path):
    with pytest.raises(InputError, match="does not exist"):
        find_in(tmp_path / "none.jsonl", tmp_path / "c.csv", Marks())
    with pytest.raises(InputError, match="no file ends in"):
        find_in(tmp_path, tmp_path / "c.csv", Marks())
    with pytest.raises(UsageError, match=r"expected \.csv"):
        find_in(tmp_path, tmp_path / "c.txt", Marks())
