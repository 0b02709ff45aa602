"""The steps: what each command of Benchside does, one after the other, without a word to the screen."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

import benchside.exports as exports
import benchside.sources as sources
from benchside.corpus.attribution import Marks
from benchside.corpus.catalogue import all_measures
from benchside.corpus.catalogue import measure as measure_citations
from benchside.corpus.finding import find_in
from benchside.corpus.tables import Corpus
from benchside.economy.comparison import Comparison
from benchside.economy.comparison import compare as compare_groups
from benchside.economy.multipliers import Multipliers, all_multipliers
from benchside.economy.panel import read_panel
from benchside.errors import BenchsideError, InputError, UsageError, unknown
from benchside.exports.base import Given, put
from benchside.figures import check as checking
from benchside.figures import scope as scopes
from benchside.figures.answers import Answer, answers
from benchside.figures.ask import Desk
from benchside.figures.explain import Explained
from benchside.figures.explain import explain as open_figure
from benchside.frameworks.catalogue import Framework
from benchside.frameworks.counting import Reported, Tagging
from benchside.frameworks.reading import framework as named_framework
from benchside.frameworks.reading import read_catalogues, shipped
from benchside.indicators.catalogue import all_indicators
from benchside.model.figure import Figure
from benchside.model.origin import Extract, Origin
from benchside.model.rounding import decimals, printed
from benchside.networks import overview as networks
from benchside.networks import partners as finding
from benchside.networks.organisations import describe as describe_network
from benchside.pathways import shares as dividing
from benchside.pathways.intended import Laid, lay_over
from benchside.pathways.logic import read_logic
from benchside.pathways.pathways import Pathways
from benchside.registry import gather
from benchside.resolve import same_projects, same_works, standing
from benchside.resolve.judgements import Judgement, Ledger, read_ledger, write_ledger
from benchside.resolve.looks import Look, looks
from benchside.resolve.records import from_tables
from benchside.resolve.resolution import Resolution, resolve
from benchside.settings import FILE, Programme, SourceSetting, read_programme, template_text
from benchside.sources.fetching.manners import Clock
from benchside.sources.inputoutput.reading import read_table
from benchside.sources.workbook.template import write_csv, write_xlsx
from benchside.store import builds, snapshots
from benchside.store.building import Derive, Staged
from benchside.store.differences import Differences
from benchside.store.engine import DEFAULT_MEMORY
from benchside.store.reading import Build
from benchside.store.withheld import Withheld

JUDGEMENTS = "judgements.csv"
"""The file of a programme's folder that keeps what persons and programs judged of organisations."""
JUDGED = Origin(
    producer="the programme itself", title="Judgements on which organisations are one",
    citation="The programme's own judgements", licence="as the programme states",
)  # fmt: skip
REGISTRIES = ("ror", "cordis")
"""Sources that hold each organisation once."""


def _silent(text: str) -> None:
    """Progress that nobody watches."""


def build(
    folder: Path,
    *,
    without: Iterable[str] = (),
    dry_run: bool = False,
    listed: builds.Listed = builds.Listed(),
    progress: Callable[[str], None] = _silent,
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
    staged, withheld, expects = _read_sources(programme, without, progress)
    ledger, kept = _judged(programme)
    return builds.make(
        programme.store, [*staged, *kept], as_of=programme["as_of"] or None, refuse=programme["on_refused"] == "stop",
        dry_run=dry_run, memory=programme["memory"], expects=expects, progress=progress, withheld=withheld, listed=listed,
        derive=_derived(programme, ledger),
    )  # fmt: skip


def _derived(programme: Programme, ledger: Ledger) -> dict[str, Derive]:
    """What a build works out itself: which organisations, projects and works are one.

    Of projects and works that several sources have, the record of the source that programme.toml names first stands for all.
    """
    order = [setting.id for setting in programme.sources]
    return {
        standing.TABLE: Derive(standing.standing_for(ledger, REGISTRIES)),
        same_projects.TABLE: Derive(same_projects.projects_for(ledger, order)),
        same_works.TABLE: Derive(same_works.works_for(ledger, order), adds=True),
    }


def _judged(programme: Programme) -> tuple[Ledger, list[Staged]]:
    """The kept judgements and their snapshot, which brings no table of its own; neither where nothing was ever judged."""
    path = programme.folder / JUDGEMENTS
    if not path.exists():
        return Ledger(), []
    snapshot = snapshots.take(programme.store, path.stem, JUDGED, {path.name: path})
    ledger = read_ledger(snapshot.files[path.name], path.name)
    return ledger, [Staged(path.stem, snapshot.id, Extract({}))]


def _read_sources(
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
    progress: Callable[[str], None] = _silent,
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


def changes(
    folder: Path,
    source: str | None = None,
    *,
    before: str | None = None,
    after: str | None = None,
    listed: builds.Listed = builds.Listed(),
    progress: Callable[[str], None] = _silent,
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
    others, withheld, _ = _read_sources(programme, (), progress, but=setting)
    ledger, kept = _judged(programme)
    (was, old), (now, new) = _side(programme, setting, before, is_before=True), _side(programme, setting, after)
    found = builds.compare_staged(
        programme.store, [*others, *kept, Staged(source, was, old)], [*others, *kept, Staged(source, now, new)],
        memory=programme["memory"], withheld=withheld, listed=listed, progress=progress,
        derive=_derived(programme, ledger),
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


def open_build(folder: Path, name: str | None = None) -> Build:
    """The current build of a programme, or the one named."""
    programme = read_programme(folder)
    chosen = builds.choose(programme.store, name)
    return Build(programme.store / "builds" / chosen, memory=programme["memory"])


def open_desk(folder: Path, name: str | None = None) -> Desk:
    """A build ready to be asked."""
    return Desk(open_build(folder, name), below=read_programme(folder)["small_number"])


def figures(folder: Path, ids, *, as_of=None, build=None, scope=(), by=None, progress=_silent) -> list[Figure]:
    """The named indicators, or all of them, asked of a scope at a date, cut by a dimension where one is named."""
    where, day = scopes.merge(scope), _date(as_of)
    names = list(ids) or list(all_indicators())
    desk = open_desk(folder, build)
    with desk.build:
        found = []
        for name in names:
            progress(name)
            try:
                found += desk.ask(name, where, by=by, as_of=day)
            except UsageError:
                if ids:
                    raise
        return found


def explain(folder: Path, name: str, *, as_of=None, build=None, scope=()) -> Explained:
    """One figure opened down to its rows and documents."""
    desk = open_desk(folder, build)
    with desk.build:
        return open_figure(desk, name, scopes.merge(scope), as_of=_date(as_of))


def check(folder: Path, *, build=None, progress=_silent) -> list[checking.Checked]:
    """Every published figure beside the computed one."""
    desk = open_desk(folder, build)
    with desk.build:
        return checking.check(desk, progress)


def export(
    folder: Path,
    name: str,
    out: Path,
    *,
    build: str | None = None,
    figures: Iterable[str] = (),
    scope: Iterable[str] = (),
    progress: Callable[[str], None] = _silent,
) -> dict[str, int]:
    """A build in a standard that others read, put at `out` when it is whole; what was written, counted by name."""
    known = gather(exports, "EXPORT")
    if name not in known:
        raise unknown("export", name, known)
    programme, desk = read_programme(folder), open_desk(folder, build)
    with desk.build:
        return put(known[name], Given(desk, programme.values, tuple(figures), scopes.merge(scope), progress), out)


def match(folder: Path, *, build: str | None = None, limit: int | None = None) -> list[Look]:
    """Pairs of organisations of a build that may be one and want a person's look, best first, each score explained.

    Judgements already made stand in `judgements.csv` of the programme's folder.
    """
    found, _ = _resolved(folder, build)
    return looks(found, limit)


def keep_matches(folder: Path, least: float, *, today: str, build: str | None = None) -> list[Judgement]:
    """Writes the pairs of a build that are surely one by name and place and score at least so many bits to `judgements.csv`, from
    which the next build takes them; what was written."""
    found, ledger = _resolved(folder, build, today)
    kept = [j for j in found.by_name(ledger, today) if j.score is None or j.score >= least]
    for judgement in kept:
        ledger.judge(judgement)
    if kept:
        write_ledger(folder / JUDGEMENTS, ledger)
    return kept


def _resolved(folder: Path, name: str | None, today: str = "") -> tuple[Resolution, Ledger]:
    """Who is who among the organisations of a build, by the judgements that stand; the day of the build dates what is added."""
    with open_build(folder, name) as opened:
        rows = [opened.fetch(opened.table(t)) for t in ("organisation", "organisation_name", "organisation_identifier")]
        day = today or opened.as_of
    path = folder / JUDGEMENTS
    ledger = read_ledger(path) if path.exists() else Ledger()
    return resolve(from_tables(*rows), ledger, today=day, registries=REGISTRIES), ledger


def find_works(
    works: Path,
    folder: Path,
    out: Path,
    *,
    names: Iterable[str] = (),
    funders: Iterable[str] = (),
    project: str | None = None,
    memory: str = DEFAULT_MEMORY,
    progress: Callable[[str], None] = _silent,
) -> dict[str, Any]:
    """A programme's works in files of OpenAlex works, by what its build knows; the candidates are written to `out`."""
    with open_build(folder) as build:
        marks = marks_of(build, tuple(names), tuple(funders), project)
    return find_in(works, out, marks, memory=memory, progress=progress)


def marks_of(build: Build, names: tuple[str, ...], funders: tuple[str, ...], project: str | None) -> Marks:
    """What a build tells of the programme's works: grant numbers, names of its programmes, works reported by projects."""
    projects = build.fetch(build.table("project").select("project_id", "grant_number"))
    keys = [p["project_id"] for p in projects]
    if project is not None and project not in keys:
        raise unknown("project", project, keys)
    owner = project or (keys[0] if len(keys) == 1 else None)
    if funders and owner is None:
        raise UsageError(
            "--funder finds works of the whole programme. Say with --project which project they belong to."
        )
    programmes = build.fetch(build.table("programme").select("programme_id", "name"))
    return Marks(
        grants=tuple((p["project_id"], p["grant_number"]) for p in projects if p["grant_number"]),
        names=tuple(
            dict.fromkeys((*names, *(p["name"] for p in programmes), *(p["programme_id"] for p in programmes)))
        ),
        funders=tuple((owner or "", f) for f in funders),
        reported=tuple(_reported(build)),
    )


def _reported(build: Build) -> list[dict[str, Any]]:
    """The works that projects told of; works found in another way are no mark."""
    told = build.fetch(build.table("project_work").select("project_id", "work_id", "found_by"))
    works = build.fetch(build.table("work").select("work_id", "doi", "pmid", "title", "published_on"))
    by_key = {w["work_id"]: w for w in works}
    found = [(t["project_id"], by_key[t["work_id"]]) for t in told if t["found_by"] == "reported"]
    return [
        {
            "project_id": project, "doi": w["doi"], "pmid": w["pmid"], "title": w["title"],
            "year": w["published_on"].year if w["published_on"] else None,
        }
        for project, w in found
    ]  # fmt: skip


def network(
    folder: Path, *, weight: str = "full", as_of: str | None = None, build: str | None = None
) -> tuple[networks.Overview, dict[str, str]]:
    """Who works with whom in a programme, and the names of its organisations by key."""
    with open_build(folder, build) as opened:
        rows = _rows(opened, networks.NEEDED | {"organisation": ("organisation_id", "name")} | STANDS, as_of)
    _join(rows)
    names = {row["organisation_id"]: row["name"] for row in rows["organisation"]}
    return networks.overview(rows["participation"], rows["project"], weight=weight), names


def partners(
    folder: Path, text: str, *, as_of: str | None = None, build: str | None = None, **options: Any
) -> list[finding.Proposal]:
    """Organisations that have done what a topic asks for; the options are those of `Finder.find`."""
    with open_build(folder, build) as opened:
        rows = _rows(opened, finding.NEEDED | STANDS, as_of)
    _join(rows)
    return finding.find_partners(text, rows, **options)


def compare(
    panel: Path,
    *,
    unit: str,
    time: str,
    outcome: str,
    treated: str,
    match: Iterable[str] = (),
    random: str = "",
    picture: Path | None = None,
) -> Comparison:
    """Units of a panel file that were treated beside those that were not; the event study is drawn at `picture`, where one is named."""
    read = read_panel(panel, unit=unit, time=time, outcome=outcome, treated=treated, match=tuple(match))
    found = compare_groups(read, random=random)
    if picture is not None:
        from benchside.charts.event_study import event_study  # charts take long to import
        from benchside.charts.render import svg

        drawing = event_study(found, outcome, f"From {panel.name}.")
        if drawing is None:
            raise UsageError(f"There is no event study to draw. {' '.join(found.missing)}")
        picture.write_text(svg(drawing), encoding="utf-8")
    return found


def multipliers(
    table: Path,
    *,
    only: Mapping[str, str] = MappingProxyType({}),
    kind: int = 1,
    rows: Iterable[str] = (),
    **households: Any,
) -> Multipliers:
    """The multipliers of all products of an input–output table's file; `households` as in `all_multipliers`."""
    return all_multipliers(read_table(table, only=only), type=kind, rows=tuple(rows), **households)


LOGIC = "logic.yaml"
"""The file of a programme's folder that says what the programme intended."""
MONEY = "public_funding"
"""The measure by which effects are shared where they are shared by money."""


def pathways(
    folder: Path, *, logic: Path | None = None, as_of: str | None = None, build: str | None = None
) -> tuple[Pathways, Laid | None]:
    """What led to what in a programme, and that laid over the logic it intended, where a file of it is named or kept in the folder."""
    with open_build(folder, build) as opened:
        found = Pathways.read(opened, _date(as_of))
    return found, intended(folder, found, logic)


def intended(folder: Path, found: Pathways, logic: Path | None = None) -> Laid | None:
    """What happened over what was intended; None where the folder keeps no logic and none is named."""
    kept = logic or folder / LOGIC
    if logic is None and not kept.exists():
        return None
    return lay_over(found, read_logic(kept, list(all_indicators()), found.documents))


def pathway_shares(
    folder: Path, found: Pathways, record: str | None, way: str, *, as_of: str | None = None, build: str | None = None
) -> tuple[list[dividing.Share], list[str], list[dividing.ProgrammeTotal]]:
    """The shares of the projects behind an effect, or behind all of them; why some cannot be divided; and the totals of programmes."""
    money: dict[str, int] = {}
    if way == "money":
        desk = open_desk(folder, build)
        with desk.build:
            cuts = desk.ask(MONEY, {}, by="project", as_of=_date(as_of))
        money = {f.cut: int(Fraction(f.exact) * 100) for f in cuts if f.cut and f.exact}
    if record is None:
        divided, refused = dividing.all_shares(found, way, money)
    else:
        divided, refused = dividing.shares(found, record, way, money), []
    return divided, refused, dividing.by_programme(divided, dividing.programmes_of(found))


FRAMEWORKS = "frameworks"
"""The folder of a programme's folder that holds catalogues of its own, beside those that come with Benchside."""


def catalogues(folder: Path) -> dict[str, Framework]:
    """Every framework a programme can report by: those that come with Benchside, and its own."""
    return read_catalogues((shipped(), folder / FRAMEWORKS), list(all_indicators()))


def frameworks(
    folder: Path, name: str | None = None, *, as_of: str | None = None, build: str | None = None
) -> list[tuple[Reported, list[Answer]]]:
    """Every framework, or the one named, with what records and figures give for each of its entries."""
    known, day = catalogues(folder), _date(as_of)
    chosen = [named_framework(known, name)] if name else list(known.values())
    desk = open_desk(folder, build)
    with desk.build as opened:
        on = day or opened.as_of
        targets = opened.fetch(opened.table("target", on).order_by("evidence_id"))
        return [
            (reported, answers(reported, targets, lambda id, scope: desk.ask(id, scope, as_of=on)[0], on))
            for reported in Tagging(opened, chosen, on).report()
        ]


def records_by_framework(
    folder: Path, name: str | None = None, *, as_of: str | None = None, build: str | None = None
) -> tuple[list[Framework], Tagging]:
    """The frameworks asked for, and the build's records as they feed them; whoever asked closes the build."""
    known = catalogues(folder)
    chosen = [named_framework(known, name)] if name else list(known.values())
    return chosen, Tagging(open_build(folder, build), chosen, _date(as_of))


def _rows(opened: Build, needed: dict[str, tuple[str, ...]], as_of: str | None) -> dict[str, list[dict]]:
    """The named columns of tables as they stood at a date."""
    day = _date(as_of)
    return {name: opened.fetch(opened.table(name, day).select(*columns)) for name, columns in needed.items()}


STANDS = {standing.TABLE: ("organisation_id", "cluster_id")}
"""What says which organisations are one."""


def _join(rows: dict[str, list[dict]]) -> None:
    """Names in each row the organisation that stands for the one it speaks of; what describes an organisation stays its own."""
    stands = {row["organisation_id"]: row["cluster_id"] for row in rows.pop(standing.TABLE)}
    for table in rows.keys() - {"organisation"}:
        for row in rows[table]:
            if row.get("organisation_id") in stands:
                row["organisation_id"] = stands[row["organisation_id"]]


def measures() -> dict[str, tuple[str, ...]]:
    """The citation indicators of the Python API and `network`, each with the parameters that only it takes."""
    return {name: found.params for name, found in all_measures().items()} | {"network": ("weight",)}


def measure(corpus: Corpus, indicator: str, **params: Any) -> Any:
    """The value of a citation indicator or, for `network`, the network of the organisations that publish together."""
    if indicator not in measures():
        raise unknown("citation indicator", indicator, measures())
    if indicator != "network":
        return measure_citations(corpus, indicator, **params)
    own = {name: params.pop(name) for name in measures()["network"] if name in params}
    return describe_network(**measure_citations(corpus, "joint_papers", **params), **own)


def _date(text: str | None) -> str | None:
    """An as-of date from its text; `UsageError` for what is no day of the calendar."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageError(f"--as-of {text!r} is no day. Expected a date such as 2015-12-31.") from error


def shown(figure: Figure) -> str:
    """A figure's value as the screen shows it: the value, the range of an estimate, or why there is none."""
    if figure.exact:
        style = "exact" if figure.unit == "EUR" else figure.printed
        return printed(Fraction(figure.exact), style)
    if figure.status == "estimated" and figure.low is not None and figure.high is not None:
        return f"{decimals(Fraction(figure.low), 0)} to {decimals(Fraction(int(figure.high)), 0)}"
    return {"protected": "withheld", "not_reached": "not reached"}.get(figure.status, "no value")


def spread(figure: Figure) -> str:
    """A computed figure's interval as the screen shows it; empty where it has none."""
    if figure.status != "computed" or figure.low is None or figure.high is None:
        return ""
    low, high = (printed(Fraction(end), figure.printed) for end in (figure.low, figure.high))
    return f"{low} to {high}"


def beside(found: checking.Checked) -> tuple[str, str]:
    """The published and the computed number as the screen shows them, in the same style."""
    style = "percent1" if 0 < found.published < 1 else "exact"
    computed = "" if found.computed is None else printed(Fraction(str(found.computed)).limit_denominator(10**9), style)
    return printed(Fraction(str(found.published)), style), computed


FORMATS = ("html",)


def report(folder: Path, out: Path, *, template="added_value", formats=("html",), build=None, progress=_silent) -> Path:
    """Write a report; the folder `out` is replaced only when all of it is written."""
    for form in formats:
        if form not in FORMATS:
            raise unknown("format", form, FORMATS)
    from benchside.reports.writers.html import write  # charts take long to import, and only reports need them

    programme, desk = read_programme(folder), open_desk(folder, build)
    with desk.build:
        logic = folder / LOGIC if (folder / LOGIC).exists() else None
        checked = checking.check(desk, progress)
        own = list(catalogues(folder).values())
        return write(
            desk, programme.values, checked, out, progress=progress, template=template, logic=logic, frameworks=own
        )


EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "imi"


def demo(out: Path, *, progress=_silent) -> tuple[builds.BuildResult, Path]:
    """Build the example programme and write its report."""
    if not EXAMPLE.is_dir():
        raise InputError(
            f"{EXAMPLE} does not exist. The example programme comes with the source code: run `make demo` in a clone of the project."
        )
    result = build(EXAMPLE, progress=progress)
    return result, report(EXAMPLE, out, progress=progress)


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
