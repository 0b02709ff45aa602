"""From the network to a snapshot, and nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import benchside.sources as sources
from benchside.errors import UsageError, unknown
from benchside.main.opening import silent
from benchside.registry import gather
from benchside.settings import FILE, Programme, SourceSetting, read_programme
from benchside.sources.fetching.manners import Clock
from benchside.store import snapshots


@dataclass(frozen=True)
class FetchResult:
    """What a fetch brought: the files and their bytes, how many stood there from a run that was broken off, and the snapshot."""

    folder: Path
    files: int
    bytes: int
    stood: int
    snapshot: str


def fetch(
    folder: Path,
    name: str,
    *,
    today: date,
    clock: Clock,
    path: Path | None = None,
    variables: Mapping[str, str] = MappingProxyType({}),
    progress: Callable[[str], None] = silent,
) -> FetchResult:
    """Fetch a source into the folder that its `path` names, and take a snapshot. This is all that ever uses the network."""
    # The network's modules take a moment to load, which no other command should wait for.
    from benchside.sources.fetching import run as fetching

    programme = read_programme(folder)
    setting = _setting_to_fetch(programme, name, path)
    source = gather(sources, "SOURCE")[name]
    job = fetching.Job(name, source.fetch, setting.fetch, setting.path, programme["contact"], variables)
    with fetching.fetch(job, clock, today, progress) as found:
        day = today.isoformat()
        origin = replace(
            source.origin,
            url=found.url,
            citation=f"{source.origin.citation}, fetched on {day}",
            version=found.told.version or source.origin.version,
            published_on=found.told.published_on or source.origin.published_on,
        )
        snapshot = snapshots.take(programme.store, name, origin, found.files)
    return FetchResult(setting.path, len(found.files), found.bytes, found.stood, snapshot.id)


def _setting_to_fetch(programme: Programme, name: str, path: Path | None) -> SourceSetting:
    """The `[[source]]` that is meant; `UsageError` where there is none, or several and no path tells them apart."""
    can = [id for id, source in gather(sources, "SOURCE").items() if source.fetch]
    if name not in can:
        raise unknown("source that can be fetched", name, can, do="Files of the others are put in place by hand.")
    found = [s for s in programme.sources if s.id == name and path in (None, s.path)]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(str(s.path) for s in programme.sources if s.id == name) or "none"
    raise UsageError(
        f"{programme.folder / FILE} has {len(found)} [[source]] with id {name!r}{f' and path {path}' if path else ''}, expected one. "
        f"Its paths: {listed}. Add a [[source]] with `id` and `path`, or say with --path which one is meant."
    )
