"""The rules by which citations are counted: worked by hand, and against the indicator that counts them another way."""

import csv
import json
import random
import subprocess
import sys
from pathlib import Path

import duckdb
import ibis
import pytest

from benchside.corpus import measure, open_corpus
from benchside.corpus.prepare import prepare
from benchside.corpus.preparing import citing
from benchside.corpus.preparing.settings import CitationRule
from benchside.errors import UsageError
from tests.unit.corpus.test_prepare import lines, refused, work

EDGES = CitationRule("edges")


def counted(source: Path, out: Path, rule: CitationRule) -> tuple[dict, dict]:
    """Citations by work, and the manifest."""
    made = prepare(source, out, citations=rule)
    found = duckdb.sql(f"SELECT DISTINCT work_id, citations FROM read_parquet('{out}/year=*/*.parquet')").fetchall()
    return dict(found), made


def citing_work(number: int, year: int | None, refs: list, authors: list = (), **more) -> dict:
    authorships = [{"author": {"id": f"https://openalex.org/A{a}"}} for a in authors]
    return work(number, publication_year=year, referenced_works=refs, authorships=authorships, **more)


def by_hand(folder: Path) -> Path:
    """Works 1 (2010), 2 (2012), 3 (2009), 4 (no year), 5 (2015, no field) and 6 (2015) in three files."""
    folder.mkdir()
    (folder / "a.jsonl").write_bytes(lines(
        citing_work(1, 2010, ["W2", "W1", None, ""], [7]),
        citing_work(2, 2012, ["https://openalex.org/W1", "W1", "https://openalex.org/works/W1", "W99"], [7, 8]),
    ))  # fmt: skip
    (folder / "b.jsonl").write_bytes(lines(
        citing_work(3, 2009, ["W1"], [9]), citing_work(4, None, ["W1"], [9]), citing_work(5, 2015, ["W1", "W2"], [8], topics=[]),
    ))  # fmt: skip
    # The second work 3 is not taken, nor what it cites; 6 is.
    (folder / "c.jsonl").write_bytes(lines(citing_work(3, 2009, ["W2", "W6"], [9]), citing_work(6, 2015, ["W2"], [1])))
    return folder


def test_edges_worked_by_hand(tmp_path):
    found, made = counted(by_hand(tmp_path / "in"), tmp_path / "out", EDGES)
    # 1 is cited by 2 (three times: once), 3, 4 and 5, not by itself; 2 by 1, 5 and 6.
    assert found == {"W1": 4, "W2": 3, "W3": 0, "W6": 0}
    # Listed: two of 1, four of 2, one each of 3, 4 and 6, two of 5. 1 and 2 cite each other; W99 is not there.
    assert made["references"] == {
        "listed": 11, "repeated": 2, "to itself": 1, "to works not here": 1, "outside the window": 0,
        "self-citations": 0, "counted": 7, "mutual": 1,
    }  # fmt: skip
    assert made["citations"] == {"from": "edges", "window": None, "self_citations": True}
    assert refused(tmp_path / "out") == [("c.jsonl", "", "another work with the same id stands before it")]


def test_edges_within_a_window_and_without_common_authors(tmp_path):
    source = by_hand(tmp_path / "in")
    # Three years from 2010 are 2010 to 2012: 2 counts, 3 was before, 4 has no year, 5 is late. 2: 1 was before, 5 and 6 in its 4th year.
    found, made = counted(source, tmp_path / "three", CitationRule("edges", 3))
    assert found == {"W1": 2, "W2": 1, "W3": 0, "W6": 0}
    assert (made["references"]["outside the window"], made["references"]["counted"]) == (4, 3)
    # Author 7 wrote 1 and 2, author 8 wrote 2 and 5.
    found, made = counted(source, tmp_path / "others", CitationRule("edges", None, False))
    assert found == {"W1": 3, "W2": 1, "W3": 0, "W6": 0}
    assert made["references"]["self-citations"] == 3
    found, made = counted(source, tmp_path / "both", CitationRule("edges", 3, False))
    assert found == {"W1": 1, "W2": 0, "W3": 0, "W6": 0}
    assert [made["references"][k] for k in ("outside the window", "self-citations", "counted")] == [4, 2, 1]


def drawn_tables(folder: Path, seed: int) -> Path:
    dice = random.Random(seed)
    folder.mkdir()
    ids = [f"W{n}" if n % 3 else f"x{n}" for n in range(60)]
    works = [(w, dice.choice(["", 2008, 2009, 2010, 2012, 2015]), "article", "") for w in ids]
    edges = [(dice.choice(ids), dice.choice([*ids, "ghost"])) for _ in range(500)]
    authors = [
        (w, f"A{dice.randrange(40)}" if dice.random() < 0.8 else "", "FR")
        for w in ids
        for _ in range(dice.randrange(3))
    ]
    for name, columns, rows in (
        ("works", ("work_id", "year", "type", "citations"), works),
        ("work_fields", ("work_id", "field", "weight"), [(w, "F", 1) for w in ids]),
        ("citations", ("citing_id", "cited_id"), edges),
        ("authorships", ("work_id", "author_id", "country"), authors),
    ):
        with (folder / f"{name}.csv").open("w", newline="") as file:
            csv.writer(file).writerows([columns, *rows])
    return folder


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("batch", [50_000_000, 40])
def test_edges_are_those_that_the_indicator_counts(tmp_path, monkeypatch, seed, batch):
    monkeypatch.setattr(citing, "PAIRS_AT_ONCE", batch)
    source = drawn_tables(tmp_path / "in", seed)
    corpus = open_corpus(source, ibis.duckdb.connect())
    for length in (None, 1, 3):
        for kept in (True, False):
            window = {"kind": "all"} if length is None else {"kind": "fixed", "length": length}
            window["self_citations"] = "include" if kept else "exclude"
            expected = measure(corpus, "citations", window=window)
            found, _ = counted(source, tmp_path / f"{length}{kept}", CitationRule("edges", length, kept))
            assert len(found) > 30
            assert sum(found.values()) > 20
            assert found == {w: expected[w] for w in found}


def test_citations_by_year_worked_by_hand(tmp_path):
    def cited(number: int, total: int | None, by_year: dict | None, **more) -> dict:
        counts = [{"year": y, "cited_by_count": n} for y, n in (by_year or {}).items()]
        return work(
            number,
            publication_year=2015,
            cited_by_count=total,
            counts_by_year=counts if by_year is not None else None,
            **more,
        )

    (tmp_path / "w.jsonl").write_bytes(lines(
        cited(1, 10, {2020: 1, 2017: 2, 2016: 3, 2015: 3, 2014: 1}), cited(2, 10, {2020: 1, 2016: 3}),
        cited(3, 0, None), cited(4, 0, {}), cited(5, 4, {2019: 4}), cited(6, None, {2016: 1}), cited(7, 3, None),
    ))  # fmt: skip
    found, made = counted(tmp_path / "w.jsonl", tmp_path / "out", CitationRule("by_year", 2))
    # 2015 and 2016, and what was dated before; 2 lists 4 of 10, 7 none of 3: unknown.
    assert found == {"W1": 7, "W3": 0, "W4": 0, "W5": 0}
    assert made["left_out"] == {"citations by year do not reach back": 2, "without citations": 1}
    # The careful reading (a page) and Parquet give the same.
    (tmp_path / "w.json").write_text(
        json.dumps({"results": [json.loads(line) for line in (tmp_path / "w.jsonl").read_text().splitlines()]})
    )
    duckdb.sql(f"COPY (FROM read_json('{tmp_path}/w.jsonl')) TO '{tmp_path}/w.parquet'")
    for name in ("w.json", "w.parquet"):
        again = prepare(tmp_path / name, tmp_path / f"of-{name}", citations=CitationRule("by_year", 2))
        assert again["content_hash"] == made["content_hash"], name


def test_every_form_gives_the_same_edges(tmp_path):
    works = [
        citing_work(n, 2010 + n % 4, [f"W{(7 * n + k) % 45}" for k in range(n % 6)], [n % 5, n % 7]) for n in range(40)
    ]
    (tmp_path / "a.jsonl").write_bytes(lines(*works))
    (tmp_path / "b.json").write_text(json.dumps({"results": works}))
    duckdb.sql(f"COPY (FROM read_json('{tmp_path}/a.jsonl')) TO '{tmp_path}/c.parquet'")
    rule = CitationRule("edges", 2, False)
    made = [prepare(tmp_path / n, tmp_path / f"of-{n}", citations=rule) for n in ("a.jsonl", "b.json", "c.parquet")]
    assert made[0]["references"]["counted"] > 5
    for other in made[1:]:
        assert (other["content_hash"], other["references"]) == (made[0]["content_hash"], made[0]["references"])


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (("totals",), "Unknown way to count citations 'totals'. Did you mean 'total'"),
        (("total", 4), "A total of citations has no window. Count them by_year or from edges"),
        (("by_year",), r"need a window: name its length in years \(--window 4\)"),
        (("edges", 0), "The window is 0, expected years from 1"),
        (("total", None, False), "Citations counted as total cannot leave out self-citations. Count them from edges."),
        (("by_year", 3, False), "Citations counted as by_year cannot leave out self-citations"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(rule, told):
    with pytest.raises(UsageError, match=told):
        CitationRule(*rule)


def test_inputs_without_what_the_rule_needs_are_refused(tmp_path):
    tables = tmp_path / "tables"
    tables.mkdir()
    (tables / "works.csv").write_text("work_id,year,type,citations\na,2010,article,3\n")
    duckdb.sql(
        f"COPY (SELECT 'W1' AS id, 2010 AS publication_year, 'article' AS type, 1 AS cited_by_count) TO '{tmp_path}/w.parquet'"
    )
    for source, rule, told in (
        (
            tables,
            CitationRule("by_year", 3),
            "plain tables bring no citations by year. Count edges with a window instead.",
        ),
        (
            tables,
            EDGES,
            r"has no citations\.csv\. Put it beside works\.csv \(citing_id, cited_id\), or count the total\.",
        ),
        (
            tmp_path / "w.parquet",
            EDGES,
            "has no column referenced_works, which citations counted as edges need. Count the total",
        ),
        (tmp_path / "w.parquet", CitationRule("by_year", 3), "has no column counts_by_year"),
    ):
        with pytest.raises(UsageError, match=told):
            prepare(source, tmp_path / "out", citations=rule)
    (tables / "citations.csv").write_text("citing_id,cited_id\na,b\nghost,a\n,a\n")
    with pytest.raises(UsageError, match=r"has no authorships\.csv, without which self-citations cannot be told"):
        prepare(tables, tmp_path / "out", citations=CitationRule("edges", None, False))
    made = prepare(tables, tmp_path / "out", citations=EDGES)
    assert made["refused"] == {"expected citing_id and cited_id": 1, "no such work in works.csv": 1}
    assert made["references"]["to works not here"] == 1


def test_the_command_takes_the_rule(tmp_path):
    by_hand(tmp_path / "in")
    words = [sys.executable, "-m", "benchside", "corpus", "prepare", str(tmp_path / "in"), "-o", str(tmp_path / "out")]
    wrong = subprocess.run([*words, "--without-self"], capture_output=True, text=True, check=False)
    assert wrong.returncode == 2
    assert "Count them from edges" in wrong.stderr
    done = subprocess.run(
        [*words, "--citations", "edges", "--window", "3", "--without-self"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "out/manifest.json").read_text())["citations"] == {
        "from": "edges",
        "window": 3,
        "self_citations": False,
    }
    assert "references: counted" in done.stdout
