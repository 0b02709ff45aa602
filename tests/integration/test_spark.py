"""Spark gives what DuckDB gives: the same questions in another engine's text, on one prepared corpus.

Counts are equal. Weights and scores are sums of fractions, which no two engines add in the same order: they agree to
1e-12 of their size.
"""

import gzip
import importlib.util
import json
import os
import random
import shutil
import sys
from pathlib import Path

import pytest

from benchside.corpus import scoring
from benchside.corpus.baselines import baselines
from benchside.corpus.benchmark import benchmark
from benchside.corpus.prepare import prepare
from benchside.corpus.preparing.settings import CitationRule
from benchside.corpus.scoring import score
from benchside.errors import InputError, UsageError
from benchside.store import spark
from tests.prepared import rows_of, write_corpus

HAS_SPARK = importlib.util.find_spec("pyspark") is not None
HAS_JAVA = bool(shutil.which("java") or os.environ.get("JAVA_HOME"))
needs_spark = pytest.mark.skipif(
    not (HAS_SPARK and HAS_JAVA), reason="needs `pip install -r requirements-spark.lock` and Java 17"
)
LOCAL = {"engine": "spark", "master": "local[2]", "memory": "1GB"}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    """Several thousand works: ties, cells of uncited works alone, up to three fields, ids of other sources."""
    draw = random.Random(11)
    rows = []
    for n in range(1, 5001):
        work = draw.choice([f"W{n}", f"W{n}", f"W{n + 7_000_000_000}", f"doi:10.1/{n}"])
        year, kind = draw.randint(2015, 2020), draw.choice(["article", "article", "review"])
        fields = draw.sample("FGHIJ", draw.choice([1, 1, 2, 3]))
        cited = 0 if kind == "review" and year == 2020 else int(draw.expovariate(0.2))
        where = draw.choice([None, "DE", "GB", "GB|US", "HR|ZA"]), draw.choice([None, "F1", "F1|F22"])
        rows += [(work, year, kind, field, 1 / len(fields), cited, *where) for field in fields]
    return write_corpus(tmp_path_factory.mktemp("spark") / "corpus", rows)


@pytest.fixture(scope="module")
def works(corpus) -> Path:
    """Some of these works, by id and by address, and some that are not there."""
    ids = sorted({row["work_id"] for row in rows_of(corpus / "year=*/*.parquet")})[::3]
    asked = [i if n % 2 or not i.startswith("W") else f"https://openalex.org/{i}" for n, i in enumerate(ids)]
    path = corpus.parent / "works.csv"
    path.write_text("\n".join(["work_id", *asked, "W999999", "unknown", ""]))
    return path


def same(ours: list[dict], theirs: list[dict]) -> bool:
    """Are rows equal, floating-point numbers to 1e-12 of their size?"""

    def near(value):
        return pytest.approx(value, rel=1e-12, abs=1e-300) if isinstance(value, float) else value

    return [{c: near(v) for c, v in row.items()} for row in ours] == theirs


@pytest.mark.slow
@needs_spark
def test_baselines_are_those_of_duckdb(corpus, tmp_path):
    made = baselines(corpus, tmp_path / "ours")
    theirs = baselines(corpus, tmp_path / "theirs", **LOCAL)
    assert made == theirs
    assert made["rows"] > 1000
    ours, other = (rows_of(tmp_path / name / "*.parquet") for name in ("ours", "theirs"))
    assert {p.name for p in (tmp_path / "ours").iterdir()} == {p.name for p in (tmp_path / "theirs").iterdir()}
    assert [row["works"] for row in ours] == [row["works"] for row in other]
    assert same(ours, other)


@pytest.mark.slow
@needs_spark
@pytest.mark.parametrize(("few", "ending"), [(0, "csv"), (50_000, "parquet")])
def test_scores_are_those_of_duckdb(corpus, works, tmp_path, monkeypatch, few, ending):
    monkeypatch.setattr(scoring, "FEW", few)
    monkeypatch.setattr(scoring, "AT_ONCE", 1500 if few == 0 else scoring.AT_ONCE)
    ours, theirs = tmp_path / f"ours.{ending}", tmp_path / f"theirs.{ending}"
    assert score(corpus, works, ours) == score(corpus, works, theirs, **LOCAL)
    assert same(rows_of(ours), rows_of(theirs))
    assert sum(row["ncs"] is not None for row in rows_of(ours)) > 1500
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([ours.name, theirs.name])


@pytest.mark.slow
@needs_spark
def test_works_with_cells_of_their_own_and_a_corpus_without_baselines(corpus, tmp_path):
    bare = tmp_path / "bare"
    shutil.copytree(corpus, bare, ignore=shutil.ignore_patterns("baselines"))
    own = tmp_path / "own.csv"
    lines = [f"x{n},{2015 + n % 8},article,{'FGZ'[n % 3]},1,{n}.0" for n in range(60)]
    own.write_text("\n".join(["work_id,year,type,field,weight,citations", *lines, "y,,article,F,1,3"]))
    assert score(bare, own, tmp_path / "a.csv") == score(bare, own, tmp_path / "b.csv", **LOCAL)
    assert same(rows_of(tmp_path / "a.csv"), rows_of(tmp_path / "b.csv"))
    own.write_text("work_id,year,type,field,weight,citations\nx,soon,article,F,1,3\n")
    with pytest.raises(InputError, match="could not be read"):
        score(bare, own, tmp_path / "b.csv", **LOCAL)


@pytest.mark.slow
@needs_spark
@pytest.mark.parametrize("asked", [{"group": "EU"}, {"funders": ["F22"]}, {"group": "EU-28", "sample": 300, "seed": 9}])
def test_a_benchmark_is_that_of_duckdb(corpus, tmp_path, asked):
    ours = benchmark(corpus, tmp_path / "a.parquet", **asked)
    assert ours == benchmark(corpus, tmp_path / "b.parquet", **asked, **LOCAL)
    assert ours["works"] > 1000
    assert same(rows_of(tmp_path / "a.parquet"), rows_of(tmp_path / "b.parquet"))


def note(path: Path, text: str) -> None:
    """What a task leaves; it refuses one text."""
    if text == "bad":
        raise InputError(f"{path.name} is bad. Mend it.")
    path.write_text(text)


@pytest.mark.slow
@needs_spark
def test_tasks_run_on_workers_and_their_errors_come_back(tmp_path):
    on = {"master": "local[2]", "memory": "1GB", "scratch": tmp_path / "scratch"}
    spark.run_on_workers(note, [(tmp_path / f"{n}.txt", f"task {n}") for n in range(3)], **on)
    assert {p.name: p.read_text() for p in tmp_path.glob("*.txt")} == {f"{n}.txt": f"task {n}" for n in range(3)}
    with pytest.raises(InputError, match="5 is bad"):
        spark.run_on_workers(note, [(tmp_path / "4", "good"), (tmp_path / "5", "bad")], **on)
    assert (tmp_path / "4").read_text() == "good"
    assert not on["scratch"].exists()


@pytest.mark.slow
@needs_spark
def test_inputs_staged_on_workers_make_the_same_corpus(tmp_path):
    source = tmp_path / "works"
    source.mkdir()
    for part in range(3):
        lines = [line_of(part * 100 + n) for n in range(100)] + ["{broken", line_of(0)]
        with gzip.open(source / f"part_{part}.gz", "wt", encoding="utf-8") as file:
            file.write("\n".join(lines))
    ours = prepare(source, tmp_path / "ours", citations=CitationRule("edges"))
    theirs = prepare(source, tmp_path / "theirs", citations=CitationRule("edges"), **LOCAL)
    assert ours == theirs
    assert ours["works"] == 300
    assert (tmp_path / "ours" / "refused.csv").read_text() == (tmp_path / "theirs" / "refused.csv").read_text()
    assert rows_of(tmp_path / "ours" / "year=*/*.parquet") == rows_of(tmp_path / "theirs" / "year=*/*.parquet")


def line_of(n: int) -> str:
    """A work of OpenAlex that refers to three others."""
    work = {
        "id": f"https://openalex.org/W{n}",
        "publication_year": 2015 + n % 3,
        "type": "article",
        "cited_by_count": n,
    }
    work["topics"] = [{"subfield": {"id": f"https://openalex.org/subfields/{n % 5}", "display_name": "S"}}]
    work["referenced_works"] = [f"https://openalex.org/W{(n * k) % 300}" for k in (7, 11, 13)]
    return json.dumps(work)


@pytest.mark.slow
@needs_spark
def test_a_cluster_gives_what_duckdb_gives(corpus, works, tmp_path):
    path = Path(__file__).parents[2] / "benchmarks" / "spark_cluster.py"
    spec = importlib.util.spec_from_file_location("spark_cluster", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with module.cluster(2) as master:
        on = {"engine": "spark", "master": master, "memory": "1GB"}
        made = baselines(corpus, tmp_path / "theirs", **on)
        told = score(corpus, works, tmp_path / "theirs.parquet", **on)
    assert made == baselines(corpus, tmp_path / "ours")
    assert same(rows_of(tmp_path / "ours" / "*.parquet"), rows_of(tmp_path / "theirs" / "*.parquet"))
    assert told == score(corpus, works, tmp_path / "ours.parquet")
    assert same(rows_of(tmp_path / "ours.parquet"), rows_of(tmp_path / "theirs.parquet"))


def test_what_spark_lacks_is_told(corpus, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    with pytest.raises(UsageError, match=r"pip install benchside\[spark\]"):
        baselines(corpus, tmp_path / "b", **LOCAL)


@pytest.mark.skipif(not HAS_SPARK, reason="needs `pip install -r requirements-spark.lock`")
def test_a_missing_java_is_told(corpus, tmp_path, monkeypatch):
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(UsageError, match="needs Java 17, and JAVA_HOME is"):
        baselines(corpus, tmp_path / "b", **LOCAL)


def test_sizes_are_written_as_java_wants_them():
    assert [spark._megabytes(size) for size in ("4GB", "500MB", "1.5 GiB", "2g")] == [4096, 500, 1536, 2048]
    with pytest.raises(UsageError, match="expected a size"):
        spark._megabytes("lots")
