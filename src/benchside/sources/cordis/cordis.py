"""CORDIS, the register of research that the European Union funds: projects, participants, money, outputs.

Reads the tables as they are downloaded (CSV, XLSX, or a ZIP of them), the older layouts, and tables that others compiled from
them. `docs/how-to/read-cordis.md` lists every rule by which a defect of the files is read.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from benchside.errors import InputError
from benchside.model.origin import Extract, Origin
from benchside.sources.base import Source
from benchside.sources.cordis.fetching import FETCH
from benchside.sources.cordis.layouts import KNOWN, LAYOUTS, ORDER
from benchside.sources.cordis.organisations import take_organisations
from benchside.sources.cordis.outputs import (
    take_deliverable,
    take_publication,
    take_summary,
    take_web_item,
    take_web_link,
)
from benchside.sources.cordis.participations import take_inferred, take_part, take_participations
from benchside.sources.cordis.projects import take_counted, take_field, take_legal_basis, take_project, take_topic
from benchside.sources.cordis.references import take_code
from benchside.sources.cordis.register import LICENCE, PRODUCER, Register, options_of
from benchside.sources.tables.book import FILE, Book, each_row
from benchside.sources.tables.files import parts_of
from benchside.sources.tables.listed_rights import take_irp
from benchside.sources.tables.rows import Row, Sheet, recognise

BY_TABLE: Mapping[str, Callable[[Register, Sheet], None]] = {
    "organization": take_organisations,
    "participations": take_participations,
}
"""Readers that need all rows of their table at once."""

BY_ROW: Mapping[str, Callable[[Register, Row], None]] = {
    "codes": take_code,
    "topics": take_topic,
    "legal_basis": take_legal_basis,
    "project": take_project,
    "counted": take_counted,
    "inferred": take_inferred,
    "programme_parts": take_part,
    "euro_sci_voc": take_field,
    "deliverables": take_deliverable,
    "publications": take_publication,
    "irps": lambda register, row: take_irp(register.named, row),
    "summaries": take_summary,
    "web_link": take_web_link,
    "web_item": take_web_item,
}

ORIGIN = Origin(
    producer=PRODUCER,
    title="CORDIS, EU research projects under the framework programmes",
    citation="European Union, CORDIS: EU research projects, as downloaded",
    licence=LICENCE,
    url="https://data.europa.eu/data/datasets?query=cordis",
)


def read(files: Mapping[str, Path], options: Mapping[str, object]) -> Extract:
    """The model's tables from any number of tables of CORDIS.

    Raises `InputError` where a file as a whole is unsafe or cannot be unpacked, or where none of them is a table. A decision in
    the table `(file)` says of each file how many rows it has, how many were accepted and how many refused, by rule.
    """
    register = Register(Book(), options_of(options))
    parts, passed = parts_of(files)
    if not parts:
        names = ", ".join(sorted(files)) or "none"
        raise InputError(f"No table of CORDIS found among {names}. Expected CSV, XLSX, XLS, or a ZIP of them.")
    for name, why in passed.items():
        register.book.settle(FILE, name, "rows", "0 rows", "passed by", why)
    sheets = [sheet for part in parts if (sheet := recognise(part, register.book, KNOWN))]
    sheets.sort(key=lambda sheet: (ORDER.index(sheet.layout.reads), sheet.name))
    for sheet in sheets:
        _read_sheet(register, sheet)
    register.finish(sheets)
    return register.book.extract()


def _read_sheet(register: Register, sheet: Sheet) -> None:
    if whole := BY_TABLE.get(sheet.layout.reads):
        whole(register, sheet)
    else:
        take = BY_ROW[sheet.layout.reads]
        each_row(register.book, sheet.name, sheet.layout.id, sheet.rows(), lambda row: take(register, row))


SOURCE = Source(
    id="cordis",
    origin=ORIGIN,
    files="**/*",
    read=read,
    expects={
        "project": (1, 150_000),
        "organisation": (0, 250_000),
        "participation": (0, 800_000),
        "contribution": (0, 300_000),
        "work": (0, 1_500_000),
    },
    ignored={f"{layout.id}: {column}": reason for layout in LAYOUTS for column, reason in layout.ignored.items()},
    fetch=FETCH,
)
"""The bounds are those of any extract, from one call to all programmes since FP7."""
