"""Rows of a list that Espacenet gives of a search: one family a row, several publications a cell."""

import re

from benchside.sources.patents.reading import Reading, day_at, read_publication, state_of
from benchside.sources.patents.rights import Right
from benchside.sources.tables import cells
from benchside.sources.tables.book import RefusedRow, twin
from benchside.sources.tables.patent_kinds import number_of
from benchside.sources.tables.rows import Row


def parties(cell: str) -> list[str]:
    """The names in a cell of a list: each ends with its country in brackets, a semicolon or the end of a line.

    >>> parties("UNIV MADE [NL] MADE GMBH [DE]"), parties("Made A; Made B")
    (['UNIV MADE', 'MADE GMBH'], ['Made A', 'Made B'])
    """
    found = re.split(r"\[[A-Z]{2}\]|;|\n|\r", cell)
    return list(dict.fromkeys(name for part in found if (name := cells.words(part).strip(" ,"))))


def take_listed(reading: Reading, row: Row) -> None:
    """A row of a list: one family, with as many publications as the cell names."""
    numbers = row["Publication number"].split()
    if not numbers:
        raise RefusedRow(
            "Publication number",
            "",
            "expected a number such as WO2019012095A1",
            "Add it; without it the right has no identity.",
        )
    family = cells.key(row["Family number"])
    key = f"list:{family or numbers[0]}"
    if key in reading.rights:
        raise twin("Family number", family, "the family stands", reading.rights[key].place)
    right = Right(
        key, row.place, row.proof, row.sheet.name, cells.words(row["Title"]), family=family, state=state_of(row)
    )
    right.priority_on = day_at(row, "Earliest priority")
    _add_listed(right, row, numbers)
    inventors = parties(row["Inventors"])
    right.inventors = len(inventors) or None
    right.persons = {name.casefold() for name in inventors}
    right.owners = dict.fromkeys(parties(row["Applicants"]))
    if inventors:
        row.apply(
            "Inventors", "names of inventors are not kept, their number is", "names", f"{len(inventors)} inventors"
        )
    reading.rights[key] = right


def _add_listed(right: Right, row: Row, numbers: list[str]) -> None:
    """The publications of a cell with their days, in the same order; the first alone is dated where there are fewer days."""
    days = row["Publication date"].split()
    if len(days) != len(numbers):
        row.apply(
            "Publication date",
            "there are not as many days as publications: the first day is that of the first publication",
            f"{len(days)} for {len(numbers)}",
            "the first",
        )
        days = days[:1]
    faults: list[RefusedRow] = []
    for n, text in enumerate(numbers):
        try:
            right.publications.append(
                read_publication(
                    row, *_number(text), _listed_day(row, days[n] if n < len(days) else ""), "Publication number"
                )
            )
        except RefusedRow as fault:
            faults.append(fault)
    if not right.publications:
        raise faults[0]
    for fault in faults:
        row.sheet.book.refuse_cell(row.sheet.layout.id, row.place, fault.column, fault.value, fault.rule)


def _number(text: str) -> tuple[str, str, str]:
    try:
        return number_of(text)
    except ValueError as error:
        raise RefusedRow(
            "Publication number", text, "expected authority, number and kind such as WO2019012095A1", "Correct it."
        ) from error


def _listed_day(row: Row, text: str) -> str:
    try:
        return cells.day(text) if text else ""
    except ValueError:
        row.sheet.book.refuse_cell(
            row.sheet.layout.id, row.place, "Publication date", text, f"expected {cells.DAY_RULE}"
        )
        return ""
