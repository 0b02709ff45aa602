"""How the cost of a build and of all figures grows with the programme: made programmes of 1, 10, 100 and 1 000 times IMI's size.

    python benchmarks/build.py            all sizes, then the example
    python benchmarks/build.py 1 10       these sizes only

Every measurement runs in a process of its own. `seconds` is time on the wall, `cpu` the processors' time of the process (which
other work on the machine disturbs less); small sizes are measured several times and the median is given. Beside the build
stands a floor: the engine alone that reads the same files as text and stores them unchecked.
"""

import argparse
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
from made import make

ROUNDS = {1: 5, 10: 3}
"""size → how often it is measured; larger ones once."""

BY_PROJECT_UP_TO = 100
"""Cuts by project make a figure for each project and indicator; above this size that is millions of them, which nobody asks."""

BAR = 1.3
"""The cost per row may grow by this much from ×10 to ×1 000."""

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "imi"
MEMORY = "4GB"


def count(folder: Path) -> int:
    """The engine reads every file as text and counts its rows."""
    with duckdb.connect() as con:
        return sum(con.execute(f"SELECT count(COLUMNS(*)) FROM {_reader(p)}").fetchone()[0] for p in _files(folder))


def load(folder: Path) -> int:
    """The engine reads every file as text and stores it in a database file, unchecked."""
    with duckdb.connect(str(folder / "floor.duckdb")) as con:
        con.execute(f"SET memory_limit = '{MEMORY}'")
        loaded = [con.execute(f'CREATE TABLE "{p.stem}" AS FROM {_reader(p)}').fetchone() for p in _files(folder)]
    (folder / "floor.duckdb").unlink()
    return sum(row[0] for row in loaded if row)


def _files(folder: Path) -> list[Path]:
    return sorted((folder / "records").glob("*.csv"))


def _reader(path: Path) -> str:
    return f"read_csv('{path}', header = true, all_varchar = true)"


def build(folder: Path) -> int:
    """A whole build from nothing: snapshot, checks, content hash. The number of rows accepted."""
    from benchside import main

    shutil.rmtree(folder / ".benchside", ignore_errors=True)
    made = main.build(folder)
    if made.refused:
        print(f"{made.refused} rows refused: {made.reasons[:2]}", file=sys.stderr)
    return sum(made.counts.values())


def figures(folder: Path, by: str | None = None) -> int:
    """Every indicator asked once, of the whole or cut by a dimension where it can be; the number of figures."""
    from benchside import main
    from benchside.errors import UsageError
    from benchside.indicators.catalogue import all_indicators

    found, desk = 0, main.open_desk(folder)
    with desk.build:
        for name in all_indicators():
            try:
                found += len(desk.ask(name, by=by))
            except UsageError:
                continue
            except Exception as error:  # a faulty indicator must not hide the cost of the others
                print(f"{name} left out: {error!r:.150}", file=sys.stderr)
    return found


def report(folder: Path) -> int:
    """The whole report of the last build, written into the folder; the number of its files."""
    from benchside import main

    out = main.report(folder, folder / "out")
    return sum(1 for p in (out if out.is_dir() else out.parent).rglob("*") if p.is_file())


TASKS: dict[str, Callable[[Path], int]] = {
    "make": lambda folder: make(folder, int(folder.name)),
    "count": count,
    "load": load,
    "build": build,
    "figures": figures,
    "by programme": lambda folder: figures(folder, "programme"),
    "by project": lambda folder: figures(folder, "project"),
    "report": report,
}


def measure_here(task: str, folder: Path) -> None:
    """Do one task in this process and print what it took, as JSON."""
    begun, used = time.perf_counter(), _cpu()
    result = TASKS[task](folder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": time.perf_counter() - begun, "cpu": _cpu() - used, "peak": peak, "n": result}))


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def measure(task: str, folder: Path, rounds: int = 1) -> dict[str, float]:
    """What a task takes in a fresh process: the median of several, each number by itself."""
    command = [sys.executable, __file__, "--task", task, str(folder)]
    found = [json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout) for _ in range(rounds)]
    return {key: statistics.median(each[key] for each in found) for key in found[0]}


def run_size(k: int, inside: Path) -> dict[str, dict[str, float]]:
    """All tasks for one size; what was made is removed afterwards."""
    folder = inside / str(k)
    # Made in a process of its own too: a process begins with the peak memory of the one that starts it.
    made = measure("make", folder)
    print(f"\n×{k}: {made['n']:.0f} rows made in {made['seconds']:.1f} s", flush=True)
    found: dict[str, dict[str, float]] = {}
    for task in _tasks(k):
        found[task] = measure(task, folder, ROUNDS.get(k, 1)) | {"rows": made["n"]}
        print(_line(task, found[task]), flush=True)
    shutil.rmtree(folder)
    return found


def _tasks(k: int) -> list[str]:
    return [t for t in TASKS if t not in ("make", "report") and (t != "by project" or k <= BY_PROJECT_UP_TO)]


def _line(task: str, m: dict[str, float]) -> str:
    per_row = (
        f"{m['seconds'] / m['rows'] * 1e6:9.1f} µs/row {m['cpu'] / m['rows'] * 1e6:9.1f} µs cpu/row"
        if "rows" in m
        else ""
    )
    return f"{task:13} {m['seconds']:9.2f} s {m['cpu']:9.2f} s cpu {m['peak']:8.0f} MB {per_row} → {m['n']:.0f}"


def compare(all_sizes: dict[int, dict[str, dict[str, float]]]) -> None:
    """The ratios: cost per row against ×10, and the build against its floor."""
    print(f"\ncost per row as a ratio to ×10, on the wall and of the processors (the bar at ×1000 is {BAR})")
    for task in _tasks(1):
        cells = [
            f"×{k} {_ratio(all_sizes, k, task, 'seconds')} {_ratio(all_sizes, k, task, 'cpu')}"
            for k, measured in all_sizes.items()
            if task in measured
        ]
        print(f"{task:13} " + "   ".join(cells))
    print("build ÷ floor (load), on the wall and of the processors")
    cells = [
        f"×{k} {m['build']['seconds'] / m['load']['seconds']:.1f} {m['build']['cpu'] / m['load']['cpu']:.1f}"
        for k, m in all_sizes.items()
    ]
    print(f"{'':13} " + "   ".join(cells))


def _ratio(all_sizes, k: int, task: str, unit: str) -> str:
    if 10 not in all_sizes:
        return "–"
    here, ten = all_sizes[k][task], all_sizes[10][task]
    return f"{here[unit] / here['rows'] / (ten[unit] / ten['rows']):.2f}"


def run_example(inside: Path) -> None:
    """The example programme: a build (to take less than 5 s) and its whole report (less than 20 s)."""
    folder = inside / "example"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns(".benchside"))
    print("\nthe example")
    for task in ("build", "report"):
        try:
            print(_line(task, measure(task, folder, 3)), flush=True)
        except subprocess.CalledProcessError:
            print(f"{task:13} could not be measured; its error stands above")


def run(sizes: list[int], inside: str | None) -> None:
    """Measure the sizes and the example in a folder that is removed afterwards."""
    with tempfile.TemporaryDirectory(dir=inside) as made:
        all_sizes = {k: run_size(k, Path(made)) for k in sizes}
        compare(all_sizes)
        run_example(Path(made))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="How the cost of a build and of all figures grows with the programme.")
    parser.add_argument(
        "sizes", nargs="*", type=int, help="times IMI's size; default 1 10 100 1000 (×1000 needs 10 GB of disk)"
    )
    parser.add_argument("--inside", help="a folder on a disk with room, in which everything is made and removed")
    parser.add_argument("--task", nargs=2, metavar=("TASK", "FOLDER"), help="do one task here and print what it took")
    given = parser.parse_args()
    if given.task:
        measure_here(given.task[0], Path(given.task[1]))
    else:
        run(given.sizes or [1, 10, 100, 1000], given.inside)
