"""What a corpus is made of, and what it says of itself: inputs, checksums, counts, content hash.

A manifest is written last, in one move: a folder without one is not finished.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchside.errors import InputError

MANIFEST = "manifest.json"
FORMAT = 2
"""Rises when the same inputs give other rows: what an older version staged is then not taken up."""
KINDS = {".jsonl": "lines", ".ndjson": "lines", ".gz": "lines", ".json": "page", ".parquet": "parquet"}
"""Ending of a file → how it is read; a folder with `works.csv` is read as plain tables."""

BESIDE = ("work_fields", "citations", "authorships")
"""The plain tables that may stand beside works.csv."""


@dataclass(frozen=True)
class Input:
    """A file that brings works, or works.csv with the plain tables beside it: its name below the source, how it is read, where it lies."""

    name: str
    kind: str
    files: tuple[Path, ...]


@dataclass(frozen=True)
class Known:
    """An input as the manifest names it: size in bytes and SHA-256 of its files, one after another."""

    name: str
    kind: str
    bytes: int
    sha256: str


def find_inputs(source: Path) -> tuple[list[Input], list[str]]:
    """The inputs of a file or folder in the order of their names, and the names of the files passed by.

    Raises `InputError` where nothing can be read.
    """
    if source.is_file():
        found, passed = [_input(source, source.name)], []
    elif source.is_dir():
        files = sorted((p for p in source.rglob("*") if p.is_file()), key=lambda p: p.relative_to(source).as_posix())
        named = {p: _input(p, p.relative_to(source).as_posix()) for p in files if not _is_hidden(p, source)}
        found = [i for i in named.values() if i is not None]
        taken = {p for i in found for p in i.files}
        passed = [p.relative_to(source).as_posix() for p in named if p not in taken]
    else:
        raise InputError(f"{source} is not there. Expected a file or folder of works.")
    inputs = [i for i in found if i is not None]
    if not inputs:
        raise InputError(f"{source} holds no works: expected files ending in {', '.join(KINDS)}, or works.csv.")
    return inputs, passed


def _input(path: Path, name: str) -> Input | None:
    if path.name == "works.csv":
        beside = (path.with_name(f"{table}.csv") for table in BESIDE)
        return Input(name, "tables", (path, *(p for p in beside if p.exists())))
    if path.stem == "manifest" or path.suffix not in KINDS:
        return None
    return Input(name, KINDS[path.suffix], (path,))


def _is_hidden(path: Path, source: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(source).parts)


def known(of: Input) -> Known:
    """An input with the checksum of its bytes."""
    digest, size = hashlib.sha256(), 0
    for path in of.files:
        size += path.stat().st_size
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
    return Known(of.name, of.kind, size, digest.hexdigest())


def staging_name(of: Known, settings: Mapping[str, Any]) -> str:
    """The name under which an input is staged: another for other bytes, other settings, another format."""
    text = json.dumps([FORMAT, dict(settings), asdict(of)], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def content_hash(years: Mapping[int, tuple[int, str]]) -> str:
    """One hash over year → (rows, mixed hash of the rows); it does not depend on the order of rows or files."""
    lines = [f"{year}:{rows}:{mixed}" for year, (rows, mixed) in sorted(years.items())]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def write_manifest(folder: Path, content: Mapping[str, Any], name: str = MANIFEST) -> None:
    """Write it beside its place and move it there, so that it is whole or absent."""
    beside = folder / f"{name}.part"
    beside.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    os.replace(beside, folder / name)


def read_manifest(folder: Path, *kinds: str) -> dict[str, Any]:
    """The manifest of a folder of one of these kinds (`corpus`, `baselines`); `InputError` says what is there instead."""
    path = folder / MANIFEST
    wanted = " or ".join(kinds)
    if not path.exists():
        raise InputError(f"{folder} has no {MANIFEST}: it is no finished {wanted}. Make it with `benchside corpus`.")
    content = json.loads(path.read_text(encoding="utf-8"))
    if content.get("kind") not in kinds:
        raise InputError(f"{folder} holds {content.get('kind')!r}, expected {wanted}.")
    return content
