"""A file that has come in part: its bytes under a hidden name, and beside them what the server called the file it was giving.

Only with that mark can the rest be asked for: `If-Range` makes a server send the whole file where it has changed since.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from benchside.store.guard import sync


@dataclass(frozen=True)
class Partial:
    """The part of the file that will stand at `place`."""

    place: Path

    @property
    def path(self) -> Path:
        """Where the bytes stand."""
        return self.place.with_name(f".{self.place.name}.part")

    @property
    def _mark(self) -> Path:
        return self.place.with_name(f".{self.place.name}.mark")

    def begun(self, url: str) -> tuple[int, str]:
        """How many bytes stand here of that address, and the mark of the file; nought where the rest cannot be asked for."""
        with suppress(OSError, ValueError):
            said = json.loads(self._mark.read_text(encoding="utf-8"))
            size = self.path.stat().st_size
            if size and said.get("url") == url and said.get("mark"):
                return size, said["mark"]
        self.drop()
        return 0, ""

    def open(self, at: int, url: str, headers: Mapping[str, str]) -> IO[bytes]:
        """The file to write to from byte `at`. The mark is written before any byte, so that no bytes stand under a wrong one."""
        if at:
            return self.path.open("ab")
        self.drop()
        self._mark.write_text(json.dumps({"url": url, "mark": mark_of(headers)}), encoding="utf-8")
        return self.path.open("wb")

    def finish(self, place: Path) -> None:
        """The file is whole: it gets its name once its bytes are on the disk."""
        sync(self.path)
        self.path.replace(place)
        self._mark.unlink(missing_ok=True)

    def drop(self) -> None:
        """Nothing of the file stands here any more."""
        self._mark.unlink(missing_ok=True)
        self.path.unlink(missing_ok=True)


def mark_of(headers: Mapping[str, str]) -> str:
    """What tells this state of a file from every other: a strong ETag, or else the day of its last change.

    A weak ETag (`W/`) says that two files mean the same, not that their bytes do: the rest of one does not fit the other.
    """
    etag = (headers.get("ETag") or "").strip()
    if etag.startswith('"'):
        return etag
    return (headers.get("Last-Modified") or "").strip()
