"""What an export declares, what its writer is handed, and how a finished export is put in place.

Each standard is one file of this folder with one object, `EXPORT`; the registry finds it. A writer is handed what is
written here and nothing else: it opens no build, reads no settings and asks no clock. The same build gives the same bytes.
"""

import json
import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from benchside.errors import InputError
from benchside.figures.ask import Desk
from benchside.figures.scope import Scope

MARK = "datapackage.json"
"""A file that says a folder is an export of ours and may be replaced."""


def _silent(text: str) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True)
class Given:
    """What a writer may use: an open build ready to be asked, and the programme's settings name, publisher and contact.

    `figures` and `scope` matter to exports that speak of figures; no figures means all of them. `progress` is told what is
    being worked out.
    """

    desk: Desk
    programme: Mapping[str, Any]
    figures: tuple[str, ...] = ()
    scope: Scope = field(default_factory=dict)
    progress: Callable[[str], None] = _silent

    @property
    def title(self) -> str:
        """The programme's name as the settings give it; a name of our own where they give none."""
        return self.programme.get("name") or "A research programme"

    @property
    def date(self) -> str:
        """The day the build speaks of, ISO; empty where nothing in it bears a date."""
        return self.desk.build.as_of

    def rows(self, name: str) -> list[dict]:
        """The records of a type as they stood at the build's date, in the order of their keys.

        For types of which nothing is withheld (`benchside.exports.withheld`); none that holds counts of people.
        """
        build = self.desk.build
        return build.fetch(build.table(name).order_by("evidence_id"))


@dataclass(frozen=True)
class Export:
    """One standard: its name and address, what it holds of a programme, and what is lost in it.

    `write` is handed the given and the path to write at, a file or, where `suffix` is empty, a folder that exists. It
    returns what it wrote, counted by name, for the person who asked.
    """

    id: str
    title: str
    standard: str
    url: str
    holds: str
    loses: str
    write: Callable[[Given, Path], dict[str, int]]
    suffix: str = ""


def put(export: Export, given: Given, out: Path) -> dict[str, int]:
    """Write an export beside its place and put it there when it is whole; what was written, counted by name.

    Raises `InputError` where `out` is a folder and the export a file, or the other way, or a folder that holds other things.
    """
    _refuse_others(export, out)
    making = out.parent / f".{out.name}.making-{os.getpid()}"
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        if not export.suffix:
            making.mkdir()
        counts = export.write(given, making)
        _put_in_place(making, out)
    except OSError as error:
        raise InputError(
            f"{out} cannot be written ({error.strerror or error}). Name another place with -o, or make room there."
        ) from error
    finally:
        _remove(making)
    return counts


def _put_in_place(making: Path, out: Path) -> None:
    """An earlier folder is moved aside, the new one takes its name, then the old one is removed."""
    old = out.parent / f".{out.name}.old-{os.getpid()}"
    if out.is_dir():
        out.rename(old)
    try:
        making.replace(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
    _remove(old)


def _refuse_others(export: Export, out: Path) -> None:
    if export.suffix and out.is_dir():
        raise InputError(f"{out} is a folder; {export.id} is one file. Name a file such as {export.id}{export.suffix}.")
    if not export.suffix and out.exists() and not out.is_dir():
        raise InputError(f"{out} is a file; {export.id} is a folder. Name another place with -o.")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).exists():
        raise InputError(
            f"{out} holds files that are not an export of Benchside; it is not replaced. Name another folder with -o, or empty this one."
        )


def _remove(path: Path) -> None:
    """Remove a file or folder of our own; what cannot be removed, or is not there, must not hide the error before it."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
        return
    with suppress(OSError):
        path.unlink()


def write_json(path: Path, value: Any) -> None:
    """The value as UTF-8 JSON, in the order it was made in, with a line end."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """The mapping without what is missing or empty: a standard's field that is unknown is left out, never empty."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def urn(*parts: str) -> str:
    """A name for a thing of this programme, stable between builds: `urn:benchside:project:safe-t`."""
    return ":".join(["urn:benchside", *(quote(part, safe="") for part in parts)])
