"""Grants that funders have registered with Crossref: a project each, its money, and the organisations that lead it and take part.

A grant that the option `project_ids` names belongs to a project of another source, which it completes.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from benchside.errors import UsageError
from benchside.model.codes import CODES
from benchside.model.origin import Extract, Origin
from benchside.sources.base import Source
from benchside.sources.crossref.grants import IGNORED, PROJECT_IGNORED, take_grant
from benchside.sources.crossref.money import Grants, write_money
from benchside.sources.crossref.register import LICENCE, PRODUCER, URL, checked, funder_keys, read_files
from benchside.sources.tables import cells as table_cells
from benchside.sources.tables.book import Book
from benchside.sources.tables.grant_numbers import grant_numbers

OPTIONS = ("as_of", "programme", "programme_name", "project_ids", "payer", "payers")

ORIGIN = Origin(
    producer=PRODUCER,
    title="Crossref, records of grants",
    citation="Crossref: metadata of registered grants, as fetched",
    licence=LICENCE,
    url=URL,
)


def read(files: Mapping[str, Path], options: Mapping[str, object]) -> Extract:
    """The model's tables from answers of the interface and JSON lines, in any number.

    A decision in the table `(file)` says of each file how many records it has, how many were accepted and how many refused.
    """
    as_of = checked(SOURCE.id, options, OPTIONS)
    programme = _text(options, "programme")
    if not programme:
        raise UsageError(
            f"The source {SOURCE.id} needs the option programme (the programme's key). Add it to programme.toml."
        )
    reading = Grants(
        Book(), as_of, programme, grant_numbers(SOURCE.id, options.get("project_ids", {})), _payer(options.get("payer", "")),
        _payers(options.get("payers", {})),
    )  # fmt: skip
    if name := _text(options, "programme_name"):
        reading.book.add("programme", programme, "", {"programme_id": programme, "name": name})
    read_files(files, reading.book, "project", ORIGIN, as_of, partial(take_grant, reading))
    write_money(reading)
    # Which grants were read was kept to know them again; it is no table of the model.
    reading.book.records.pop("(grant)", None)
    return reading.extract()


def _text(options: Mapping[str, object], name: str) -> str:
    value = options.get(name, "")
    if not isinstance(value, str) or (name == "programme" and table_cells.key(value) != value):
        raise UsageError(f"programme.toml: {SOURCE.id}, {name} = {value!r}, expected a text; a key has no blanks.")
    return value.strip()


def _payer(written: object) -> str:
    if written and written not in CODES["payer"]:
        raise UsageError(
            f"programme.toml: {SOURCE.id}, payer = {written!r}, expected one of {', '.join(CODES['payer'])}."
        )
    return str(written)


def _payers(written: object) -> dict[str, str]:
    if not isinstance(written, Mapping):
        raise UsageError(
            f'programme.toml: {SOURCE.id}, payers = {written!r}, expected funder = sort, such as "10.13039/501100000780" = "eu".'
        )
    return {key: _payer(sort) for funder, sort in written.items() for key in funder_keys(str(funder))}


SOURCE = Source(
    id="crossref_grants",
    origin=ORIGIN,
    files="**/*",
    read=read,
    expects={"project_identifier": (1, 500_000), "contribution": (0, 500_000)},
    ignored={**IGNORED, **{f"project: {name}": why for name, why in PROJECT_IGNORED.items()}},
)
"""The bounds are those of any extract, from one grant to all that are registered."""
