"""What differs between two builds, or between two snapshots of a source."""

from collections.abc import Callable
from pathlib import Path

import benchside.sources as sources
from benchside.errors import UsageError, unknown
from benchside.main.building import derived, judged, read_sources
from benchside.main.opening import silent
from benchside.model.origin import Extract
from benchside.registry import gather
from benchside.settings import FILE, Programme, SourceSetting, read_programme
from benchside.store import builds, snapshots
from benchside.store.building import Staged
from benchside.store.differences import Differences


def changes(
    folder: Path,
    source: str | None = None,
    *,
    before: str | None = None,
    after: str | None = None,
    listed: builds.Listed = builds.Listed(),
    progress: Callable[[str], None] = silent,
) -> tuple[str, str, Differences]:
    """What differs between two builds or, for a source, between the builds that two of its snapshots would make.

    Two builds: by default the current one and the one that was current before it. A source: `before` and `after` name a
    file, a folder, or a kept snapshot; by default the snapshot of the current build, and what stands in place now. The two
    sides, in words, come first.
    """
    programme = read_programme(folder)
    if source is not None:
        return _changes_of(programme, source, before, after, listed, progress)
    store = programme.store
    was, now = builds.choose(store, before) if before else builds.previous(store), builds.choose(store, after)
    return was, now, builds.compare(store, was, now, memory=programme["memory"], listed=listed, progress=progress)


def _changes_of(
    programme: Programme, source: str, before: str | None, after: str | None, listed: builds.Listed, progress
) -> tuple[str, str, Differences]:
    settings = [s for s in programme.sources if s.id == source]
    if not settings:
        raise unknown("source of this programme", source, {s.id for s in programme.sources})
    if len(settings) > 1:
        raise UsageError(
            f"{programme.folder / FILE} has {len(settings)} [[source]] with id {source!r}, expected one. "
            "Compare the builds instead, without naming a source."
        )
    setting = settings[0]
    others, withheld, _ = read_sources(programme, (), progress, but=setting)
    ledger, kept = judged(programme)
    (was, old), (now, new) = _side(programme, setting, before, is_before=True), _side(programme, setting, after)
    found = builds.compare_staged(
        programme.store, [*others, *kept, Staged(source, was, old)], [*others, *kept, Staged(source, now, new)],
        memory=programme["memory"], withheld=withheld, listed=listed, progress=progress,
        derive=derived(programme, ledger),
    )  # fmt: skip
    return was, now, found


def _side(
    programme: Programme, setting: SourceSetting, named: str | None, *, is_before: bool = False
) -> tuple[str, Extract]:
    """One of two snapshots of a source, in words, and what it hands over. Nothing of it is put into the store."""
    source = gather(sources, "SOURCE")[setting.id]
    if named is None and is_before:
        made = builds.manifest(programme.store, builds.choose(programme.store))
        named = dict(made["snapshots"]).get(setting.id)
        if named is None:
            raise UsageError(
                f"The current build holds nothing of the source {setting.id!r}. Name with --from what to compare with."
            )
    path = Path(named) if named else setting.path
    if named is None or path.exists():
        return str(path), source.read(snapshots.files_of(path), setting.options)
    snapshot = snapshots.find(programme.store, setting.id, named)
    return f"snapshot {snapshot.id}", source.read(snapshot.files, setting.options)
