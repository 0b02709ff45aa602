"""The folder of a fetch under way: which files are whole, and the moment at which the folder takes the place of the old one.

The folder stands beside the one it will replace, under a hidden name. A journal in it has one line for each whole file; a fetch
that was killed goes on from there. Only when all is whole does the folder get its name.
"""

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from pathlib import Path

from benchside.errors import InputError, UsageError

JOURNAL = ".fetched.jsonl"
KEPT_FOR = timedelta(days=7)
"""How long a fetch that was broken off can be gone on with; pages of one answer should not be weeks apart."""
_LOCK = ".lock"


@dataclass(frozen=True)
class Entry:
    """A whole file: the name it has in the folder, where it came from, and its sum. A name with a dot is not of the snapshot."""

    name: str
    url: str
    sha256: str
    bytes: int


@dataclass
class Journal:
    """What a folder says of itself: the source, what was asked, since when, and its whole files by address."""

    folder: Path
    source: str
    asked: dict[str, list[str]]
    began_on: str
    entries: dict[str, Entry] = field(default_factory=dict)

    def whole(self, url: str) -> Entry | None:
        """The file of that address if it stands here, unchanged."""
        entry = self.entries.get(url)
        if entry and _sum(self.folder / entry.name) == entry.sha256:
            return entry
        return None

    def add(self, entry: Entry) -> None:
        """Note a file that is whole. The file has its name already; a line that was cut off counts for nothing."""
        self.entries[entry.url] = entry
        self._write(json.dumps(asdict(entry)))

    def begin(self) -> None:
        """Empty the folder and write the head of the journal."""
        for path in self.folder.iterdir():
            if path.name != _LOCK:
                path.unlink()
        self.entries.clear()
        self._write(json.dumps({"source": self.source, "asked": self.asked, "began_on": self.began_on}))

    def keep_only(self, entries: list[Entry]) -> None:
        """Remove files that are not of this fetch: one that was killed may have left a file of which no line tells."""
        names = {entry.name for entry in entries} | {JOURNAL, _LOCK}
        for path in self.folder.iterdir():
            if path.name not in names:
                path.unlink()

    def _write(self, line: str) -> None:
        with (self.folder / JOURNAL).open("ab") as file:
            file.write(f"{line}\n".encode())
            file.flush()
            os.fsync(file.fileno())


def _sum(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


def read_journal(folder: Path) -> Journal | None:
    """The journal of a folder; none where there is none that can be read. A last line that was cut off is passed over."""
    try:
        lines = (folder / JOURNAL).read_bytes().split(b"\n")
        head = json.loads(lines[0])
        found = Journal(folder, head["source"], head["asked"], head["began_on"])
        for line in lines[1:-1]:
            entry = Entry(**json.loads(line))
            found.entries[entry.url] = entry
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None
    return found


@contextmanager
def under_way(target: Path, source: str, asked: dict[str, list[str]], today: date) -> Iterator[Journal]:
    """The journal of the fetch that will make `target`: that of an earlier run which asked the same, or a new one."""
    _mend(target)
    check_replaceable(target)
    folder = _beside(target, "fetching")
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise InputError(
                f"Another run fetches into {target} at this moment. Wait for it, or stop it; what it has is kept."
            ) from error
        journal = _going_on(folder, source, asked, today)
        try:
            yield journal
        except BaseException:
            if not journal.entries and not any(folder.glob(".*.part")):
                shutil.rmtree(folder)  # nothing has come that a later run could go on with
            raise


def _going_on(folder: Path, source: str, asked: dict[str, list[str]], today: date) -> Journal:
    found = read_journal(folder)
    oldest = (today - KEPT_FOR).isoformat()
    if found and (found.source, found.asked) == (source, asked) and oldest <= found.began_on <= today.isoformat():
        return _without_a_torn_line(found)
    journal = Journal(folder, source, asked, today.isoformat())
    journal.begin()
    return journal


def _without_a_torn_line(journal: Journal) -> Journal:
    """A line that was cut off must not be joined to the next one."""
    path = journal.folder / JOURNAL
    text = path.read_bytes()
    if not text.endswith(b"\n"):
        path.write_bytes(text[: text.rfind(b"\n") + 1])
    return journal


def check_replaceable(target: Path) -> None:
    """Raise `UsageError` where something stands at `target` that no fetch put there: it is never removed."""
    if not target.exists():
        return
    if not target.is_dir():
        raise UsageError(
            f"{target} is a file; what is fetched becomes a folder. Write the name of a new folder as `path` in programme.toml."
        )
    journal = read_journal(target)
    sums = {entry.name: entry.sha256 for entry in journal.entries.values()} if journal else {}
    stand = (path for path in sorted(target.rglob("*")) if not path.name.startswith("."))
    own = [path for path in stand if path.is_dir() or sums.get(path.name) != _sum(path)]
    if own:
        raise UsageError(
            f"{target} holds {own[0].name}, which no fetch put there as it is. What is fetched would take its place. "
            "Move it elsewhere, or write the name of a new folder as `path` in programme.toml."
        )


def put_in_place(journal: Journal, target: Path) -> None:
    """Give the finished folder its name; the old one goes when the new one stands."""
    before = _beside(target, "before")
    if target.exists():
        target.rename(before)
    journal.folder.rename(target)
    if before.exists():
        shutil.rmtree(before)
    (target / _LOCK).unlink(missing_ok=True)


def _mend(target: Path) -> None:
    """Put right what a run left that was killed while the folders changed places."""
    before = _beside(target, "before")
    if before.exists() and not target.exists():
        before.rename(target)
    elif before.exists():
        shutil.rmtree(before)


def _beside(target: Path, what: str) -> Path:
    return target.with_name(f".{target.name}.{what}")
