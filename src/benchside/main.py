"""The steps: what each command of Benchside does, one after the other, without a word to the screen."""

from collections.abc import Callable
from pathlib import Path

import benchside.sources as sources
from benchside.errors import InputError, unknown
from benchside.figures.ask import Desk
from benchside.registry import gather
from benchside.settings import Programme, SourceSetting, read_programme
from benchside.store import builds, snapshots
from benchside.store.building import Staged
from benchside.store.reading import Build


def _silent(text: str) -> None:
    """Progress that nobody watches."""


def build(folder: Path, *, dry_run: bool = False, progress: Callable[[str], None] = _silent) -> builds.BuildResult:
    """Snapshots of every source, read, checked, and made into a build."""
    programme = read_programme(folder)
    if not programme.sources:
        raise InputError(
            f'{folder / "programme.toml"} names no [[source]]. Add one, such as id = "workbook", path = "records".'
        )
    known = gather(sources, "SOURCE")
    staged, expects = [], {}
    for setting in programme.sources:
        if setting.id not in known:
            raise unknown("source", setting.id, known, do="Correct `id` in programme.toml.")
        progress(f"Reading {setting.id}")
        staged.append(_stage(programme, known[setting.id], setting))
        expects |= known[setting.id].expects
    return builds.make(
        programme.store, staged, as_of=programme["as_of"] or None, refuse=programme["on_refused"] == "stop",
        dry_run=dry_run, memory=programme["memory"], expects=expects, progress=progress,
    )  # fmt: skip


def _stage(programme: Programme, source, setting: SourceSetting) -> Staged:
    found = snapshots.files_of(setting.path)
    snapshot = snapshots.take(programme.store, source.id, source.origin, found)
    extract = source.read(snapshot.files, setting.options)
    return Staged(source.id, snapshot.id, extract, {str(path): name for name, path in snapshot.files.items()})


def open_build(folder: Path, name: str | None = None) -> Build:
    """The current build of a programme, or the one named."""
    programme = read_programme(folder)
    chosen = builds.choose(programme.store, name)
    return Build(programme.store / "builds" / chosen, memory=programme["memory"])


def open_desk(folder: Path, name: str | None = None) -> Desk:
    """A build ready to be asked."""
    return Desk(open_build(folder, name), below=read_programme(folder)["small_number"])
