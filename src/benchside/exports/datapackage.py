"""A Frictionless Data Package of the whole build, which is itself a programme's folder that can be built again.

`records/` holds one CSV file for each record type as the source `workbook` reads it, so that
`benchside build` of the package gives the same records; `origins.csv` says where each came from. What is withheld, and why, stands in
`benchside.exports.withheld`; formulas are made harmless in `benchside.exports.cells`.
"""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from benchside.exports.base import MARK, Export, Given, filled, urn, write_json
from benchside.exports.cells import text_of
from benchside.exports.origins import Provider, licences, providers
from benchside.exports.table_schema import table_schema
from benchside.exports.withheld import RULE, Withheld, withhold
from benchside.model.columns import Column, Text
from benchside.model.record import MODEL_VERSION, RecordType
from benchside.model.tables import RECORD_TYPES
from benchside.store.checks import name as column_name
from benchside.store.checks import quoted
from benchside.store.reading import Build

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
NEUTRAL = (
    "A text that a spreadsheet would take for a formula has a no-break space in front, which is no part of it; "
    "blanks at both ends of a cell are none."
)
_ORIGINS = ("evidence_id", "source", "source_record_id", "snapshot")
_ORIGIN_WORDS = (
    "The record: its table, a colon, the values of its key with | between them.",
    "The source that brought it.",
    "Where it stood in what the source read.",
    "The snapshot of the source.",
)


def write(given: Given, folder: Path) -> dict[str, int]:
    """Write the package; records, records left out, cells emptied."""
    build, hidden = given.desk.build, withhold(given.desk)
    known = {p.id: p for p in providers(build)}
    (folder / "records").mkdir()
    given.progress("Tables")
    resources = [_table(build, of, hidden, known, folder) for of in RECORD_TYPES.values()]
    resources.append(_origins(build, hidden, folder))
    (folder / "records" / "model.json").write_text(
        json.dumps({"model_version": MODEL_VERSION}) + "\n", encoding="utf-8"
    )
    (folder / "programme.toml").write_text(_settings(given), encoding="utf-8")
    left, emptied = {t: len(ids) for t, ids in hidden.records.items()}, hidden.emptied(build)
    write_json(folder / MARK, _package(given, resources, list(known.values()), {"left_out": left, "emptied": emptied}))
    records = sum(build.manifest["counts"].values()) - sum(left.values())
    return {"records": records, "records left out": sum(left.values()), "cells emptied": sum(emptied.values())}


def _package(given: Given, resources: list[dict], known: list[Provider], withheld: dict[str, dict]) -> dict[str, Any]:
    manifest, publisher = given.desk.build.manifest, given.programme.get("publisher")
    contributor = filled(
        {"title": publisher, "path": _address(given.programme.get("contact", "")), "roles": ["publisher"]}
    )
    return filled({
        "$schema": PROFILE,
        "name": slug(given.title),
        "id": urn("programme", slug(given.title)),
        "title": given.title,
        "description": f"The records of {given.title} as of {given.date or 'no date'}. {NEUTRAL}",
        "version": manifest["content_hash"][:16],
        "created": f"{given.date}T00:00:00Z" if given.date else "",
        "contributors": [contributor] if publisher else [],
        "sources": [p.reference for p in known],
        "licenses": licences(known),
        "resources": resources,
        "benchside": {
            "content_hash": manifest["content_hash"], "model_version": MODEL_VERSION, "as_of": given.date,
            "snapshots": [list(pair) for pair in manifest["snapshots"]], "refused": manifest["refused"],
            "decisions": manifest["decisions"], "withheld": {"rule": RULE.format(below=given.desk.below), **withheld},
        },
    })  # fmt: skip


def _address(contact: str) -> str:
    return contact if contact.startswith(("http://", "https://")) else ""


def slug(name: str) -> str:
    """A name in small letters, digits and hyphens; `programme` where nothing is left of it."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "programme"


def _table(build: Build, of: RecordType, hidden: Withheld, known: dict[str, Provider], folder: Path) -> dict[str, Any]:
    path = f"records/{of.name}.csv"
    cells = ", ".join(f"{_cell(of, c, hidden)} AS {column_name(c.name)}" for c in of.columns)
    _copy(
        build, f"SELECT {cells} FROM {column_name(of.name)} WHERE {hidden.kept(of)} ORDER BY evidence_id", folder / path
    )
    sources = build.query(f"SELECT DISTINCT source FROM {column_name(of.name)} ORDER BY 1")
    own = [known[row["source"]] for row in sources if row["source"] in known]
    about = {"title": of.title, "description": of.help, "schema": table_schema(of)}
    return _resource(of.name, path, folder, about | {"sources": [p.reference for p in own], "licenses": licences(own)})


def _cell(of: RecordType, column: Column, hidden: Withheld) -> str:
    emptied = hidden.is_emptied(of, column.name)
    return f"CASE WHEN {emptied} THEN NULL ELSE {text_of(column)} END" if emptied else text_of(column)


def _origins(build: Build, hidden: Withheld, folder: Path) -> dict[str, Any]:
    columns = ", ".join(_ORIGINS)
    rows = " UNION ALL ".join(
        f"SELECT {columns} FROM {column_name(of.name)} WHERE {hidden.kept(of)}" for of in RECORD_TYPES.values()
    )
    cells = ", ".join(f"{text_of(Column(c, Text(), ''))} AS {c}" for c in _ORIGINS)
    _copy(build, f"SELECT {cells} FROM ({rows}) AS r ORDER BY r.evidence_id", folder / "origins.csv")
    fields = [
        {"name": n, "type": "string", "description": words} for n, words in zip(_ORIGINS, _ORIGIN_WORDS, strict=True)
    ]
    about = {"title": "Origins of the records", "description": "Where each record came from."}
    return _resource(
        "origins", "origins.csv", folder, about | {"schema": {"fields": fields, "primaryKey": [_ORIGINS[0]]}}
    )


def _resource(name: str, path: str, folder: Path, about: dict[str, Any]) -> dict[str, Any]:
    content = folder / path
    with content.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    found = {"name": name, "type": "table", "path": path, "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    return filled(found | {"bytes": content.stat().st_size, "hash": f"sha256:{digest}"} | about)


def _copy(build: Build, query: str, path: Path) -> None:
    """The engine writes the file, so that a table larger than the memory streams."""
    build.query(
        f"COPY ({query}) TO {quoted(str(path))} (FORMAT csv, HEADER, DELIMITER ',', QUOTE '\"', ESCAPE '\"', NULLSTR '')"
    )


def _settings(given: Given) -> str:
    values = {key: given.programme.get(key) or "" for key in ("name", "publisher", "contact")} | {"as_of": given.date}
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join(
        [*lines, f"small_number = {given.desk.below}", "", "[[source]]", 'id = "workbook"', 'path = "records"', ""]
    )


EXPORT = Export(
    id="datapackage",
    title="Frictionless Data Package",
    standard="Data Package 2.0 with Table Schema",
    url=PROFILE,
    holds="Every accepted record of the build with its keys, code lists, units, origins, licences and checksums.",
    loses="Refused rows and the sources' decisions; what is withheld. The records come back as records of the source `workbook`.",
    write=write,
)
