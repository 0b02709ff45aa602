"""The report as a site: written beside its folder, and put in the folder's place only when it is whole."""

import os
import shutil
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path

from benchside.errors import InputError
from benchside.figures.ask import Desk
from benchside.figures.scope import Scope
from benchside.frameworks.catalogue import Framework
from benchside.reports.edition import Edition, masthead, own_programme
from benchside.reports.template import read_template
from benchside.reports.tracing import Tracing
from benchside.reports.writers.checking import printer
from benchside.reports.writers.pages import (
    areas,
    charts,
    documents,
    figures,
    history,
    methods,
    pathways,
    projects,
    provenance,
    reconcile,
    report,
    stories,
)
from benchside.reports.writers.site import Site

MARK = ".benchside-report"
"""A file that says a folder is a report of ours and may be replaced."""


def write(
    desk: Desk,
    programme,
    checked: list,
    out: Path,
    progress: Callable[[str], None] = lambda text: None,
    *,
    template: str = "added_value",
    scope: Scope | None = None,
    logic: Path | None = None,
    frameworks: Sequence[Framework] | None = None,
) -> Path:
    """Write the site and return its first page.

    `programme` holds the settings name, publisher and contact. `checked` is what the check found; it may be empty. `scope`: what
    the report speaks of, by default the programme that began first. `logic`: the file of the programme's intended logic, if it keeps one. `frameworks`: those it
    reports by, by default those that come with Benchside. A folder that holds anything but a report is not replaced.
    """
    _refuse_others(out)
    making = out.parent / f".{out.name}.making-{os.getpid()}"
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    try:
        own = own_programme(desk) if scope is None else scope
        edition = Edition(desk, masthead(programme), own, checked, out, frameworks)
        _write_pages(Site(edition, making, template.replace("_", " "), printer(edition)), template, progress, logic)
        _put_in_place(making, out)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return out / "index.html"


def _write_pages(site: Site, template: str, progress: Callable[[str], None], logic: Path | None) -> None:
    past, tracing = history.Past(site.edition), Tracing(site.edition, logic)
    steps = {
        "Report": lambda: report.write(site, read_template(template)), "Pathways": lambda: pathways.write(site, tracing),
        "Stories": lambda: stories.write(site, tracing), "Charts": lambda: charts.write(site),
        "Figures": lambda: figures.write(site, past, progress), "Projects": lambda: projects.write(site),
        "Areas": lambda: areas.write(site),
        "What does not reconcile": lambda: reconcile.write(site), "Methods": lambda: methods.write(site),
        "Documents": lambda: documents.write(site), "Provenance": lambda: provenance.write(site, *past.changes()),
    }  # fmt: skip
    for title, step in steps.items():
        progress(title)
        step()
    site.text(history.FILE, past.close())
    with resources.as_file(resources.files("benchside.reports") / "static") as static:
        shutil.copytree(static, site.folder / "static")
    site.text(MARK, "")


def _refuse_others(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise InputError(f"{out} is a file; expected a folder to write the report in. Name another folder with -o.")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).exists():
        raise InputError(
            f"{out} holds files that are not a report of Benchside; it is not replaced. Name another folder with -o, or empty this one."
        )


def _put_in_place(making: Path, out: Path) -> None:
    """The old report is moved aside, the new one takes its name, then the old one is removed."""
    old = out.parent / f".{out.name}.old-{os.getpid()}"
    if out.exists():
        out.rename(old)
    try:
        making.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)
