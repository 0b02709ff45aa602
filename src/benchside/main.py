"""The steps: what each command of Benchside does, one after the other, without a word to the screen."""

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import benchside.exports as exports
import benchside.sources as sources
from benchside.corpus.attribution import Marks
from benchside.corpus.catalogue import all_measures
from benchside.corpus.catalogue import measure as measure_citations
from benchside.corpus.finding import find_in
from benchside.corpus.tables import Corpus
from benchside.errors import InputError, UsageError, unknown
from benchside.exports.base import Given, put
from benchside.figures import check as checking
from benchside.figures import scope as scopes
from benchside.figures.ask import Desk
from benchside.figures.explain import Explained
from benchside.figures.explain import explain as open_figure
from benchside.indicators.catalogue import all_indicators
from benchside.model.figure import Figure
from benchside.model.rounding import decimals, printed
from benchside.networks import overview as networks
from benchside.networks import partners as finding
from benchside.networks.organisations import describe as describe_network
from benchside.registry import gather
from benchside.resolve.judgements import read_ledger
from benchside.resolve.looks import Look, looks
from benchside.resolve.records import from_row
from benchside.settings import FILE, Programme, SourceSetting, read_programme, template_text
from benchside.sources.workbook.template import write_csv, write_xlsx
from benchside.store import builds, snapshots
from benchside.store.building import Staged
from benchside.store.engine import DEFAULT_MEMORY
from benchside.store.reading import Build

JUDGEMENTS = "judgements.csv"
"""The file of a programme's folder that keeps what persons judged of organisations."""
REGISTRIES = ("ror", "cordis")
"""Sources that hold each organisation once."""


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
    return Staged(source.id, snapshot.id, extract)


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
    from benchside.resolve.resolution import (
        resolve,
    )  # Splink takes a second to load, which no other command should wait for.

    with open_build(folder, build) as opened:
        rows, today = opened.fetch(opened.table("organisation")), opened.as_of
    kept = folder / JUDGEMENTS
    ledger = read_ledger(kept) if kept.exists() else None
    found = resolve((from_row(row, row["source"]) for row in rows), ledger, today=today, registries=REGISTRIES)
    return looks(found, limit)


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
        rows = _rows(opened, networks.NEEDED | {"organisation": ("organisation_id", "name")}, as_of)
    names = {row["organisation_id"]: row["name"] for row in rows["organisation"]}
    return networks.overview(rows["participation"], rows["project"], weight=weight), names


def partners(
    folder: Path, text: str, *, as_of: str | None = None, build: str | None = None, **options: Any
) -> list[finding.Proposal]:
    """Organisations that have done what a topic asks for; the options are those of `Finder.find`."""
    with open_build(folder, build) as opened:
        rows = _rows(opened, finding.NEEDED, as_of)
    return finding.find_partners(text, rows, **options)


def _rows(opened: Build, needed: dict[str, tuple[str, ...]], as_of: str | None) -> dict[str, list[dict]]:
    """The named columns of tables as they stood at a date."""
    day = _date(as_of)
    return {name: opened.fetch(opened.table(name, day).select(*columns)) for name, columns in needed.items()}


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
    return "withheld" if figure.status == "protected" else "no value"


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
        return write(desk, programme.values, checking.check(desk, progress), out, progress=progress, template=template)


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
