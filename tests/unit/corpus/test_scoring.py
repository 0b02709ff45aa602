"""How works are looked up, and what is written of them besides the scores."""

import random
from pathlib import Path

import pytest

from benchside.corpus import scoring
from benchside.corpus.scoring import score
from benchside.errors import InputError, UsageError
from tests.prepared import rows_of, write_corpus

ROWS = [
    ("W10", 2010, "article", "F", 0.5, 9, None, None),
    ("W10", 2010, "article", "G", 0.5, 9, None, None),
    ("W2", 2010, "article", "F", 1.0, 1, None, None),
    ("W3", 2010, "article", "F", 1.0, 2, None, None),
    ("other:7", 2010, "article", "G", 1.0, 3, None, None),
    ("W7", 2011, "review", "F", 1.0, 0, None, None),
]


def scores(corpus: Path, text: str, **more) -> dict[str, dict]:
    works = corpus.parent / "works.csv"
    works.write_text(text, encoding="utf-8")
    score(corpus, works, corpus.parent / "s.parquet", **more)
    return {row.pop("work_id"): row for row in rows_of(corpus.parent / "s.parquet")}


def near(value):
    return pytest.approx(value, rel=1e-12) if isinstance(value, float) else value


def test_a_score_bears_what_it_was_made_from(tmp_path):
    corpus = write_corpus(tmp_path / "corpus", ROWS)
    found = scores(corpus, "work_id\nW10\nW7\nother:7\nW999\n", top=[0.5])
    # F 2010: weight 2.5, mean (0.5·9 + 1 + 2) / 2.5 = 3, three works; G 2010: weight 1.5, mean (4.5 + 3) / 1.5 = 5, two works.
    # W10: expected 0.5·3 + 0.5·5 = 4, score 0.5·9/3 + 0.5·9/5 = 2.4; alone above both halves (1.25 and 0.75 of weight): whole.
    # other:7: score 3/5; the top 0.75 of G holds W10's 0.5, then 0.25 of its own 1. W7: alone and uncited, half of it.
    whole = {"year": 2010, "type": "article"}
    assert found["W10"] == whole | {
        "citations": 9, "expected": 4.0, "ncs": 2.4, "p_top50": 1.0, "fields": "F|G", "weights": "500000|500000", "cells": 2,
    }  # fmt: skip
    assert found["other:7"] == whole | {
        "citations": 3, "expected": 5.0, "ncs": 0.6, "p_top50": 0.25, "fields": "G", "weights": "1000000", "cells": 2,
    }  # fmt: skip
    assert found["W7"] == {
        "year": 2011, "type": "review", "citations": 0, "expected": 0.0, "ncs": 1.0, "p_top50": 0.5, "fields": "F",
        "weights": "1000000", "cells": 1,
    }  # fmt: skip
    assert set(found["W999"].values()) == {None}


def test_ids_are_looked_up_as_addresses_and_carried_through_as_written(tmp_path):
    corpus = write_corpus(tmp_path / "corpus", ROWS)
    found = scores(corpus, "work_id\nhttps://openalex.org/W2\nhttps://openalex.org/works/W3\nW02\nw2\n\n")
    assert {work: row["citations"] for work, row in found.items()} == {
        "https://openalex.org/W2": 1, "https://openalex.org/works/W3": 2, "W02": None, "w2": None,
    }  # fmt: skip


def test_a_programme_s_own_works_are_looked_up_by_their_openalex_id(tmp_path):
    corpus = write_corpus(tmp_path / "corpus", ROWS)
    text = "work_id,openalex_id\ndoi:1,https://openalex.org/W2\ndoi:2,W2\nW3,\ndoi:4,other:7\n"
    found = scores(corpus, text)
    # Two records of the same work are both answered for; one without an OpenAlex id is not looked up by its own.
    assert {work: row["citations"] for work, row in found.items()} == {"doi:1": 1, "doi:2": 1, "W3": None, "doi:4": 3}


def test_ids_that_share_a_number_are_told_apart(tmp_path, monkeypatch):
    monkeypatch.setattr("benchside.corpus.lookup.key_of", lambda name: -5)
    monkeypatch.setattr("tests.prepared.key_of", lambda name: -5)
    corpus = write_corpus(tmp_path / "corpus", [("a", *ROWS[2][1:]), ("b", *ROWS[3][1:])])
    assert scores(corpus, "work_id\nb\nc\n")["b"]["citations"] == 2
    assert scores(corpus, "work_id\nb\nc\n")["c"]["citations"] is None


@pytest.mark.parametrize("with_baselines", [True, False])
def test_many_works_are_scored_as_few_are(tmp_path, monkeypatch, with_baselines):
    draw = random.Random(3)
    rows = []
    for n in range(1, 400):
        fields = draw.sample("FGHI", draw.choice([1, 1, 1, 2, 3]))
        own = (draw.choice([2010, 2011]), draw.choice(["article", "review"]))
        cited = draw.choice([0, 0, 1, 1, 2, 5, 30])
        rows += [(f"W{n}", *own, f, 1 / len(fields), cited, None, None) for f in fields]
    corpus = write_corpus(tmp_path / "corpus", rows, with_baselines=with_baselines)
    # Works that the corpus does not hold, in its cells and in one of their own, bring their cells.
    own = [f"x{n},2010,article,{f},1,{c}" for n, (f, c) in enumerate([("F", 3), ("F", 5), ("G", 1000), ("Z", 1)])]
    texts = (
        "work_id\n" + "\n".join(f"W{n}" for n in range(1, 400)),
        "\n".join(["work_id,year,type,field,weight,citations", *own]),
    )
    few = [scores(corpus, text) for text in texts]
    monkeypatch.setattr(scoring, "FEW", 0)
    many = [scores(corpus, text) for text in texts]
    assert len(few[0]) == 399
    assert few == [{w: {c: near(v) for c, v in row.items()} for w, row in found.items()} for found in many]
    # World shares: all works of the corpus together have the top tenth of it and a mean score of 1.
    assert sum(row["ncs"] for row in few[0].values()) == pytest.approx(399, rel=1e-12)
    assert sum(row["p_top10"] for row in few[0].values()) == pytest.approx(39.9, rel=1e-12)
    # Nothing is held against a cell that no work of the corpus is in.
    assert (few[1]["x3"]["fields"], few[1]["x3"]["ncs"], few[1]["x3"]["cells"]) == ("Z", None, 0)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("id\nW1\n", "has no column work_id; it has id"),
        ("", "expected a line of column names"),
        ("work_id,work_id\nW1,W1\n", "each once"),
        ("work_id,year,type,field,weight,citations\nW1,soon,article,F,1,1\n", "could not be read: .*soon"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path, text, says):
    corpus = write_corpus(tmp_path / "corpus", ROWS)
    with pytest.raises(InputError, match=says):
        scores(corpus, text)
    assert not list(tmp_path.glob("s.*"))


def test_a_file_of_works_that_is_not_there_is_told(tmp_path):
    corpus = write_corpus(tmp_path / "corpus", ROWS)
    with pytest.raises(InputError, match=r"nowhere\.csv is not there\. Expected"):
        scoring.score(corpus, tmp_path / "nowhere.csv", tmp_path / "s.csv")


def test_an_engine_that_is_none_is_told(tmp_path):
    corpus = write_corpus(tmp_path / "corpus", ROWS)
    with pytest.raises(UsageError, match="Known: duckdb, spark"):
        scores(corpus, "work_id\n", engine="polars")
    with pytest.raises(UsageError, match="add --engine spark"):
        scores(corpus, "work_id\n", master="local[2]")
    with pytest.raises(UsageError, match='expected a size such as "4GB"'):
        scores(corpus, "work_id\n", memory="lots")


@pytest.mark.slow
def test_what_spills_leaves_nothing_behind(tmp_path, monkeypatch):
    rows = [(f"W{n}", 2010, "article", f"F{n % 50}", 1.0, n % 90, None, None) for n in range(1, 200_001)]
    corpus = write_corpus(tmp_path / "corpus", rows)
    whole = score(corpus, corpus, tmp_path / "whole.parquet")
    monkeypatch.setattr(scoring, "AT_ONCE", 20_000)
    told = score(corpus, corpus, tmp_path / "s.parquet", memory="60MB")
    assert told == whole == {"works": 200_000, "scored": 200_000}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["corpus", "s.parquet", "whole.parquet"]
    assert [{c: near(v) for c, v in row.items()} for row in rows_of(tmp_path / "whole.parquet")] == rows_of(
        tmp_path / "s.parquet"
    )
    assert score(corpus, corpus, tmp_path / "s.parquet", memory="60MB") == told
