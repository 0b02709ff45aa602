"""The bytes as they came, kept by checksum.

A file is stored once under its SHA-256; a snapshot is a list of names and checksums with its source and origin. The
same bytes under the same names are the same snapshot, on any machine.
"""

import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from benchside.errors import InputError, unknown
from benchside.model.origin import Origin
from benchside.store.guard import hold, one_at_a_time, telling

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
    with telling(store):
        sums = {name: _keep(store, path) for name, path in sorted(files.items())}
        described = {"source": source, "files": sums}
        identity = hashlib.sha256(json.dumps(described, sort_keys=True).encode()).hexdigest()[:16]
        record = store / "snapshots" / f"{identity}.json"
        if not record.exists():
            _write(store, record, json.dumps(described | {"origin": asdict(origin)}, indent=1, sort_keys=True))
    return Snapshot(identity, source, {name: _place(store / "files", name, sha) for name, sha in sums.items()})


def find(store: Path, source: str, named: str) -> Snapshot:
    """The kept snapshot of a source by its id, or a beginning that only one has."""
    kept = {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in sorted((store / "snapshots").glob("*.json"))}
    own = {identity: said["files"] for identity, said in kept.items() if said["source"] == source}
    found = [identity for identity in own if named and identity.startswith(named)]
    if len(found) != 1:
        do = "Name a file, a folder, or one of these snapshots by a beginning that only one has."
        raise unknown(f"file, folder or snapshot of {source}", named, own, do=do)
    return Snapshot(found[0], source, {n: _place(store / "files", n, sha) for n, sha in own[found[0]].items()})


def origin_of(store: Path, identity: str) -> Origin:
    """The origin that a source stated when the snapshot was taken. Raises `InputError` where its description is gone or damaged."""
    record = store / "snapshots" / f"{identity}.json"
    try:
        return Origin(**json.loads(record.read_text(encoding="utf-8"))["origin"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{record} cannot be read ({error}). Expected the description of a snapshot. Run `benchside build`, which writes it again."
        ) from error


def _keep(store: Path, path: Path) -> str:
    """Copy a file under its checksum, unless it is there already. Copied and summed in one pass, it may change meanwhile."""
    sha = _checksum(path)
    kept = _place(store / "files", path.name, sha)
    if kept.exists() and kept.stat().st_size == path.stat().st_size:
        return sha
    partial = _partial(kept)
    with one_at_a_time(store):
        kept.parent.mkdir(exist_ok=True)
        write = hold(partial)
    try:
        with write:
            sha = _checksum(path, write)
            partial.replace(_place(kept.parent, path.name, sha))
    finally:
        partial.unlink(missing_ok=True)
    return sha


def _checksum(path: Path, write: IO[bytes] | None = None) -> str:
    """The SHA-256 of a file, which is copied to `write` on the way."""
    digest = hashlib.sha256()
    with path.open("rb") as read:
        while chunk := read.read(_CHUNK):
            digest.update(chunk)
            if write:
                write.write(chunk)
    if write:
        write.flush()
    return digest.hexdigest()


def _place(folder: Path, name: str, sha: str) -> Path:
    """Stored files keep their ending, because readers choose by it."""
    return folder / f"{sha}{Path(name).suffix.lower()}"


def _partial(path: Path) -> Path:
    return path.with_name(f".partial-{os.getpid()}-{secrets.token_hex(4)}")


def _write(store: Path, path: Path, text: str) -> None:
    with one_at_a_time(store):
        path.parent.mkdir(exist_ok=True)
        partial = _partial(path)
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
