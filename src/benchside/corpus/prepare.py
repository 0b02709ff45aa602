"""Preparing a corpus: works in any form to one row for each work and field, by year, once for each snapshot.

Each input is staged by itself and moved into place whole, so that an interrupted run takes up the inputs already done; several are
staged side by side. Then works that came twice are dropped, citations counted where the rule asks for references, and one file is
written for each year, with the baselines of the whole. Rules, each counted in the manifest: a line that cannot be read, a work without
id, a year or number of citations that is not a whole number, citations below zero are refused, with file, place and reason in
`refused.csv`; of works with the same id that of the first input (by name) and place is kept; a work without year, type, field or
citations, or outside the reference, is left out of all cells.
"""

import hashlib
import os
import shutil
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from benchside.corpus import manifest
from benchside.corpus.baselines import baselines
from benchside.corpus.manifest import MANIFEST, Input, Known
from benchside.corpus.preparing import citing, refusals, staged, years
from benchside.corpus.preparing.settings import CitationRule, Settings, share_of_memory
from benchside.corpus.preparing.stage import scratch, stage
from benchside.errors import UsageError
from benchside.store.benches import check_engine
from benchside.store.engine import DEFAULT_MEMORY
from benchside.store.spark import run_on_workers

STAGING = ".staging"
BASELINES = "baselines"


def prepare(
    source: Path,
    out: Path,
    *,
    memory: str = DEFAULT_MEMORY,
    fields: str = "subfield",
    citations: CitationRule = CitationRule(),
    progress: Callable[[str], None] = lambda text: None,
    engine: str = "duckdb",
    master: str | None = None,
) -> dict[str, Any]:
    """Make a prepared corpus in `out`, with its baselines, and return its manifest; what is finished is not done again.

    `fields` is the level of OpenAlex topics that cells are made of; plain tables bring their own fields. `citations` is the rule
    by which a work's citations are counted. With `engine` "spark" the inputs are staged as tasks of the cluster `master`, by the same
    function; what follows is done here. Raises `InputError` where there is nothing to read, `UsageError` where `out` holds
    something else, or the inputs do not bring what the rule needs.
    """
    check_engine(engine, master)
    settings = Settings(fields, citations, memory, threads=os.cpu_count() or 1)
    inputs, passed = manifest.find_inputs(source)
    progress(f"checksums of {len(inputs)} files")
    with ThreadPoolExecutor(settings.threads) as beside:
        found = list(beside.map(manifest.known, inputs))
    about = {"kind": "corpus", "format": manifest.FORMAT, "fields": fields, "citations": citations.content}
    about |= {"inputs": [asdict(k) for k in found]}
    if (out / MANIFEST).exists():
        return _finished(out, about)
    _begin(out)
    places = [out / STAGING / manifest.staging_name(its, settings.of_rows) for its in found]
    if engine == "spark":
        _stage_on_workers(inputs, found, places, settings, master)
    else:
        _stage_all(inputs, found, places, settings, progress)
    content = about | {"passed_by": passed} | _assemble(out, inputs, places, settings, progress)
    progress("baselines")
    baselines(out, out / BASELINES, memory=memory, progress=progress, about=content)
    manifest.write_manifest(out, content)
    shutil.rmtree(out / STAGING)
    return content


def _finished(out: Path, about: dict[str, Any]) -> dict[str, Any]:
    there = manifest.read_manifest(out, "corpus")
    if any(there.get(key) != value for key, value in about.items()):
        raise UsageError(f"{out} holds a corpus of other inputs or settings. Name another folder, or remove this one.")
    shutil.rmtree(out / STAGING, ignore_errors=True)
    return there


def _begin(out: Path) -> None:
    """Only an empty folder, or one that an interrupted run left, is written to."""
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / STAGING).is_dir())):
        raise UsageError(f"{out} holds something that is no corpus. Name a new or empty folder.")
    (out / STAGING).mkdir(parents=True, exist_ok=True)
    for rest in (*out.glob("year=*"), out / BASELINES, *(out / STAGING).glob("*.part"), out / STAGING / "spill"):
        shutil.rmtree(rest, ignore_errors=True)


def _stage_all(
    inputs: list[Input], found: list[Known], places: list[Path], settings: Settings, progress: Callable[[str], None]
) -> None:
    """Stage the inputs side by side, as many as there are processors, each with its part of threads and memory.

    Their names differ, so that no two are staged to one place.
    """
    workers = min(settings.threads, len(inputs))
    one = replace(settings, memory=share_of_memory(settings.memory, workers), threads=settings.threads // workers)

    stopped = threading.Event()

    def run(number: int) -> None:
        if stopped.is_set():
            return
        progress(f"{inputs[number].name} ({number + 1} of {len(inputs)})")
        stage(inputs[number], found[number], places[number], one)

    with ThreadPoolExecutor(workers) as beside:
        runs = [beside.submit(_stopping, stopped, run, number) for number in range(len(inputs))]
        try:
            for done in runs:
                done.result()
        finally:
            stopped.set()


def _stage_on_workers(
    inputs: list[Input], found: list[Known], places: list[Path], settings: Settings, master: str | None
) -> None:
    """Stage each input as a task of its own. The workers see inputs and places under the same absolute paths."""
    one = replace(settings, threads=1)
    paths = [replace(of, files=tuple(p.absolute() for p in of.files)) for of in inputs]
    items = [(of, its, place.absolute(), one) for of, its, place in zip(paths, found, places, strict=True)]
    scratch_here = places[0].with_name("spark")
    run_on_workers(stage, items, master=master, memory=settings.memory, scratch=scratch_here)


def _stopping(stopped: threading.Event, run: Callable[[int], None], number: int) -> None:
    """Where one fails, those that have not begun do not begin."""
    try:
        run(number)
    except BaseException:
        stopped.set()
        raise


def _assemble(
    out: Path, inputs: list[Input], places: list[Path], settings: Settings, progress: Callable[[str], None]
) -> dict[str, Any]:
    """From staged inputs to years: what came twice dropped, citations, one file for each year, refusals, all counts."""
    made = out / STAGING / f"made-{_digest(places)}"
    with scratch(out / STAGING / "spill", settings) as engine:
        progress("looking for works that came twice")
        brought = staged.without_again(engine, tuple(places))
        rows, left_out = years.count_left_out(brought)
        counted, told = None, {}
        if settings.has_edges:
            counted, references = citing.count_citations(brought, settings.citations, made / "cited", progress)
            told = {"references": references}
        written = years.write_years(brought, rows, counted, made, progress)
        again = engine.raw_sql("SELECT n, work_id, rule FROM again ORDER BY n, work_id").fetchall()
    more = ((inputs[n].name, "", rule, work) for n, work, rule in again)
    refused = refusals.gather_refused(out, out / STAGING / refusals.REFUSED, places, more)
    years.put_in_place(made, out, written)
    return {
        "columns": list(years.COLUMNS), "works": sum(y.works for y in written.values()),
        "rows": sum(y.rows for y in written.values()), "years": {str(n): y.rows for n, y in written.items()},
        "left_out": left_out, "refused": refused, **told,
        "content_hash": manifest.content_hash({n: (y.rows, y.mixed) for n, y in written.items()}),
    }  # fmt: skip


def _digest(places: list[Path]) -> str:
    return hashlib.sha256(" ".join(p.name for p in places).encode()).hexdigest()[:24]
