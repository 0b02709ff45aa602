"""ClinicalTrials.gov: studies as its interface (version 2) gives them, and as its site lets them be downloaded.

A study becomes a project's where one of its numbers is the project's; the option `project_ids` says which those are.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

from benchside.errors import InputError, UsageError, unknown
from benchside.model.origin import Extract, Origin
from benchside.sources.base import Source
from benchside.sources.clinicaltrials.fetching import FETCH
from benchside.sources.clinicaltrials.layouts import CSV, IGNORED, KNOWN, as_study
from benchside.sources.clinicaltrials.studies import Studies, take_study
from benchside.sources.tables.book import FILE, Book, each_row
from benchside.sources.tables.cells import slug
from benchside.sources.tables.files import parts_of
from benchside.sources.tables.grant_numbers import grant_numbers
from benchside.sources.tables.json_record import Record, each_record
from benchside.sources.tables.json_records import dumps_of
from benchside.sources.tables.rows import Row, recognise

OPTIONS = ("as_of", "project_ids")
LICENCE = "the terms and conditions of ClinicalTrials.gov, https://clinicaltrials.gov/about-site/terms-conditions"

ORIGIN = Origin(
    producer="US National Library of Medicine, ClinicalTrials.gov",
    title="ClinicalTrials.gov, records of studies",
    citation="ClinicalTrials.gov, as downloaded",
    licence=LICENCE,
    url="https://clinicaltrials.gov",
)


def read(files: Mapping[str, Path], options: Mapping[str, object]) -> Extract:
    """The model's tables from studies, pages of them, JSON lines, ZIP files of them, and downloads as CSV, in any number.

    A decision in the table `(file)` says of each file how many studies it has, how many were accepted and how many refused.
    """
    reading = Studies(Book(), _as_of(options), grant_numbers(SOURCE.id, options.get("project_ids", {})))
    dumps, beside = dumps_of(files)
    tables, passed = parts_of({name: files[name] for name in _with_tables(files, beside)})
    if not dumps and not tables:
        raise InputError(
            f"No studies found among {', '.join(sorted(files)) or 'none'}. Expected JSON, JSON lines, CSV, or a ZIP of them."
        )
    for name in beside:
        if not any(table.name == name or table.name.startswith(f"{name}, sheet ") for table in tables):
            reading.book.settle(FILE, name, "rows", "0 rows", "passed by", passed.get(name, "neither JSON nor a table"))
    for dump in dumps:
        document = _add_document(reading, dump.name)
        each_record(reading.book, dump, ("studies",), CSV.id, document, partial(take_study, reading))
    for table in tables:
        if sheet := recognise(table, reading.book, KNOWN):
            _add_document(reading, sheet.name)
            each_row(reading.book, sheet.name, sheet.layout.id, sheet.rows(), partial(_take_row, reading))
    return reading.book.extract()


def _with_tables(files: Mapping[str, Path], beside: list[str]) -> list[str]:
    """The files that may hold tables: those that are no JSON, and ZIP files with a member that is none."""
    return [name for name in files if any(other == name or other.startswith(f"{name}/") for other in beside)]


def _take_row(reading: Studies, row: Row) -> None:
    take_study(reading, Record(as_study(row), reading.book, row.sheet.name, row.sheet.layout.id, row.place, row.proof))


def _add_document(reading: Studies, name: str) -> str:
    key = f"{KNOWN.register}-{slug(name)}"
    reading.book.add("document", key, "", {
        "document_key": key, "title": f"{ORIGIN.title}: {name}", "publisher": ORIGIN.producer, "url": ORIGIN.url, "printed_on": reading.as_of,
        "licence": LICENCE,
    })  # fmt: skip
    return key


def _as_of(options: Mapping[str, object]) -> str:
    for name in options:
        if name not in OPTIONS:
            raise unknown(f"option of the source {SOURCE.id}", name, OPTIONS, do="Correct programme.toml.")
    value = options.get("as_of", "")
    as_of = value.isoformat() if isinstance(value, date) else str(value)
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", as_of):
        raise UsageError(
            f"programme.toml: {SOURCE.id}, as_of = {as_of!r}, expected the day of the download, such as 2026-06-30."
        )
    return as_of


SOURCE = Source(
    id="clinicaltrials",
    origin=ORIGIN,
    files="**/*",
    fetch=FETCH,
    read=read,
    expects={"trial": (1, 1_000_000), "trial_status": (0, 3_000_000), "trial_site": (0, 20_000_000)},
    ignored={**IGNORED, **{f"CSV: {column}": why for column, why in CSV.ignored.items()}},
)
"""The bounds are those of any extract, from one study to the whole registry (more than half a million)."""
