"""Preparing a corpus, killed at any moment and begun again: the same corpus as without interruption."""

import gzip
import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

INPUTS, WORKS = 10, 2500
PREPARE = (
    "import sys; from pathlib import Path; from benchside.corpus.prepare import prepare; "
    "from benchside.corpus.preparing.settings import CitationRule; print('begun', flush=True); "
    "prepare(Path(sys.argv[1]), Path(sys.argv[2]), citations=CitationRule('edges', 4, False))"
)


def write_inputs(folder: Path) -> None:
    """Works that cite each other over files and years, some of them twice there, with broken lines among them."""
    dice = random.Random(11)
    folder.mkdir()
    for number in range(INPUTS):
        text = b"".join(json.dumps(made(dice, number * WORKS + n)).encode() + b"\n" for n in range(WORKS + 20))
        (folder / f"{number}.gz").write_bytes(gzip.compress(text + b"{broken\n", 1))


def made(dice: random.Random, number: int) -> dict:
    everything = INPUTS * WORKS
    return {
        "id": f"https://openalex.org/W{number + 1}", "publication_year": dice.choice([None, *range(2005, 2020)]), "type": "article",
        "cited_by_count": 0, "topics": [{"subfield": {"id": f"S{dice.randrange(20)}"}} for _ in range(3)],
        "authorships": [{"author": {"id": f"A{dice.randrange(4000)}"}, "countries": [dice.choice(["FR", "DE"])]} for _ in range(3)],
        "referenced_works": [f"https://openalex.org/W{dice.randrange(everything + 50)}" for _ in range(dice.randrange(20))],
        "abstract": dice.randbytes(800).hex(),
    }  # fmt: skip


def begin(source: Path, out: Path) -> subprocess.Popen[str]:
    """A run in a process of its own, at the moment at which its imports are done."""
    process = subprocess.Popen(
        [sys.executable, "-c", PREPARE, str(source), str(out)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    return process


def run_whole(source: Path, out: Path) -> float:
    """Seconds that a run takes from the end of its imports."""
    with begin(source, out) as process:
        started = time.perf_counter()
        assert process.wait() == 0
    return time.perf_counter() - started


def content(corpus: Path) -> dict:
    """All that a corpus holds: rows of each file, and the text of every other."""
    found: dict = {}
    for path in sorted(p for p in corpus.rglob("*") if p.is_file()):
        name = path.relative_to(corpus).as_posix()
        if path.suffix != ".parquet":
            found[name] = path.read_text(encoding="utf-8")
        elif name.startswith("baselines"):
            # Sums of fractions differ in their last bits with the order of adding.
            found[name] = duckdb.sql(
                f"SELECT * REPLACE (round(weight, 9) AS weight) FROM '{path}' ORDER BY ALL"
            ).fetchall()
        else:
            found[name] = duckdb.sql(f"FROM read_parquet('{path}', hive_partitioning = false)").fetchall()
    return found


@pytest.mark.slow
def test_killed_at_ten_moments_and_resumed_it_is_the_same_corpus(tmp_path):
    source = tmp_path / "in"
    write_inputs(source)
    whole = run_whole(source, tmp_path / "whole")
    expected = content(tmp_path / "whole")
    manifest = json.loads(expected["manifest.json"])
    assert manifest["references"]["counted"] > 1000
    assert manifest["references"]["self-citations"] > 0
    assert manifest["refused"]["another work with the same id stands before it"] == 20 * (INPUTS - 1)
    # Corpora, each killed at one moment spread over the whole run, killed again on its way, then finished; until ten were hit.
    dice, hit, turn = random.Random(5), 0, 0
    while hit < 10:
        assert turn < 20, f"of {2 * turn} runs only {hit} were still going when the signal came"
        out = tmp_path / f"killed-{turn}"
        for moment in ((turn % 10 + dice.random()) / 10, dice.random() / 2):
            with begin(source, out) as process:
                time.sleep(moment * whole)
                process.send_signal(signal.SIGKILL)
            if process.returncode == -signal.SIGKILL:
                hit += 1
            else:
                whole *= 0.9  # the machine has become quicker than when the whole run was timed
        run_whole(source, out)
        assert content(out) == expected, f"turn {turn}"
        assert not (out / ".staging").exists()
        turn += 1
    assert turn >= 5  # at most two of each were hit


@pytest.mark.slow
def test_killed_ten_times_on_its_way_one_run_comes_to_its_end(tmp_path):
    source = tmp_path / "in"
    write_inputs(source)
    whole = run_whole(source, tmp_path / "whole")
    dice, hit = random.Random(6), 0
    for _ in range(10):
        with begin(source, tmp_path / "out") as process:
            time.sleep(dice.uniform(0.05, 0.3) * whole)
            process.send_signal(signal.SIGKILL)
        hit += process.returncode == -signal.SIGKILL
    run_whole(source, tmp_path / "out")
    assert content(tmp_path / "out") == content(tmp_path / "whole")
    assert hit >= 5, f"of 10 runs only {hit} were still going when the signal came"
