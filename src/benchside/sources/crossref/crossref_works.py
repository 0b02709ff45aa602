"""Crossref's records of works, as its interface gives them or as in its yearly public data file.

A work becomes a project's where it names one of the project's grants; the option `project_ids` says which those are.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from benchside.errors import UsageError
from benchside.model.origin import Extract, Origin
from benchside.sources.base import Source
from benchside.sources.crossref.fetching import FETCH
from benchside.sources.crossref.register import LICENCE, PRODUCER, URL, checked, funder_keys, read_files
from benchside.sources.crossref.updates import write_updates
from benchside.sources.crossref.works import IGNORED, Works, take_work
from benchside.sources.tables.book import Book
from benchside.sources.tables.grant_numbers import grant_numbers

OPTIONS = ("as_of", "project_ids", "funders")

ORIGIN = Origin(
    producer=PRODUCER,
    title="Crossref, records of works",
    citation="Crossref: metadata of registered works, as fetched",
    licence=LICENCE,
    url=URL,
)


def read(files: Mapping[str, Path], options: Mapping[str, object]) -> Extract:
    """The model's tables from answers of the interface, JSON lines, and parts of the public data file, in any number.

    A decision in the table `(file)` says of each file how many records it has, how many were accepted and how many refused.
    """
    as_of = checked(SOURCE.id, options, OPTIONS)
    reading = Works(
        Book(), as_of, grant_numbers(SOURCE.id, options.get("project_ids", {})), _funders(options.get("funders", []))
    )
    read_files(files, reading.book, "work", ORIGIN, as_of, partial(take_work, reading))
    write_updates(reading.book, reading.updates, reading.keys, as_of)
    return reading.extract()


def _funders(written: object) -> frozenset[str]:
    if not isinstance(written, list) or not all(isinstance(one, str) and one.strip() for one in written):
        raise UsageError(
            f'programme.toml: {SOURCE.id}, funders = {written!r}, expected a list of names, DOIs or ROR ids, such as ["10.13039/501100000780"].'
        )
    return frozenset(key for one in written for key in funder_keys(one.strip()))


SOURCE = Source(
    id="crossref_works",
    origin=ORIGIN,
    files="**/*",
    fetch=FETCH,
    read=read,
    expects={"work": (1, 2_000_000), "project_work": (0, 2_000_000)},
    ignored=IGNORED,
)
"""The bounds are those of any extract, from one answer to some hundred parts of the public data file."""
