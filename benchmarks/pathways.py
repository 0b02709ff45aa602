"""Reach, chains and defects on a made graph of a million records and five million links, beside networkx on the same graph.

    python benchmarks/pathways.py [--records 1000000] [--links 5000000] [--without-rival]

Every measurement runs in a process of its own, so that its peak of memory is its own. The graph is made from a fixed seed: records
of six stages, most links from a stage to the next, some within a stage, and a few planted circles, self links and copies.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

SEED = 20261122
STAGED = ("contribution", "project", "asset", "asset_use", "regulatory_procedure", "effect")
SHARES = (0.05, 0.05, 0.40, 0.25, 0.15, 0.10)
PLANTED = 100


def made(records: int, links: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The stage of each record, and the two ends of each link, as numbers."""
    draw = np.random.default_rng(SEED)
    stages = np.sort(draw.choice(len(STAGED), records, p=SHARES)).astype(np.int8)
    first = np.searchsorted(stages, np.arange(len(STAGED) + 1))
    starts = draw.integers(0, first[-2], links)
    stays = draw.random(links) < 0.1
    goal = np.where(stays, stages[starts], stages[starts] + 1)
    ends = first[goal] + (draw.random(links) * (first[goal + 1] - first[goal])).astype(np.int64)
    # Within a stage links lead to later numbers, so that the only circles are the planted ones.
    starts, ends = np.minimum(starts, ends), np.maximum(starts, ends)
    same = starts == ends
    ends[same & (ends < records - 1)] += 1
    planted = draw.choice(links, PLANTED, replace=False)
    starts = np.concatenate([starts, ends[planted], starts[:PLANTED], np.arange(PLANTED)])
    ends = np.concatenate([ends, starts[planted], ends[:PLANTED], np.arange(PLANTED)])
    return stages, starts, ends


def tables(records: int, links: int) -> dict[str, pa.Table]:
    """The same graph as tables of records and links."""
    stages, starts, ends = made(records, links)
    names, keys = pa.array(STAGED), pc.cast(pa.array(np.arange(records)), pa.string())
    types = names.take(pa.array(stages))

    def side(numbers: np.ndarray, name: str) -> dict[str, pa.Array]:
        at = pa.array(numbers)
        return {f"{name}_type": types.take(at).cast(pa.string()), f"{name}_id": keys.take(at)}

    count = len(starts)
    same = {"relation": "led_to", "document_id": "D1", "grade": "claimed"}
    link = pa.table(
        {"link_id": pc.cast(pa.array(np.arange(count)), pa.string()), **side(starts, "from"), **side(ends, "to")}
        | {column: pa.repeat(pa.scalar(value), count) for column, value in same.items()}
    )
    found = {"link": link}
    for number, name in enumerate(STAGED):
        ids = pc.binary_join_element_wise(pa.scalar(name), keys.filter(pa.array(stages == number)), ":")
        found[name] = pa.table({"evidence_id": ids})
    return found


def ours(records: int, links: int) -> dict[str, float]:
    """What Benchside takes, in seconds."""
    from benchside.pathways.cycles import circles
    from benchside.pathways.pathways import Pathways

    drawn = tables(records, links)
    sources = hubs(records, links)
    clock = Clock()
    found = Pathways(drawn)
    del drawn
    numbers = found.graph.nodes
    clock.lap("number the records")
    _ = found.graph.after, found.graph.before
    clock.lap("index the links from both ends")
    numbered = [found.number(id) for id in sources]
    clock.lap("find 20 records by name")
    reached = [int(found.graph.reach(np.array([n])).sum()) for n in numbered]
    clock.lap("reach of 20 outputs and projects, one by one")
    whole = int(found.graph.reach(np.flatnonzero(found.at_stage("input"))).sum())
    clock.lap("reach of all inputs together")
    rounds = len(circles(found.graph))
    clock.lap("find circles")
    return clock.laps | {"records": numbers, "reached": sum(reached), "whole": whole, "circles": rounds}


def rival(records: int, links: int) -> dict[str, float]:
    """What networkx takes for the same graph, in seconds."""
    import networkx

    _, starts, ends = made(records, links)
    sources = [int(id.partition(":")[2]) for id in hubs(records, links)]
    clock = Clock()
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(records))
    graph.add_edges_from(zip(starts.tolist(), ends.tolist(), strict=True))
    clock.lap("build the graph")
    reached = [len(networkx.descendants(graph, s)) for s in sources]
    clock.lap("reach of 20 outputs and projects, one by one")
    rounds = sum(len(part) > 1 for part in networkx.strongly_connected_components(graph))
    clock.lap("find circles")
    return clock.laps | {"reached": sum(reached), "circles": rounds}


def hubs(records: int, links: int) -> list[str]:
    """Ten projects and ten outputs, by fixed places."""
    stages, _, _ = made(records, 1_000)
    places = [*np.flatnonzero(stages == 1)[::2_000][:10], *np.flatnonzero(stages == 2)[::20_000][:10]]
    return [f"{STAGED[stages[p]]}:{p}" for p in places]


class Clock:
    """Seconds from lap to lap."""

    def __init__(self):
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.laps[name], self._last = now - self._last, now


def peak() -> float:
    """MB of this process alone; what `getrusage` says begins with the peak of the process that started it."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(which: str, options: argparse.Namespace) -> dict:
    """One measurement in a process of its own."""
    command = [
        sys.executable,
        __file__,
        "--only",
        which,
        "--records",
        str(options.records),
        "--links",
        str(options.links),
    ]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--links", type=int, default=5_000_000)
    parser.add_argument("--without-rival", action="store_true")
    parser.add_argument("--only", choices=("ours", "rival"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        found = {"ours": ours, "rival": rival}[options.only](options.records, options.links)
        print(json.dumps(found | {"peak_mb": peak()}))
        return
    answers = {"benchside": measured("ours", options)}
    if not options.without_rival:
        answers["networkx"] = measured("rival", options)
        for what in ("reached", "circles"):
            assert answers["networkx"][what] == answers["benchside"][what], f"both ways must find the same: {what}"
    Path("out").mkdir(exist_ok=True)
    Path("out/pathways.json").write_text(json.dumps(answers, indent=1))
    for name, found in answers.items():
        print(name)
        for what, number in found.items():
            print(f"  {what:<48}{number:>14,.2f}")


if __name__ == "__main__":
    main()
