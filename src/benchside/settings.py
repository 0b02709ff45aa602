"""`programme.toml`: every setting has a name, a type, a default and one line of help. Unknown settings are refused."""

import difflib
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from benchside.errors import InputError, UsageError

FILE = "programme.toml"

SETTINGS: dict[str, tuple[type, object, str]] = {
    "name": (str, "", "The programme's name, as reports print it."),
    "publisher": (str, "", "Who publishes the reports."),
    "contact": (str, "", "Where readers can ask, as an address or a page."),
    "as_of": (str, "", "The date figures speak of; empty means the last day anything was known."),
    "on_refused": (str, "keep", "What to do when rows are refused: keep the rest (`keep`) or make no build (`stop`)."),
    "memory": (str, "4GB", "How much memory the engine may use before it spills to disk."),
    "small_number": (int, 5, "Counts of people below this are not shown."),
}


@dataclass(frozen=True)
class SourceSetting:
    """One `[[source]]`: which source reads which file or folder, with which options; `fetch` is what to ask when it is fetched.

    `taken_back`: why the source is kept out of builds; empty where it is not.
    """

    id: str
    path: Path
    options: dict[str, object] = field(default_factory=dict)
    fetch: dict[str, object] = field(default_factory=dict)
    taken_back: str = ""


@dataclass(frozen=True)
class Programme:
    """A programme's folder and its settings."""

    folder: Path
    values: dict[str, Any]
    sources: tuple[SourceSetting, ...]

    def __getitem__(self, name: str):
        return self.values[name]

    @property
    def store(self) -> Path:
        """Where snapshots and builds are kept."""
        return self.folder / ".benchside"


def read_programme(folder: Path) -> Programme:
    """Read a programme's settings; `InputError` or `UsageError` says which line of the file to mend."""
    path = folder / FILE
    if not path.is_file():
        raise InputError(
            f"{path} does not exist. Expected a programme folder. Run `benchside new {folder}` to make one, or name another folder."
        )
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path} is not TOML: {error}. Mend that line.") from error
    sources = written.pop("source", [])
    values = {name: default for name, (_, default, _) in SETTINGS.items()}
    for name, value in written.items():
        values[name] = _checked(path, name, value)
    return Programme(folder, values, tuple(_source(path, folder, s) for s in sources))


def _checked(path: Path, name: str, value: Any) -> Any:
    if name not in SETTINGS:
        near = difflib.get_close_matches(name, SETTINGS, 1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise UsageError(f"{path}: unknown setting {name!r}. Known: {', '.join(SETTINGS)}, and [[source]].{hint}")
    kind = SETTINGS[name][0]
    value = value.isoformat() if hasattr(value, "isoformat") else value
    if not isinstance(value, kind):
        raise UsageError(f"{path}: {name} = {value!r}, expected {kind.__name__}. {SETTINGS[name][2]}")
    if name == "on_refused" and value not in ("keep", "stop"):
        raise UsageError(f'{path}: on_refused = {value!r}, expected "keep" or "stop".')
    return value


def _source(path: Path, folder: Path, written: object) -> SourceSetting:
    if (
        not isinstance(written, dict)
        or not isinstance(written.get("id"), str)
        or not isinstance(written.get("path"), str)
    ):
        raise UsageError(
            f"{path}: a [[source]] needs `id` (which source) and `path` (the file or folder it reads); found {written!r}."
        )
    options = {k: v for k, v in written.items() if k not in ("id", "path", "fetch", "taken_back", "taken_back_on")}
    fetch = written.get("fetch", {})
    if not isinstance(fetch, dict):
        raise UsageError(f"{path}: fetch = {fetch!r} of the source {written['id']}, expected a table: [source.fetch].")
    return SourceSetting(
        written["id"], (folder / written["path"]).resolve(), options, fetch, _taken_back(path, written)
    )


def _taken_back(path: Path, written: dict[str, Any]) -> str:
    """Why a source is taken back, with the day where one is given."""
    reason, day = written.get("taken_back", ""), written.get("taken_back_on")
    if not isinstance(reason, str) or (day and not reason) or ("taken_back" in written and not reason.strip()):
        raise UsageError(
            f"{path}: taken_back = {reason!r} of the source {written['id']}, expected the reason in words. "
            "Give one, or remove `taken_back` and `taken_back_on` to put the source back."
        )
    if day is None:
        return reason
    try:
        return f"{reason} ({date.fromisoformat(str(day)).isoformat()})"
    except ValueError as error:
        raise UsageError(
            f"{path}: taken_back_on = {day!r} of the source {written['id']}, expected a day such as 2026-11-30."
        ) from error


def template_text(name: str) -> str:
    """The settings file of a new programme: every setting with its default and its line of help."""
    lines = []
    for key, (_, default, words) in SETTINGS.items():
        value = name if key == "name" else default
        lines += [f"# {words}", f"{key} = {_toml(value)}", ""]
    return "\n".join([*lines, "[[source]]", 'id = "workbook"', 'path = "records"', ""])


def _toml(value: object) -> str:
    return str(value) if isinstance(value, int) else '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
