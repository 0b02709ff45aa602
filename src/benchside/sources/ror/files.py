"""Which files are dumps of ROR, and which of them are read: of one release in both schemas the second."""

from collections.abc import Mapping
from pathlib import Path

from benchside.sources.tables import json_records
from benchside.sources.tables.json_records import Dump

_V2 = "_schema_v2"


def dumps_of(files: Mapping[str, Path]) -> tuple[list[Dump], dict[str, str]]:
    """The dumps that are read, and the files passed by: name → why."""
    dumps, beside = json_records.dumps_of(files)
    passed = {name: _why(name, files) for name in beside}
    twice = {d.name.replace(_V2, "") for d in dumps if _V2 in d.name}
    passed |= {
        d.name: "the same release stands beside it in schema 2, which says more" for d in dumps if d.name in twice
    }
    return [d for d in dumps if d.name not in twice], passed


def _why(name: str, files: Mapping[str, Path]) -> str:
    said = "not a JSON dump of the registry"
    return said if name in files else f"{said}; a CSV of the same release says less"
