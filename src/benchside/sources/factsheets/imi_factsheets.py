"""The project fact sheets of the Innovative Medicines Initiative, as one CSV file of November 2019.

It gives programme, call, project, organisations with their place and group, and money. Taken are facts and titles; texts
and names of persons are not. What had slid in the file is settled by arithmetic (`factsheet_money`) and by comparing
the lists of partners with the grants (`factsheet_partners`); every such reading is a decision.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from benchside.errors import InputError
from benchside.model.identifiers import SCHEMES
from benchside.model.origin import Extract, Origin
from benchside.sources.base import Source
from benchside.sources.factsheets.money import AMOUNT_RULE, MONEY, Reading, parse_amount, settle
from benchside.sources.factsheets.partners import LISTS, parse_grants
from benchside.sources.factsheets.records import AS_OF, DOCUMENT, Sheet, Tables, amount_columns
from benchside.sources.factsheets.rows import Findings, Row, iso_date, read_rows
from benchside.sources.factsheets.teams import add_partners
from benchside.sources.tables.cells import slug

NEEDED = (
    "Project Acronym", "StartDate", "EndDate", "IMIProgram", "IMICall", "ShortDescription", "TypeOfAction", "GrantAgreementNo",
    *MONEY, *LISTS, "Partners", "ProjectWebsite",
)  # fmt: skip

_NOT_NEEDED = "added by the people who compiled the file, not part of the fact sheets"
IGNORED = {
    "Summary": "text under the authors' rights, not needed",
    "EFPIA project lead": "an abbreviation that names no legal entity, mostly missing",
    "FAIRplus: responsible public partner": f"{_NOT_NEEDED}; names persons",
    "FAIRplus: responsible EFPIA partner": f"{_NOT_NEEDED}; names persons",
    "Project Status Group (based on End Date)": f"{_NOT_NEEDED}; follows from the end date",
    "Societal Impact, Group based on FAIRplus keyword search": f"{_NOT_NEEDED}; a search for words, no statement of the programme",
    "Disease / Therapeutic Area": _NOT_NEEDED,
    "Application/Context": _NOT_NEEDED,
    "Intervention/therapeutic agent": _NOT_NEEDED,
    "Molecular Entity": _NOT_NEEDED,
    "Type of Data": _NOT_NEEDED,
    "FAIRification": _NOT_NEEDED,
    "Keywords": "free words without a scheme",
}

_PROGRAMMES = {"IMI1": "Innovative Medicines Initiative 1", "IMI2": "Innovative Medicines Initiative 2"}
_ACTIONS = {"RIA": "ria", "CSA": "csa"}

ORIGIN = Origin(
    producer="FAIRplus project, from the public fact sheets of the Innovative Medicines Initiative",
    title="IMI project fact sheets, table of November 2019",
    citation="FAIRplus: IMI data catalogue, input/IMIPROJECTS.csv, compiled from the public IMI project fact sheets, 2019-11-01",
    licence="AGPL-3.0 (the repository); the fact sheets may be reproduced with the source acknowledged; facts only are taken",
    url="https://github.com/proccaserra/imi-datacatalogue/blob/6c81175850159499671ebf7f96c30a6e0cef445d/input/IMIPROJECTS.csv",
    version="6c81175850159499671ebf7f96c30a6e0cef445d",
    published_on=AS_OF,
)


def read(files: Mapping[str, Path], options: Mapping[str, object]) -> Extract:
    """The model's tables from the one file. The option `project_ids` (acronym → key) replaces keys made from acronyms."""
    name, path = _only_file(files)
    findings, tables = Findings(), Tables()
    tables.add(
        "document", DOCUMENT, name, document_key=DOCUMENT, title=ORIGIN.title, publisher=ORIGIN.producer, url=ORIGIN.url,
        printed_on=AS_OF, licence=ORIGIN.licence,
    )  # fmt: skip
    ids = options.get("project_ids") or {}
    sheets = _sheets(
        read_rows(name, path, NEEDED, IGNORED, findings), ids if isinstance(ids, Mapping) else {}, findings
    )
    for sheet in sheets:
        _add_project(sheet, tables, findings)
        _add_money(sheet, tables, findings)
    add_partners(sheets, tables, findings)
    return Extract(tables.pieces(), findings.decisions, findings.refusals)


def _only_file(files: Mapping[str, Path]) -> tuple[str, Path]:
    if len(files) != 1:
        names = ", ".join(sorted(files)) or "none"
        raise InputError(
            f"imi_factsheets reads one CSV file, found {len(files)}: {names}. Leave the one file of the fact sheets."
        )
    return next(iter(files.items()))


def _sheets(rows: list[Row], ids: Mapping, findings: Findings) -> list[Sheet]:
    """The rows that name a project for the first time."""
    seen: dict[str, Row] = {}
    sheets = []
    for row in rows:
        acronym = row["Project Acronym"]
        project = str(ids.get(acronym) or slug(acronym))
        if not project:
            findings.refuse(
                "project", row, "Project Acronym", acronym, "a project must have an acronym", "Write the acronym."
            )
        elif project in seen:
            findings.refuse(
                "project", row, "Project Acronym", acronym, f"the acronym stands in {seen[project].place} already",
                "Remove one of the two rows, or write the right acronym.",
            )  # fmt: skip
        else:
            seen[project] = row
            sheets.append(Sheet(row, project, parse_grants(row["Partners"])))
    return sheets


def _add_project(sheet: Sheet, tables: Tables, findings: Findings) -> None:
    row, read_cell = sheet.row, _cell_reader("project", sheet, findings)
    programme = read_cell("IMIProgram", _programme, "IMI followed by a number, such as IMI2")
    call = read_cell("IMICall", _whole_number, "the number of a call, such as 3")
    if programme:
        name = _PROGRAMMES.get(programme, f"Innovative Medicines Initiative {programme[3:]}")
        tables.add("programme", programme, row.place, sheet.locator, programme_id=programme, name=name)
    call_id = f"{programme}-C{call}" if programme and call else ""
    if call_id:
        title = f"{programme} Call {call}"
        tables.add("call", call_id, row.place, sheet.locator, call_id=call_id, programme_id=programme, name=title)
    day = "a day that exists, written dd/mm/yyyy such as 28/02/2015"
    tables.add(
        "project", sheet.project, row.place, sheet.locator,
        project_id=sheet.project, acronym=row["Project Acronym"], title=row["ShortDescription"], programme_id=programme, call_id=call_id,
        grant_number=read_cell("GrantAgreementNo", _grant_number, "a grant agreement number of six to nine digits"),
        action_type=read_cell("TypeOfAction", _action, "RIA or CSA, with or without words in brackets"),
        start_on=read_cell("StartDate", iso_date, day), end_on=read_cell("EndDate", iso_date, day), website=row["ProjectWebsite"],
    )  # fmt: skip


def _cell_reader(table: str, sheet: Sheet, findings: Findings) -> Callable[..., str]:
    """A reader of cells: empty stays empty; what its parser will not read is refused and left empty, the row is kept."""

    def read_cell(heading: str, parse: Callable[[str], str], expected: str) -> str:
        text = sheet.row[heading]
        try:
            return parse(text) if text else ""
        except ValueError:
            findings.refuse(
                table,
                sheet.row,
                heading,
                text,
                f"expected {expected}",
                "Correct the cell; the rest of the row was taken.",
            )
            return ""

    return read_cell


def _matching(pattern: str, text: str) -> str:
    if not re.fullmatch(pattern, text):
        raise ValueError(text)
    return text


def _programme(text: str) -> str:
    return _matching(r"IMI\d", text.upper())


def _whole_number(text: str) -> str:
    return str(int(_matching(r"\d{1,3}", text)))


def _grant_number(text: str) -> str:
    return _matching(SCHEMES["grant_number"].pattern, text)


def _action(text: str) -> str:
    word = text.split(" ")[0].upper()
    if word not in _ACTIONS:
        raise ValueError(text)
    return _ACTIONS[word]


def _add_money(sheet: Sheet, tables: Tables, findings: Findings) -> None:
    read_cell, refused = _cell_reader("contribution", sheet, findings), len(findings.refusals)
    amounts: list[int | None] = []
    for heading in MONEY:
        text = read_cell(heading, lambda text: str(parse_amount(text)), AMOUNT_RULE)
        amounts.append(int(text) if text else None)
    public, industry, other, total = amounts
    if len(findings.refusals) > refused:
        reading = _without_proof(sheet, findings, other, total)
    else:
        reading = settle(public, industry, other, total)
    if reading.said:
        found = f"OtherFunding {_shown(other)}, TotalCost {_shown(total)}"
        findings.settle("contribution", sheet.project, "OtherFunding, TotalCost", found, _kept(reading), reading.said)
    _add_contribution(sheet, tables, "eu", "grant", public, "IMIFunding")
    _add_contribution(sheet, tables, "industry", "in_kind", industry, "EFPIAFunding")
    slid = "OtherFunding" if reading.other == other else "TotalCost"
    _add_contribution(
        sheet, tables, "associated_partner", "unspecified", reading.associated, "OtherFunding", reading.said
    )
    _add_contribution(sheet, tables, "other", "unspecified", reading.other, slid, reading.said)
    if reading.total is not None:
        tables.add(
            "stated_total", sheet.project, sheet.row.place, sheet.locator, stated_total_id=f"{sheet.project}:total",
            project_id=sheet.project, **amount_columns(reading.total),
            label="TotalCost" if reading.total == total else "OtherFunding", note=reading.said,
        )  # fmt: skip


def _add_contribution(
    sheet: Sheet, tables: Tables, payer: str, form: str, amount: int | None, heading: str, note: str = ""
) -> None:
    if amount is None:
        return
    key = f"{sheet.project}:{payer}"
    tables.add(
        "contribution", key, sheet.row.place, sheet.locator, contribution_id=key, project_id=sheet.project, payer=payer,
        form=form, region="unspecified", **amount_columns(amount), label=heading, note=note,
    )  # fmt: skip


def _without_proof(sheet: Sheet, findings: Findings, other: int | None, total: int | None) -> Reading:
    """Where one of the four cells could not be read, nothing adds up: the two columns that slide are not taken."""
    for heading, amount in (("OtherFunding", other), ("TotalCost", total)):
        if amount is not None:
            findings.refuse(
                "contribution", sheet.row, heading, str(amount), "what this amount is follows from the other three, of which one cannot be read",
                "Correct the other amount of this row.",
            )  # fmt: skip
    return Reading()


def _shown(amount: int | None) -> str:
    return "empty" if amount is None else str(amount)


def _kept(reading: Reading) -> str:
    named = (("associated partners", reading.associated), ("other", reading.other), ("total", reading.total))
    return ", ".join(f"{name} {amount}" for name, amount in named if amount is not None) or "no other amount"


SOURCE = Source(
    id="imi_factsheets",
    origin=ORIGIN,
    files="*.csv",
    read=read,
    expects={
        "programme": (1, 3),
        "call": (15, 25),
        "project": (100, 120),
        "organisation": (600, 1200),
        "participation": (1800, 2400),
        "contribution": (280, 360),
        "allocation": (1200, 1700),
        "stated_total": (20, 40),
    },
    ignored=IGNORED,
)
