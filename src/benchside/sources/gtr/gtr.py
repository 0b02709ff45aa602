"""Gateway to Research, the register of UK Research and Innovation: grants and what the projects say came of them.

Reads the exports of its search, flattened tables of all outcomes, and pages of its interface. `docs/how-to/read-gateway-to-research.md`
lists the table by which the register's types of outcome become records of the model.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from benchside.errors import InputError
from benchside.model.origin import Extract, Origin
from benchside.sources.base import Source
from benchside.sources.gtr import outcomes
from benchside.sources.gtr.fetching import FETCH
from benchside.sources.gtr.layouts import EXPORTS, KNOWN, ORDER, TABLES
from benchside.sources.gtr.pages import page_part
from benchside.sources.gtr.projects import take_fund, take_member, take_organisation, take_project
from benchside.sources.gtr.publications import take_publication
from benchside.sources.gtr.register import LICENCE, PRODUCER, Register, options_of
from benchside.sources.tables.book import FILE, Book, each_row
from benchside.sources.tables.files import Part, parts_of
from benchside.sources.tables.rows import Row, Sheet, recognise

READERS: Mapping[str, Callable[[Register, Row], None]] = {
    "project": take_project,
    "fund": take_fund,
    "organisation": take_organisation,
    "member": take_member,
    "collaboration": outcomes.take_collaboration,
    "further_funding": outcomes.take_further_funding,
    "policy_influence": outcomes.take_policy_influence,
    "product": outcomes.take_product,
    "intellectual_property": outcomes.take_intellectual_property,
    "spin_out": outcomes.take_spin_out,
    "database": outcomes.take_database,
    "research_material": outcomes.take_research_material,
    "software": outcomes.take_software,
    "made_product": outcomes.take_made_product,
    "engagement": outcomes.take_engagement,
    "key_finding": outcomes.take_key_finding,
    "impact_summary": outcomes.take_impact_summary,
    "publication": take_publication,
}

ORIGIN = Origin(
    producer=PRODUCER,
    title="Gateway to Research: grants and their outcomes",
    citation="UK Research and Innovation: Gateway to Research, as downloaded. Contains public sector information under the Open Government Licence v3.0",
    licence=LICENCE,
    url="https://gtr.ukri.org",
)


def read(files: Mapping[str, Path], options: Mapping[str, object]) -> Extract:
    """The model's tables from exports, flattened tables and pages, in any number.

    A decision in the table `(file)` says of each file how many rows it has, how many were accepted and how many refused, by rule.
    """
    register = Register(Book(), options_of(options))
    parts, passed = _parts(files)
    if not parts:
        names = ", ".join(sorted(files)) or "none"
        raise InputError(
            f"No table of Gateway to Research found among {names}. Expected CSV, XLSX, JSON pages, or a ZIP of tables."
        )
    for name, why in passed.items():
        register.book.settle(FILE, name, "rows", "0 rows", "passed by", why)
    sheets = [sheet for part in parts if (sheet := recognise(part, register.book, KNOWN))]
    for sheet in sorted(sheets, key=_place):
        take = READERS[sheet.layout.reads]
        each_row(register.book, sheet.name, sheet.layout.id, sheet.rows(), lambda row, take=take: take(register, row))
    register.finish(sheets)
    return register.book.extract()


def _parts(files: Mapping[str, Path]) -> tuple[list[Part], dict[str, str]]:
    """The tables in the files, pages among them, and the files that hold none: name → why."""
    pages = {name: path for name, path in files.items() if name.lower().endswith(".json")}
    parts, passed = parts_of({name: path for name, path in files.items() if name not in pages})
    for name, path in sorted(pages.items()):
        part, why = page_part(name, path)
        parts += [part] if part else []
        passed |= {name: why} if why else {}
    return parts, passed


def _place(sheet: Sheet) -> tuple[int, str]:
    reads = sheet.layout.reads
    return (ORDER.index(reads) if reads in ORDER else len(ORDER), sheet.name)


SOURCE = Source(
    id="gtr",
    origin=ORIGIN,
    files="**/*",
    read=read,
    expects={
        "project": (1, 200_000),
        "outcome": (0, 1_000_000),
        "project_outcome": (0, 1_500_000),
        "work": (0, 1_500_000),
    },
    ignored={f"{layout.id}: {column}": why for layout in (*TABLES, *EXPORTS) for column, why in layout.ignored.items()},
    fetch=FETCH,
)
"""The bounds are those of any extract, from one search to the whole register."""
