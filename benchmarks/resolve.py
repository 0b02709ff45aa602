"""What it costs to find out who is who, how that grows, and how right it is, on made names of known truth.

    python benchmarks/resolve.py                         15 000 / 5 000, 50 000 / 17 000, 150 000 / 50 000
    python benchmarks/resolve.py 3000/1000               one size: participations / records of the registry

Every size runs in a process of its own, with 4 GB for the engine; the time begins after the imports and includes taking names
apart, and the peak is of the whole process. Precision: of the participations put with a record of the registry, the share put with
their own. Recall: of those whose organisation the registry holds, the share put with it.
"""

import argparse
import csv
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from math import sqrt
from pathlib import Path

SIZES = ("15000/5000", "50000/17000", "150000/50000")


def measure(folder: Path) -> dict[str, float]:
    """Resolves the files of a folder in this process."""
    from benchside.resolve.records import Record
    from benchside.resolve.resolution import resolve

    begun = time.perf_counter()
    records, truth = [], {}
    for source in ("participations", "registry"):
        with (folder / f"{source}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                others = tuple(name for name in row["other_names"].split("|") if name)
                record = Record(source, row["id"], row["name"], row["country"], row["city"], others)
                records.append(record)
                truth[record.id] = row["truth"]
    resolution = resolve(records, today="2026-11-22", registries=("registry",))
    took = time.perf_counter() - begun
    counts = _counts(resolution.clusters.members(), truth)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
    return {"seconds": took, "peak": peak, "candidates": len(resolution.decisions), **counts}


def _counts(members: dict[str, list[str]], truth: dict[str, str]) -> dict[str, int]:
    registered = {truth[record] for record in truth if record.startswith("registry:")}
    put = right = present = 0
    for records in members.values():
        known = [truth[record] for record in records if record.startswith("registry:")]
        for record in records:
            if record.startswith("participations:"):
                present += truth[record] in registered
                put += bool(known)
                right += truth[record] in known
    return {"put": put, "right": right, "present": present}


def wilson(k: int, n: int) -> str:
    """A share with its Wilson interval of 95 %."""
    z, p = 1.959964, k / n
    middle, half = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return f"{p:.4f} [{(middle - half) / (1 + z * z / n):.4f}, {(middle + half) / (1 + z * z / n):.4f}]"


def run(size: str) -> None:
    """One size in a fresh process, and its line of the table."""
    participations, registered = size.split("/")
    with tempfile.TemporaryDirectory() as folder:
        made = Path(__file__).with_name("made_names.py")
        subprocess.run([sys.executable, str(made), participations, registered, folder], check=True)
        command = [sys.executable, __file__, "--measure", folder]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = json.loads(told.splitlines()[-1])
    print(
        f"| {int(participations):,} / {int(registered):,} | {found['seconds']:.0f} s | {found['peak']:.1f} GB | {found['candidates']:,} "
        f"| {wilson(found['right'], found['put'])} | {wilson(found['right'], found['present'])} |",
        flush=True,
    )


def _size(text: str) -> str:
    """`participations/registry`, both whole numbers."""
    if not re.fullmatch(r"[1-9]\d*/[1-9]\d*", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no size; expected participations/registry, such as 15000/5000")
    return text


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=_size, default=SIZES, metavar="150000/50000")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        print(json.dumps(measure(asked.measure)))
        return
    print("| participations / registry | time | peak | candidates | precision | recall |\n|---|---|---|---|---|---|")
    for size in asked.sizes:
        run(size)


if __name__ == "__main__":
    main()
