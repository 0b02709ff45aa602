"""Reports, exports and the example."""

from collections.abc import Callable, Iterable
from pathlib import Path

import benchside.exports as exports
from benchside.errors import InputError, unknown
from benchside.exports.base import Given, put
from benchside.figures import check as checking
from benchside.figures import scope as scopes
from benchside.main.building import build
from benchside.main.cataloguing import catalogues
from benchside.main.opening import open_desk, silent
from benchside.main.tracing import LOGIC
from benchside.registry import gather
from benchside.settings import read_programme
from benchside.store import builds


def export(
    folder: Path,
    name: str,
    out: Path,
    *,
    build: str | None = None,
    figures: Iterable[str] = (),
    scope: Iterable[str] = (),
    progress: Callable[[str], None] = silent,
) -> dict[str, int]:
    """A build in a standard that others read, put at `out` when it is whole; what was written, counted by name."""
    known = gather(exports, "EXPORT")
    if name not in known:
        raise unknown("export", name, known)
    programme, desk = read_programme(folder), open_desk(folder, build)
    with desk.build:
        return put(known[name], Given(desk, programme.values, tuple(figures), scopes.merge(scope), progress), out)


FORMATS = ("html",)


def report(folder: Path, out: Path, *, template="added_value", formats=("html",), build=None, progress=silent) -> Path:
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


EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "imi"


def demo(out: Path, *, progress=silent) -> tuple[builds.BuildResult, Path]:
    """Build the example programme and write its report."""
    if not EXAMPLE.is_dir():
        raise InputError(
            f"{EXAMPLE} does not exist. The example programme comes with the source code: run `make demo` in a clone of the project."
        )
    result = build(EXAMPLE, progress=progress)
    return result, report(EXAMPLE, out, progress=progress)
