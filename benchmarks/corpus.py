"""What it costs to score a programme's works against the world's literature, beside the other ways to do it.

    python benchmarks/corpus.py                  1, 5 and 20 million works, then preparing 200 000
    python benchmarks/corpus.py 0.05             50 000 works, to see whether it runs
    python benchmarks/corpus.py 100 --prepare 1  100 million works, then preparing a million

Every measurement runs in a process of its own and begins after its imports (`whole s`: from the start of the process);
each is done three times, in turn, and the median given. Where ways do the same job their scores are held against ours:
they must agree to 1e-9, or this ends with 1.
"""

import argparse
import json
import math
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb

HERE = Path(__file__).resolve().parent
RIVALS = HERE / "rivals"
ASKED = 5000
"""Works to score, spread over all fields and years."""
ROUNDS = 3
NEAR = 1e-9
"""Scores may differ by this much, of the larger of 1 and the score."""
LONGEST = 1800
"""Seconds after which a task is ended, and said to take longer."""

BROKE = "ended with"
Measured = dict[str, float]


@dataclass(frozen=True)
class Way:
    """How a job is done; `scores` are the columns that must agree with ours."""

    script: str
    is_ours: bool = False
    scores: tuple[str, ...] = ()


SCORING = {
    "floor: DuckDB scans the columns": Way("scan.py", is_ours=True),
    "Benchside, stored baselines": Way("benchside_way.py", is_ours=True, scores=("ncs", "p_top10")),
    "Benchside, baselines made first": Way("benchside_rows.py", is_ours=True, scores=("ncs", "p_top10")),
    "Polars, from stored baselines": Way("polars_kept.py", scores=("ncs", "p_top10")),
    "Polars": Way("polars_way.py", scores=("ncs", "p_top10")),
    "careful pandas": Way("pandas_way.py", scores=("ncs", "p_top10")),
    "pySciSci": Way("pyscisci_way.py", scores=("ncs",)),
}
OURS = "Benchside, stored baselines"
PREPARING = {
    "floor: DuckDB reads the members": Way("read.py", is_ours=True),
    "Benchside prepare": Way("benchside_prepare.py", is_ours=True),
}


class NotMeasured(Exception):
    """Why a task has no numbers."""


def run_task(python: str, script: str, paths: list[Path], limit: float) -> Measured:
    """Do one task in a fresh process that may hold `limit` GB."""
    command = [python, "-W", "ignore", str(RIVALS / script), *map(str, paths)]
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as told:
        begun = {"BENCHMARK_BEGUN": str(time.time())}
        child = subprocess.Popen(command, stdout=out, stderr=told, env=os.environ | begun)
        why = _watch(child, limit)
        out.seek(0)
        told.seek(0)
        if why is None and child.returncode != 0:
            why = f"{BROKE} {child.returncode}: {(told.read().strip().splitlines() or ['no word'])[-1][:200]}"
        if why is not None:
            raise NotMeasured(why)
        return json.loads(out.read().splitlines()[-1])


def _watch(child: subprocess.Popen, limit: float) -> str | None:
    """Wait for a process; end it, and say why, where it holds too much or takes too long."""
    begun = time.monotonic()
    while True:
        try:
            child.wait(0.05)
            return None
        except subprocess.TimeoutExpired:
            held, late = _held(child.pid) > limit, time.monotonic() - begun > LONGEST
        if held or late:
            child.kill()
            child.wait()
            return f"more than {limit:.0f} GB" if held else f"more than {LONGEST} s"


def _held(process: int) -> float:
    """GB that a process holds now; 0 where the system does not say."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
        return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0) / (1 << 20)
    except OSError:
        return 0.0


def run_scoring(millions: float, inside: Path, rivals: str, limit: float) -> bool:
    """All ways at one size; whether those that do the same job agree. What was made is removed."""
    works, folder = round(millions * 1e6), inside / f"{millions:g}"
    corpus, asked = folder / "corpus", folder / "works.csv"
    folder.mkdir()
    _make("made_corpus.py", str(works), str(corpus), "--programme", str(ASKED), str(asked))
    about = json.loads((corpus / "manifest.json").read_text(encoding="utf-8"))
    found: dict[str, list[Measured]] = {name: [] for name in SCORING}
    missing: dict[str, str] = {}
    for _ in range(ROUNDS):
        bare = _without_baselines(corpus, folder / "bare")
        for name, way in SCORING.items():
            at = bare if way.script == "benchside_rows.py" else corpus
            paths = [at, asked, _out(folder, name)] if way.scores else [at]
            _add(found, missing, name, sys.executable if way.is_ours else rivals, way, paths, limit)
    held = _agreement(folder, {name: way for name, way in SCORING.items() if name not in missing})
    print(
        f"\n{millions:g} million works, {about['rows']:,} rows, {_size(corpus, 'part-*.parquet'):.0f} MB; {ASKED} works scored"
    )
    _show(SCORING, found, missing, held)
    shutil.rmtree(folder)
    return _is_fine(missing) and not any(text.startswith("DIFFERS") for text in held.values())


def run_preparing(millions: float, inside: Path, limit: float) -> bool:
    """Preparing made works beside merely reading them; whether it could be measured."""
    works, folder = round(millions * 1e6), inside / f"prepare {millions:g}"
    folder.mkdir()
    _make("made_works.py", str(works), str(folder / "works"))
    found: dict[str, list[Measured]] = {name: [] for name in PREPARING}
    missing: dict[str, str] = {}
    for _ in range(ROUNDS):
        for name, way in PREPARING.items():
            shutil.rmtree(folder / "made", ignore_errors=True)
            paths = [folder / "works", folder / "made"][: 1 if way.script == "read.py" else 2]
            _add(found, missing, name, sys.executable, way, paths, limit)
    print(f"\npreparing {works:,} works of OpenAlex, JSON lines in gzip, {_size(folder / 'works', '*.gz'):.0f} MB")
    _show(PREPARING, found, missing, {})
    shutil.rmtree(folder)
    return _is_fine(missing)


def _is_fine(missing: dict[str, str]) -> bool:
    """Another way may need too much; that one breaks, or ours has no numbers, is a fault."""
    return not any(why.startswith(BROKE) or name.startswith("Benchside") for name, why in missing.items())


def _add(found, missing, name: str, python: str, way: Way, paths: list[Path], limit: float) -> None:
    if name in missing:
        return
    try:
        found[name].append(run_task(python, way.script, paths, limit))
    except NotMeasured as why:
        missing[name] = str(why)


def _make(script: str, *given: str) -> None:
    """In a process of its own, so that what is measured begins with a small one."""
    subprocess.run([sys.executable, str(HERE / script), *given], check=True, stdout=subprocess.DEVNULL)


def _without_baselines(corpus: Path, bare: Path) -> Path:
    """The same files under another name, without baselines."""
    shutil.rmtree(bare, ignore_errors=True)
    shutil.copytree(corpus, bare, copy_function=os.link, ignore=shutil.ignore_patterns("baselines"))
    return bare


def _out(folder: Path, name: str) -> Path:
    return folder / f"{name}.csv"


def _size(folder: Path, pattern: str) -> float:
    return sum(p.stat().st_size for p in folder.rglob(pattern)) / 1e6


def _agreement(folder: Path, ways: dict[str, Way]) -> dict[str, str]:
    """Way → what its scores are beside ours."""
    if OURS not in ways:
        return {}
    others = {name: way for name, way in ways.items() if way.scores and name != OURS}
    return {name: _against(_out(folder, OURS), _out(folder, name), way.scores) for name, way in others.items()}


def _against(ours: Path, other: Path, scores: tuple[str, ...]) -> str:
    """Every work with a score in one must have it in the other, the same."""
    apart = ", ".join(f"max(abs(o.{c} - t.{c}) / greatest(1, abs(o.{c})))" for c in scores)
    lacking = " OR ".join(f"o.{c} IS NULL OR t.{c} IS NULL" for c in scores)
    lacking, *largest = duckdb.sql(
        f"SELECT count(*) FILTER (WHERE {lacking}), {apart} FROM (FROM read_csv('{ours}') WHERE ncs IS NOT NULL) o "
        f"FULL JOIN read_csv('{other}') t USING (work_id) WHERE o.ncs IS NOT NULL OR t.ncs IS NOT NULL"
    ).fetchone()
    # Asked this way round, a score that is no number differs too.
    if lacking or not all(n is not None and n <= NEAR for n in largest):
        return f"DIFFERS: {lacking} works missing, by {max((n or 0 for n in largest), default=0):.2g}"
    return f"{' and '.join(scores)} agree"


def _show(
    ways: dict[str, Way], found: dict[str, list[Measured]], missing: dict[str, str], held: dict[str, str]
) -> None:
    """The medians, and their ratios to the first of the ways."""
    print(f"{'':33}{'seconds':>9}{'÷ floor':>9}{'CPU s':>9}{'÷ floor':>9}{'peak MB':>9}{'÷ floor':>9}{'whole s':>9}")
    middle = {
        name: {key: statistics.median(m[key] for m in found[name]) for key in found[name][0]}
        for name in ways
        if found.get(name) and name not in missing
    }
    floor = middle.get(next(iter(ways)), {"seconds": math.nan, "cpu": math.nan, "peak": math.nan})
    for name in ways:
        if name in missing:
            print(f"{name:33}{missing[name]}")
            continue
        m = middle[name]
        print(
            f"{name:33}{m['seconds']:9.3f}{m['seconds'] / floor['seconds']:9.1f}{m['cpu']:9.2f}{m['cpu'] / floor['cpu']:9.1f}{m['peak']:9.0f}"
            f"{m['peak'] / floor['peak']:9.1f}{m['whole']:9.2f}  {held.get(name, '')}"
        )
    sys.stdout.flush()


def rivals_python(inside: Path) -> str:
    """An environment with what the other ways need, made here from the pinned list."""
    place = inside / "rivals"
    print("installing the other ways …", flush=True)
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    python = place / "bin" / "python"
    command = [
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "-r",
        str(HERE / "requirements.txt"),
    ]
    subprocess.run(command, check=True)
    return str(python)


def show_environment(rivals: str) -> None:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    print(f"{os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}, Python {platform.python_version()}")
    print(
        ", ".join(
            [
                *_versions(sys.executable, "benchside duckdb ibis-framework"),
                *_versions(rivals, "polars pandas pyarrow pyscisci"),
            ]
        )
    )


def _versions(python: str, names: str) -> list[str]:
    asked = "import sys, importlib.metadata as m; print(*(f'{n} {m.version(n)}' for n in sys.argv[1:]), sep='\\n')"
    return subprocess.run(
        [python, "-c", asked, *names.split()], check=True, capture_output=True, text=True
    ).stdout.splitlines()


def run(given: argparse.Namespace) -> int:
    """All sizes in a folder that is removed afterwards; 0 where all was measured and agrees."""
    preparing = [min(0.2, max(given.sizes))] if given.prepare is None else given.prepare
    if given.inside:
        Path(given.inside).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=given.inside) as made:
        rivals = given.rivals or rivals_python(Path(made))
        show_environment(rivals)
        fine = [run_scoring(size, Path(made), rivals, given.limit) for size in given.sizes]
        fine += [run_preparing(size, Path(made), given.limit) for size in preparing]
    return 0 if all(fine) else 1


def main() -> int:
    parser = argparse.ArgumentParser(
        description="What it costs to score a programme's works, beside other ways to do it."
    )
    parser.add_argument("sizes", nargs="*", type=float, help="million works; default 1 5 20 (100 needs 2 GB of disk)")
    parser.add_argument("--inside", help="a folder on a disk with room, in which everything is made and removed")
    parser.add_argument(
        "--rivals", metavar="PYTHON", help="of an environment with benchmarks/requirements.txt; made if not given"
    )
    parser.add_argument(
        "--prepare", nargs="*", type=float, metavar="SIZE", help="million works to prepare; default 0.2"
    )
    parser.add_argument(
        "--limit", type=float, default=16, metavar="GB", help="a task that holds more is ended; default 16"
    )
    given = parser.parse_args()
    given.sizes = given.sizes or [1, 5, 20]
    return run(given)


if __name__ == "__main__":
    sys.exit(main())
