"""Preparing a corpus: every form of input, what is refused, what is left out, going on after an interruption."""

import csv
import gzip
import json
from pathlib import Path

import duckdb
import pytest

import benchside.corpus.prepare as door
from benchside.corpus.prepare import prepare
from benchside.corpus.preparing import rules, years
from benchside.corpus.preparing import stage as staging
from benchside.errors import InputError, UsageError


def work(number: int, **more) -> dict:
    """A work of two topics of subfield 28 and one of 27."""
    topics = [
        {"id": f"T{n}", "subfield": {"id": f"https://openalex.org/subfields/{s}"}}
        for n, s in ((1, 28), (2, 28), (3, 27))
    ]
    return {
        "id": f"https://openalex.org/W{number}", "publication_year": 2010 + number % 2, "type": "article",
        "cited_by_count": number, "topics": topics,
    } | more  # fmt: skip


def lines(*works) -> bytes:
    return b"".join((w if isinstance(w, bytes) else json.dumps(w).encode()) + b"\n" for w in works)


def rows(corpus: Path) -> list[tuple]:
    return duckdb.sql(
        f"SELECT work_id, year, type, field, weight, citations FROM read_parquet('{corpus}/year=*/*.parquet', hive_partitioning=true) ORDER BY ALL"
    ).fetchall()


def refused(corpus: Path) -> list[tuple[str, str, str]]:
    with (corpus / "refused.csv").open(encoding="utf-8", newline="") as file:
        return [(r["file"], r["place"], r["rule"].split(":")[0]) for r in csv.DictReader(file)]


def test_a_work_belongs_to_a_field_with_the_share_of_its_topics(tmp_path):
    (tmp_path / "w.jsonl").write_bytes(lines(work(5)))
    prepare(tmp_path / "w.jsonl", tmp_path / "out")
    # One of three topics is of subfield 27, two of 28.
    assert rows(tmp_path / "out") == [("W5", 2011, "article", "27", 1 / 3, 5), ("W5", 2011, "article", "28", 2 / 3, 5)]


def test_all_forms_of_the_same_works_give_the_same_content(tmp_path):
    works = [work(n) for n in range(30)]
    sources = {
        name: tmp_path / name
        for name in ("a.jsonl", "b.jsonl.gz", "c.json", "d.parquet", "e.parquet", "plain", "odd.jsonl")
    }
    sources["a.jsonl"].write_bytes(lines(*works))
    # Two gzip files one after the other are one file.
    sources["b.jsonl.gz"].write_bytes(gzip.compress(lines(*works[:9])) + gzip.compress(lines(*works[9:])))
    sources["c.json"].write_text(json.dumps({"meta": {}, "results": works}, indent=1))
    # An empty line sends the file the careful way.
    sources["odd.jsonl"].write_bytes(lines(*works[:9], b"", *works[9:]))
    duckdb.sql(f"COPY (FROM read_json('{sources['a.jsonl']}')) TO '{sources['d.parquet']}'")
    made = prepare(sources["a.jsonl"], tmp_path / "first")
    listed = rows(tmp_path / "first")
    duckdb.sql(
        f"COPY (SELECT * FROM read_parquet('{tmp_path}/first/year=*/*.parquet', hive_partitioning=true)) TO '{sources['e.parquet']}'"
    )
    sources["plain"].mkdir()
    for name, columns, cells in (
        ("works", ("work_id", "year", "type", "citations"), sorted({(r[0], r[1], r[2], r[5]) for r in listed})),
        ("work_fields", ("work_id", "field", "weight"), [(r[0], r[3], repr(r[4])) for r in listed]),
    ):
        with (sources["plain"] / f"{name}.csv").open("w", newline="") as file:
            csv.writer(file).writerows([columns, *cells])
    hashes = {n: prepare(s, tmp_path / f"of-{n}")["content_hash"] for n, s in sources.items()}
    assert set(hashes.values()) == {made["content_hash"]}, hashes
    assert made["works"] == 30
    assert made["rows"] == 60
    assert not made["refused"]


def test_what_cannot_be_taken_is_told_with_file_and_line(tmp_path):
    source = tmp_path / "in"
    source.mkdir()
    packed = gzip.compress(lines(*(work(n) for n in range(1000, 3000))))
    (source / "a.jsonl").write_bytes(
        lines(work(1), b"{broken", work(2, cited_by_count=-1), work(3, publication_year=None), work(4, topics=[]),
              work(1), b"null", work(5, publication_year=20.5), work(6, id=None), b"\xff", work(7, cited_by_count=None))
    )  # fmt: skip
    (source / "b.jsonl").write_bytes(lines(work(1, cited_by_count=99), work(8)))
    (source / "c.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    made = prepare(source, tmp_path / "out")
    told = refused(tmp_path / "out")
    assert told[:7] == [
        ("a.jsonl", "2", "not JSON that can be read"), ("a.jsonl", "3", "the citations are below zero"),
        ("a.jsonl", "6", rules.SAME_ID), ("a.jsonl", "7", "expected a JSON object"),
        ("a.jsonl", "8", "the year is not a whole number"), ("a.jsonl", "9", "the work has no id"),
        ("a.jsonl", "10", "not JSON that can be read"),
    ]  # fmt: skip
    assert told[7][0] == "c.jsonl.gz"
    assert "ends early" in told[7][2]
    assert told[8:] == [("b.jsonl", "", rules.SAME_ID)]
    assert made["left_out"] == {"without citations": 1, "without field": 1, "without year": 1}
    kept = rows(tmp_path / "out")
    assert [r[5] for r in kept if r[0] == "W1"] == [1, 1]
    # Lines are numbered from 1: all before the one where the file breaks off are there, two rows each; so are W1 and W8.
    assert len(kept) == 2 * (int(told[7][1]) - 1 + 2)


def test_large_works_are_kept(tmp_path):
    forty = [{"id": f"T{n}", "subfield": {"id": n}} for n in range(40)]
    (tmp_path / "w.jsonl").write_bytes(
        lines(work(1, topics=forty), work(2, authorships=[{"author": {}}] * 5000), work(3, abstract="x" * 50_000_000))
    )
    made = prepare(tmp_path / "w.jsonl", tmp_path / "out")
    assert made["works"] == 3
    assert made["refused"] == {}
    of_forty = [r[4] for r in rows(tmp_path / "out") if r[0] == "W1"]
    assert len(of_forty) == 40
    assert sum(of_forty) == pytest.approx(1, abs=1e-12)


def test_an_interrupted_run_goes_on_and_ends_the_same(tmp_path, monkeypatch):
    source = tmp_path / "in"
    source.mkdir()
    for n in range(3):
        (source / f"{n}.jsonl").write_bytes(lines(*(work(i) for i in range(10 * n, 10 * n + 12))))
    whole = prepare(source, tmp_path / "whole")
    write_year, take = years.write_year, staging._take
    staged = []

    def stop(*_):
        raise KeyboardInterrupt

    def watch(engine, of, settings):
        staged.append(of.name)
        if len(staged) == 2:
            stop()
        return take(engine, of, settings)

    # One after another, so that it is known which is the second.
    monkeypatch.setattr(door.os, "cpu_count", lambda: 1)
    monkeypatch.setattr(staging, "_take", watch)
    monkeypatch.setattr(years, "write_year", stop)
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            prepare(source, tmp_path / "out")
    monkeypatch.setattr(years, "write_year", write_year)
    assert prepare(source, tmp_path / "out") == whole
    # Broken off in the second file: the first is not read again; broken off before the years: no file is.
    assert staged == ["0.jsonl", "1.jsonl", "1.jsonl", "2.jsonl"]
    assert (tmp_path / "out/refused.csv").read_text() == (tmp_path / "whole/refused.csv").read_text()
    assert not (tmp_path / "out/.staging").exists()


def test_what_is_not_ours_is_left_alone(tmp_path):
    (tmp_path / "w.jsonl").write_bytes(lines(work(1)))
    with pytest.raises(UsageError, match="holds something that is no corpus"):
        prepare(tmp_path / "w.jsonl", tmp_path)
    prepare(tmp_path / "w.jsonl", tmp_path / "out")
    with pytest.raises(UsageError, match="other inputs or settings"):
        prepare(tmp_path / "w.jsonl", tmp_path / "out", fields="topic")
    with pytest.raises(UsageError, match="Known: domain, field, subfield, topic"):
        prepare(tmp_path / "w.jsonl", tmp_path / "new", fields="journal")
    (tmp_path / "x.parquet").write_bytes(b"PAR1")
    with pytest.raises(InputError, match="could not be read as Parquet"):
        prepare(tmp_path / "x.parquet", tmp_path / "new")


def test_fields_of_works_that_are_not_there_are_told(tmp_path):
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "works.csv").write_text("work_id,year,type,citations\na,2010,article,3\n")
    (folder / "work_fields.csv").write_text("work_id,field,weight\na,F,1\nghost,F,1\n")
    made = prepare(folder, tmp_path / "out")
    assert made["refused"] == {"no such work in works.csv": 1}
    assert "ghost, F" in (tmp_path / "out/refused.csv").read_text()
