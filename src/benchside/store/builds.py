"""The builds of a programme: made beside the last one, checked, renamed into place, kept.

A run that is killed leaves a folder `.making-…` which the next one clears; `current` names the last good build and is
replaced in one step, so that there is a good build at every moment once there has been one. Several runs may go on at
once: each fills a folder of its own, and they take turns only to number their builds and put them in place.
"""

import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from benchside import __version__
from benchside.errors import DataError, InputError, UsageError, unknown
from benchside.model.record import MODEL_VERSION
from benchside.model.spreadsheets import harmless_columns
from benchside.store import engine, told
from benchside.store.building import REFUSED, Derive, Staged, fill
from benchside.store.checks import quoted
from benchside.store.differences import Differences, differences
from benchside.store.fingerprint import fingerprint
from benchside.store.guard import LOCK, clear_left, hold, one_at_a_time, sync, telling
from benchside.store.withheld import Withheld

PREVIOUS = "previous"
"""The file that names the build which was current before the current one."""


@dataclass(frozen=True)
class BuildResult:
    """What a build came to: its name, folder, rows of each table, refusals (the first of them in words), decisions, warnings.

    `files`: each file that a source read row by row; accepted and refused are all rows. `taken_back`: sources kept out, each with its reason. `changes`: of a dry run, what would differ from the current build.
    """

    name: str
    folder: Path
    content_hash: str
    as_of: str
    counts: dict[str, int]
    refused: int
    decisions: int
    warnings: list[str]
    reasons: list[str]
    is_new: bool
    files: list[told.Read] = field(default_factory=list)
    taken_back: list[tuple[str, str]] = field(default_factory=list)
    changes: Differences | None = None


@dataclass(frozen=True)
class Listed:
    """How much of a list of differences is wanted: the first lines, and a CSV file for all of them."""

    limit: int = 20
    file: Path | None = None


def make(
    store: Path,
    staged: list[Staged],
    *,
    as_of: str | None = None,
    refuse: bool = False,
    dry_run: bool = False,
    memory: str = engine.DEFAULT_MEMORY,
    expects: dict[str, tuple[int, int]] | None = None,
    derive: Mapping[str, Derive] | None = None,
    withheld: Iterable[Withheld] = (),
    listed: Listed = Listed(),
    progress: Callable[[str], None] = lambda text: None,
) -> BuildResult:
    """Build everything anew from what was staged.

    `refuse`: with any refused row no build comes about (`DataError`), the list of refusals is still written. `dry_run`:
    nothing is put in place. `expects`: least and most rows of a table, outside which there is a warning.
    `derive`: tables that are worked out from the others, with how. `withheld`: sources that are taken back. `listed`: of a
    dry run, how much of what would differ from the current build is told.
    """
    as_of, withheld = _day(as_of), list(withheld)
    with telling(store, memory), _making(store) as making:
        made = _fill(making, staged, as_of, memory, expects or {}, progress, derive, withheld)
        if refuse and made["refused"]:
            shutil.copyfile(making / "refused.csv", store / "refused.csv")
            raise DataError(
                f'{made["refused"]} rows were refused and programme.toml says on_refused = "stop": the last good build stays. '
                f'The first: {made["reasons"][0]} See {store / "refused.csv"} for all; mend them, or set on_refused = "keep".'
            )
        if not dry_run:
            return _put_in_place(store, making, made)
        current = store / "builds" / choose(store) / "build.duckdb" if names(store) else None
        changes = _compare(making, current, making / "build.duckdb", memory, listed, progress)
        return replace(_result(made, "(dry run)", Path(), False), changes=changes)


def _day(as_of: str | None) -> str | None:
    try:
        return date.fromisoformat(as_of).isoformat() if as_of else None
    except ValueError as error:
        raise UsageError(f"programme.toml: as_of = {as_of!r} is no day. Expected a date such as 2015-12-31.") from error


@contextmanager
def _making(store: Path) -> Iterator[Path]:
    """A folder of this run's own, which a run that comes later can tell to be in use; it is gone at the end."""
    making = store / "builds" / f".making-{os.getpid()}-{secrets.token_hex(4)}"
    with one_at_a_time(store):
        clear_left(store)
        making.mkdir(parents=True)
        mark = hold(making / LOCK)
    try:
        yield making
    finally:
        mark.close()
        shutil.rmtree(making, ignore_errors=True)


def _fill(
    making: Path, staged: list[Staged], as_of: str | None, memory: str, expects, progress, derive, withheld
) -> dict:
    con = engine.open_for_writing(making / "build.duckdb", memory=memory)
    try:
        fill(con, staged, progress, derive, withheld)
        content, counts = fingerprint(con)
        cells = harmless_columns(REFUSED)
        con.execute(f"COPY (SELECT {cells} FROM refused) TO {quoted(str(making / 'refused.csv'))} (HEADER)")
        manifest = {
            "content_hash": content,
            "as_of": as_of or told.latest_known(con, counts),
            "model_version": MODEL_VERSION,
            "benchside": __version__,
            "snapshots": sorted({(s.source, s.snapshot) for s in staged}),
            "counts": counts,
            # A row with several faults stands in several lines and is one row refused.
            "refused": told.count(con, '(SELECT DISTINCT source, "table", "row" FROM refused)'),
            "decisions": told.count(con, "decision"),
            "warnings": told.warnings(con, counts, expects),
            "reasons": told.reasons(con),
            "files": told.files(con),
            "taken_back": [(w.source, w.reason) for w in withheld],
        }
        con.execute("CHECKPOINT")
    finally:
        con.close()
    (making / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    shutil.rmtree(making / "build.spill", ignore_errors=True)
    return manifest


def _put_in_place(store: Path, making: Path, made: dict) -> BuildResult:
    for file in making.iterdir():
        sync(file)
    with one_at_a_time(store):
        twin = next((b for b in names(store) if _is_same(manifest(store, b), made)), None)
        name = twin or f"{_next_number(store):04d}-{made['content_hash'][:8]}"
        if twin is None:
            (making / LOCK).unlink()
            making.rename(store / "builds" / name)
            sync(store / "builds")
        _point_to(store, name)
        (store / "refused.csv").unlink(missing_ok=True)
    return _result(made, name, store / "builds" / name, twin is None)


def _is_same(one: dict, other: dict) -> bool:
    return all(one.get(key) == other[key] for key in ("content_hash", "as_of"))


def _result(made: dict, name: str, folder: Path, is_new: bool) -> BuildResult:
    keys = ("content_hash", "as_of", "counts", "refused", "decisions", "warnings", "reasons", "files", "taken_back")
    return BuildResult(name=name, folder=folder, is_new=is_new, **{k: made[k] for k in keys})


def _next_number(store: Path) -> int:
    return max((int(n.split("-")[0]) for n in names(store)), default=0) + 1


def _point_to(store: Path, name: str) -> None:
    """Make a build the current one; the one that was current until now is remembered."""
    before = choose(store) if (store / "current").exists() else name
    if before != name:
        (store / PREVIOUS).write_text(before + "\n", encoding="utf-8")
    partial = store / ".current"
    partial.write_text(name + "\n", encoding="utf-8")
    sync(partial)
    partial.replace(store / "current")
    sync(store)


def names(store: Path) -> list[str]:
    """The builds there are, the oldest first."""
    folder = store / "builds"
    return sorted(p.name for p in folder.glob("[0-9]*-*") if (p / "manifest.json").exists()) if folder.exists() else []


def manifest(store: Path, name: str) -> dict:
    """What a build says of itself."""
    path = store / "builds" / name / "manifest.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise InputError(
            f"{path} is damaged: {error}. Remove the folder {path.parent}, and run `benchside build`."
        ) from error


def choose(store: Path, name: str | None = None) -> str:
    """The build of that name (or its beginning), by default the current one.

    Where the current one was removed by hand the latest that is left takes its place.
    """
    known = names(store)
    if not known:
        raise InputError(f"There is no build in {store}. Run `benchside build` first.")
    if name is None:
        pointer = store / "current"
        current = pointer.read_text(encoding="utf-8").strip() if pointer.exists() else ""
        return current if current in known else known[-1]
    found = [k for k in known if k == name] or [k for k in known if name and k.startswith(name)]
    if len(found) != 1:
        raise unknown("build", name, known, do="Use one of these names, or a beginning that only one has.")
    return found[0]


def previous(store: Path) -> str:
    """The build that was current before the current one; of builds made before that was kept, the one before by number."""
    known, current = names(store), choose(store)
    pointer = store / PREVIOUS
    named = pointer.read_text(encoding="utf-8").strip() if pointer.exists() else ""
    earlier = [k for k in known if k < current]
    if named in known and named != current:
        return named
    if not earlier:
        raise InputError(
            f"There is no build before {current} in {store}; builds: {', '.join(known)}. "
            "Name two with --from and --to, or see with `benchside build DIR --dry-run` what the next would change."
        )
    return earlier[-1]


def compare(
    store: Path,
    before: str,
    after: str,
    *,
    memory: str = engine.DEFAULT_MEMORY,
    listed: Listed = Listed(),
    progress=lambda text: None,
) -> Differences:
    """What differs between two builds, by their names."""
    was, now = (store / "builds" / choose(store, b) / "build.duckdb" for b in (before, after))
    with telling(store, memory), _making(store) as making:
        return _compare(making, was, now, memory, listed, progress)


def compare_staged(
    store: Path,
    before: list[Staged],
    after: list[Staged],
    *,
    memory: str = engine.DEFAULT_MEMORY,
    derive: Mapping[str, Derive] | None = None,
    withheld: Iterable[Withheld] = (),
    listed: Listed = Listed(),
    progress: Callable[[str], None] = lambda text: None,
) -> Differences:
    """What differs between the builds that two lots of extracts would make; neither is put in place."""
    withheld = list(withheld)
    with telling(store, memory), _making(store) as one, _making(store) as other:
        for making, staged in ((one, before), (other, after)):
            _fill(making, staged, None, memory, {}, progress, derive, withheld)
        return _compare(other, one / "build.duckdb", other / "build.duckdb", memory, listed, progress)


def _compare(making: Path, before: Path | None, after: Path, memory: str, listed: Listed, progress) -> Differences:
    scratch = making / "differences.duckdb"
    return differences(
        before, after, scratch, limit=listed.limit, listing=listed.file, memory=memory, progress=progress
    )
