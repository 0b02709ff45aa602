"""The bytes as they came, kept by checksum.

A file is stored once under its SHA-256; a snapshot is a list of names and checksums with its source and origin. The
same bytes under the same names are the same snapshot, on any machine.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from benchside.errors import InputError
from benchside.model.origin import Origin

_CHUNK = 1 << 20


@dataclass(frozen=True)
class Snapshot:
    """The files of one source as they were at one moment: name → stored path."""

    id: str
    source: str
    files: Mapping[str, Path]


def files_of(path: Path) -> dict[str, Path]:
    """The files a path stands for: itself, or every file below a folder, by name relative to it.

    Raises `InputError` where there is nothing. Hidden files and editors' lock files are passed over.
    """
    if not path.exists():
        raise InputError(
            f"{path} does not exist. Expected the file or folder that programme.toml names. Correct `path` there, or put the file in place."
        )
    if path.is_file():
        return {path.name: path}
    found = {
        p.relative_to(path).as_posix(): p
        for p in sorted(path.rglob("*"))
        if p.is_file() and not p.name.startswith((".", "~$"))
    }
    if not found:
        raise InputError(
            f"{path} is an empty folder. Expected at least one file. Put the records there, or run `benchside new` for a template."
        )
    return found


def take(store: Path, source: str, origin: Origin, files: Mapping[str, Path]) -> Snapshot:
    """Copy the files into the store (nothing altered) and write the snapshot's description."""
    sums = {name: _keep(store / "files", path) for name, path in sorted(files.items())}
    described = {"source": source, "files": sums}
    identity = hashlib.sha256(json.dumps(described, sort_keys=True).encode()).hexdigest()[:16]
    record = store / "snapshots" / f"{identity}.json"
    if not record.exists():
        _write(record, json.dumps(described | {"origin": asdict(origin)}, indent=1, sort_keys=True))
    return Snapshot(identity, source, {name: _place(store / "files", name, sha) for name, sha in sums.items()})


def _keep(folder: Path, path: Path) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    partial = folder / f".partial-{os.getpid()}"
    digest = hashlib.sha256()
    try:
        with path.open("rb") as read, partial.open("wb") as write:
            while chunk := read.read(_CHUNK):
                digest.update(chunk)
                write.write(chunk)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise InputError(f"{path} could not be read: {error.strerror}. Check the file and its permissions.") from error
    partial.replace(_place(folder, path.name, digest.hexdigest()))
    return digest.hexdigest()


def _place(folder: Path, name: str, sha: str) -> Path:
    """Stored files keep their ending, because readers choose by it."""
    return folder / f"{sha}{Path(name).suffix.lower()}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    partial.write_text(text, encoding="utf-8")
    partial.replace(path)


def forget_partials(store: Path) -> None:
    """Remove what a killed run left half-written. Finished snapshots and builds are never touched."""
    for left in (store / "files").glob(".partial-*"):
        left.unlink(missing_ok=True)
    for left in (store / "builds").glob(".making-*"):
        if not _is_alive(left.name.rpartition("-")[2]):
            shutil.rmtree(left, ignore_errors=True)


def _is_alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return int(pid) != os.getpid()
