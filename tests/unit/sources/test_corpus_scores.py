"""Score files become scores of works, or of comparison groups."""

import json

import pytest

from benchside.errors import BenchsideError
from benchside.sources.openalex.corpus_scores import SOURCE

OPTIONS = {"method": "Benchside, subfields", "database": "OpenAlex 2026-06", "scored_on": "2026-06-30"}
HEAD = "work_id,year,type,citations,expected,ncs,p_top10,p_top1,fields,weights,cells"
GROUP = {"groups": {"eu28": {"title": "EU-28", "rule": "an address in a member state"}}}


@pytest.fixture
def read(tmp_path):
    def run(files, **options):
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        return SOURCE.read({name: tmp_path / name for name in files}, OPTIONS | options)

    return run


def records(extract, name):
    return [dict(zip(p.columns, row, strict=True)) for p in extract.tables.get(name, []) for row in p.rows]


def test_scores_are_taken_to_the_millionth_and_a_work_in_no_cell_has_none(read):
    rows = f"{HEAD}\nhttps://openalex.org/W1,2014,article,12,5.5,2.18181818,0.30000000000000004,0,A|B,250000|750000,90\nW2,,,,,,,,,,\n"
    found = read({"s.csv": rows})
    (score,) = records(found, "work_score")
    assert (score["work_id"], score["ncs"], score["top10"], score["top1"]) == ("W1", "2.181818", "0.300000", "0.000000")
    assert (score["citations"], score["method"], score["scored_on"]) == ("12", "Benchside, subfields", "2026-06-30")
    assert [(d.record, d.kept) for d in found.decisions] == [("W2", "no record")]


def test_a_file_with_groups_gives_groups_and_their_scores(read):
    rows = f"{HEAD},group\nW1,2014,book-chapter,12,5.5,2.5,1,0,A|B,250000|750000,90,eu28\nW2,2014,article,1,1,1,0,0,A,1000000,9,mars\n"
    found = read({"b.csv": rows, "b.json": json.dumps({"group": "eu28", "works": 4100000})}, **GROUP)
    (group,) = records(found, "benchmark_group")
    assert (group["title"], group["works"]) == ("EU-28", "4100000")
    (score,) = records(found, "benchmark_score")
    assert (score["item"], score["field"], score["work_type"], score["year"]) == ("W1", "B", "book_chapter", "2014")
    assert [(r.column, r.value) for r in found.refusals] == [("group", "mars")]


def test_what_is_no_score_is_refused(read):
    found = read({"s.csv": "work_id,ncs,p_top10,p_top1\nW1,nan,0,0\nW2,-1,0,0\nW3,1,x,0\n"})
    assert [r.value for r in found.refusals] == ["nan", "-1", "1"]
    assert records(found, "work_score") == []


@pytest.mark.parametrize(
    ("files", "options", "words"),
    [
        ({"s.csv": "work_id,ncs\n"}, {}, "missing columns: p_top10, p_top1"),
        ({"s.xlsx": ""}, {}, "neither CSV nor Parquet"),
        ({"s.json": "{"}, {}, "does not describe a comparison group"),
        ({"s.csv": HEAD + "\n"}, {"method": ""}, "method = ''"),
        ({"s.csv": HEAD + "\n"}, {"metod": "x"}, "Did you mean 'method'"),
        ({"s.csv": HEAD + "\n"}, {"groups": {"eu28": {"title": "EU"}}}, "needs rule"),
    ],
)
def test_what_cannot_be_read_is_said(read, files, options, words):
    with pytest.raises(BenchsideError) as error:
        read(files, **options)
    assert words in str(error.value)
