"""From files to a build: sources read, taken in and kept out, and what a build works out itself."""

from collections.abc import Callable, Iterable
from pathlib import Path

import benchside.sources as sources
from benchside.errors import BenchsideError, InputError, UsageError, unknown
from benchside.main.opening import JUDGEMENTS, REGISTRIES, silent
from benchside.model.origin import Extract, Origin
from benchside.registry import gather
from benchside.resolve import same_projects, same_works, standing
from benchside.resolve.judgements import Ledger, read_ledger
from benchside.settings import FILE, Programme, SourceSetting, read_programme, template_text
from benchside.sources.workbook.template import write_csv, write_xlsx
from benchside.store import builds, snapshots
from benchside.store.building import Derive, Staged
from benchside.store.withheld import Withheld

JUDGED = Origin(
    producer="the programme itself", title="Judgements on which organisations are one",
    citation="The programme's own judgements", licence="as the programme states",
)  # fmt: skip


def build(
    folder: Path,
    *,
    without: Iterable[str] = (),
    dry_run: bool = False,
    listed: builds.Listed = builds.Listed(),
    progress: Callable[[str], None] = silent,
) -> builds.BuildResult:
    """Snapshots of every source, read, checked, and made into a build.

    Sources named in `without`, and those that programme.toml takes back, stay out. A dry run puts nothing in place and says
    what would change, with as much of the list as `listed` asks for.
    """
    programme = read_programme(folder)
    if not programme.sources:
        raise InputError(
            f'{folder / "programme.toml"} names no [[source]]. Add one, such as id = "workbook", path = "records".'
        )
    staged, withheld, expects = read_sources(programme, without, progress)
    ledger, kept = judged(programme)
    return builds.make(
        programme.store, [*staged, *kept], as_of=programme["as_of"] or None, refuse=programme["on_refused"] == "stop",
        dry_run=dry_run, memory=programme["memory"], expects=expects, progress=progress, withheld=withheld, listed=listed,
        derive=derived(programme, ledger),
    )  # fmt: skip


def derived(programme: Programme, ledger: Ledger) -> dict[str, Derive]:
    """What a build works out itself: which organisations, projects and works are one.

    Of projects and works that several sources have, the record of the source that programme.toml names first stands for all.
    """
    order = [setting.id for setting in programme.sources]
    return {
        standing.TABLE: Derive(standing.standing_for(ledger, REGISTRIES)),
        same_projects.TABLE: Derive(same_projects.projects_for(ledger, order)),
        same_works.TABLE: Derive(same_works.works_for(ledger, order), adds=True),
    }


def judged(programme: Programme) -> tuple[Ledger, list[Staged]]:
    """The kept judgements and their snapshot, which brings no table of its own; neither where nothing was ever judged."""
    path = programme.folder / JUDGEMENTS
    if not path.exists():
        return Ledger(), []
    snapshot = snapshots.take(programme.store, path.stem, JUDGED, {path.name: path})
    ledger = read_ledger(snapshot.files[path.name], path.name)
    return ledger, [Staged(path.stem, snapshot.id, Extract({}))]


def read_sources(
    programme: Programme, without: Iterable[str], progress: Callable[[str], None], *, but: SourceSetting | None = None
) -> tuple[list[Staged], list[Withheld], dict[str, tuple[int, int]]]:
    """What each source hands over, those that are kept out, and how many records are expected; all `but` one."""
    known, named = gather(sources, "SOURCE"), [setting.id for setting in programme.sources]
    for name in without:
        if name not in named:
            raise unknown("source of this programme", name, named)
    staged, withheld, expects = [], [], {}
    for setting in programme.sources:
        if setting.id not in known:
            raise unknown("source", setting.id, known, do="Correct `id` in programme.toml.")
        if setting is but:
            continue
        progress(f"Reading {setting.id}")
        reason = setting.taken_back or ("left out by --without" if setting.id in without else "")
        if reason:
            withheld.append(_withhold(programme, known[setting.id], setting, reason))
        else:
            staged.append(_stage(programme, known[setting.id], setting))
            expects |= known[setting.id].expects
    return staged, withheld, expects


def _withhold(programme: Programme, source, setting: SourceSetting, reason: str) -> Withheld:
    """A source that is kept out. That its files cannot be read may be the very reason, and stops nothing."""
    try:
        staged = _stage(programme, source, setting)
    except BenchsideError:
        return Withheld(source.id, "", None, reason)
    return Withheld(source.id, staged.snapshot, staged.extract, reason)


def _stage(programme: Programme, source, setting: SourceSetting) -> Staged:
    found = snapshots.files_of(setting.path)
    snapshot = snapshots.take(programme.store, source.id, source.origin, found)
    extract = source.read(snapshot.files, setting.options)
    return Staged(source.id, snapshot.id, extract)


def new(folder: Path, *, as_csv: bool = False) -> list[str]:
    """Make a programme folder with its settings and an empty workbook; what was made, by name."""
    if folder.exists() and any(folder.iterdir()):
        raise UsageError(f"{folder} is not empty. Expected a new folder; name another, or empty this one.")
    (folder / "records").mkdir(parents=True)
    (folder / FILE).write_text(template_text(folder.resolve().name), encoding="utf-8")
    if as_csv:
        write_csv(folder / "records")
    else:
        write_xlsx(folder / "records" / "records.xlsx")
    return [FILE, "records"]
