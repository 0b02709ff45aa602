"""Score files as `benchside corpus score` writes them: scores of the programme's works, or of comparison groups.

A file whose rows name a `group` holds comparison works, any other the programme's own. Options: `method` (whose, and with which
settings), `database` (with its snapshot), `scored_on` (up to when citations were counted), and `groups`: for each group its
`title`, its `rule`, and how many `works` it holds where those scored are a sample (read from the description beside the scores
unless it is stated).
"""

import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from benchside.errors import InputError, UsageError, unknown
from benchside.model.codes import CODES
from benchside.model.origin import Extract, Origin
from benchside.sources.base import Source
from benchside.sources.openalex.cells import Gathered, Line, bare_id, is_notes, read_lines
from benchside.sources.openalex.works import TYPES
from benchside.sources.tables.cells import millionths, whole

NEEDED = ("work_id", "ncs", "p_top10", "p_top1")
IGNORED = {
    "expected": "citations over it are the score",
    "weights": "the first of the fields is the main one, and the others are kept with the work",
    "cells": "how many works it is compared with; no figure asks for it",
}
KNOWN = ("year", "type", "citations", "fields", "group", *IGNORED)
SETTINGS = {
    "method": "whose method and settings, such as Benchside, subfields, citations to date",
    "database": "the database and its snapshot, such as OpenAlex 2026-06",
    "scored_on": "the date up to which citations were counted, such as 2026-06-30",
}


def read(files: Mapping[str, Path], options: Mapping[str, object]) -> Extract:
    """Scores, and with a column `group` the groups and their scores; a work without a score gives none, and says so."""
    setting, groups = _settings(options), _groups(options)
    into, tables = Gathered(), []
    for name, path in sorted(files.items()):
        kind = PurePosixPath(name).suffix.lower()
        if kind == ".json":
            _add_size(name, path, groups)
        elif kind in (".csv", ".parquet"):
            tables.append((name, path))
        elif not is_notes(name):
            raise InputError(
                f"corpus_scores: {name} is neither CSV nor Parquet. Write it with `benchside corpus score`, or remove it."
            )
    for line in (line for name, path in tables for line in read_lines(name, path, NEEDED, KNOWN)):
        _add(line, setting, groups, into)
    return Extract(into.pieces(), into.decisions, into.refusals)


def _add_size(name: str, path: Path, groups: dict[str, dict[str, str]]) -> None:
    """What `benchside corpus benchmark` says beside its scores: how many works the group holds, unless an option says so."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        group, works = str(said["group"]), str(int(said["works"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"corpus_scores: {name} does not describe a comparison group ({error!r}). Remove it, or write it again."
        ) from error
    if group in groups:
        groups[group].setdefault("works", works)


def _settings(options: Mapping[str, object]) -> dict[str, str]:
    for name in options:
        if name not in (*SETTINGS, "groups"):
            raise unknown(
                "option of the source corpus_scores", name, (*SETTINGS, "groups"), do="Correct programme.toml."
            )
    found = {}
    for name, says in SETTINGS.items():
        value = options.get(name, "")
        value = value.isoformat() if hasattr(value, "isoformat") else value  # type: ignore[union-attr]
        if not isinstance(value, str) or not value.strip():
            raise UsageError(f"programme.toml: corpus_scores, {name} = {value!r}, expected a text: {says}.")
        found[name] = value.strip()
    return found


def _groups(options: Mapping[str, object]) -> dict[str, dict[str, str]]:
    written = options.get("groups", {})
    if not isinstance(written, Mapping):
        raise UsageError(f"programme.toml: corpus_scores, groups = {written!r}, expected a table for each group.")
    found = {}
    for key, said in written.items():
        lacking = [n for n in ("title", "rule") if not (isinstance(said, Mapping) and said.get(n))]
        if lacking:
            raise UsageError(
                f"programme.toml: corpus_scores, the group {key!r} needs {' and '.join(lacking)}. Add them."
            )
        found[str(key)] = {n: str(said[n]) for n in ("title", "rule", "works") if n in said}
    return found


def _add(line: Line, setting: Mapping[str, str], groups: Mapping[str, Mapping[str, str]], into: Gathered) -> None:
    work, is_group = bare_id(line["work_id"]), "group" in line.cells
    table = "benchmark_score" if is_group else "work_score"
    if not line["ncs"]:
        into.settle(
            table,
            f"{line['group']} {work}".strip(),
            "ncs",
            "no score",
            "no record",
            "the work is in no cell, so nothing is expected of it",
        )
        return
    values = _values(table, line, into)
    if values is None:
        return
    if is_group and line["group"] not in groups:
        into.refuse(
            table,
            line,
            "group",
            f"unknown group; known: {', '.join(groups) or 'none'}",
            "Describe it among `groups` in programme.toml.",
        )
    elif is_group:
        _add_comparison(line, work, {**values, **setting}, groups[line["group"]], into)
    else:
        into.add(table, f"{work}|{line.place}", line.place, work_id=work, **values, **setting)


def _values(table: str, line: Line, into: Gathered) -> dict[str, str] | None:
    try:
        shares = {c: millionths(line[f]) if line[f] else "" for c, f in (("top10", "p_top10"), ("top1", "p_top1"))}
        cited = whole(line["citations"]) if line["citations"] else ""
        return {"ncs": millionths(line["ncs"]), **shares, "citations": cited}
    except ValueError as error:
        into.refuse(
            table, line, "ncs", f"{str(error)!r} is no number that a score can be", "Correct the row, or score again."
        )
        return None


def _add_comparison(line: Line, work: str, values: Mapping[str, str], group: Mapping[str, str], into: Gathered) -> None:
    kind = line["type"] if line["type"] in CODES["work_type"] else TYPES.get(line["type"], "")
    if line["type"] and not kind:
        into.refuse("benchmark_score", line, "type", "unknown type", f"Use one of {', '.join(TYPES)}.")
        return
    into.add("benchmark_group", line["group"], line.place, benchmark_group_id=line["group"], **group)
    into.add(
        "benchmark_score", f"{line['group']}|{work}|{line.place}", line.place, benchmark_group_id=line["group"], item=work, year=line["year"],
        work_type=kind, field=main_field(line), **values,
    )  # fmt: skip


def main_field(line: Line) -> str:
    """The field with the greatest weight; the first by name where several have it."""
    fields, weights = line["fields"].split("|"), line["weights"].split("|")
    if len(weights) != len(fields) or not all(w.isdecimal() for w in weights):
        return fields[0]
    return min(zip(fields, weights, strict=True), key=lambda pair: (-int(pair[1]), pair[0]))[0]


SOURCE = Source(
    id="corpus_scores",
    origin=Origin(
        producer="the programme itself",
        title="Scores of works against all works of their field, year and type",
        citation="Scores made with Benchside from the database that each record names",
        licence="as the database states",
    ),
    files="*",
    read=read,
    ignored=IGNORED,
)
