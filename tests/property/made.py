"""Made programmes for properties: every table of the model filled at random, as its declaration allows."""

import calendar
import datetime
import random

from benchside.model.codes import CODES
from benchside.model.columns import (
    Amount,
    Code,
    Column,
    Date,
    Decimal,
    Flag,
    Identifier,
    Integer,
    Key,
    Reference,
    Share,
)
from benchside.model.record import AnyPointer, OrderRule, RecordType
from benchside.model.tables import RECORD_TYPES, in_reference_order, references

Rows = list[dict[str, str]]

WORKED_OUT = ("organisation_cluster", "project_cluster")
"""Tables that a build works out anew: what is made of them is taken as judgements, and no other record can point to it."""

_PARTS = {1: ["1"], 2: ["0.5", "0.5"], 3: ["0.333333", "0.333333", "0.333334"]}
"""Weights of a project over one, two or three areas; each list adds up to 1."""

_IDENTIFIERS = {
    "trial": lambda r: f"NCT0000000{r.randrange(4)}",
    "issn": lambda r: f"0028-083{r.randrange(3)}",
    "doi": lambda r: f"10.1000/{r.randrange(10**6)}",
    "grant_number": lambda r: str(r.randrange(100_000, 999_999)),
    "pmid": lambda r: str(r.randrange(1, 10**6)),
    "pic": lambda r: str(r.randrange(10**8, 10**9)),
    "ror": lambda r: "05dxps055",
}


def programme(r: random.Random, most: int = 5) -> dict[str, Rows]:
    """A whole programme: up to `most` records of each type (more where records belong to others)."""
    tables: dict[str, Rows] = {}
    for of in in_reference_order():
        rows = [_row(r, of, n, tables) for n in range(r.randrange(most * (3 if references(of) else 1)))]
        tables[of.name] = _distinct(of, [row for row in rows if row is not None])
    tables["project_area"] = _areas(r, tables)
    multiplier = {
        "assumption_id": "jobs_multiplier",
        "name": "made",
        "low": "3",
        "high": "5.7",
        "unit": "made",
        "distribution": "uniform",
    }
    tables["assumption"].append(multiplier)
    return tables


def _row(r: random.Random, of: RecordType, number: int, tables) -> dict[str, str] | None:
    row = {}
    for column in of.columns:
        if not column.required and r.random() < 0.3:
            continue
        value = _value(r, of, column, number, tables)
        if value is None and column.required:
            return None
        if value is not None:
            row[column.name] = value
    return _ruled(r, of, row, tables)


def _value(r: random.Random, of: RecordType, column: Column, number: int, tables) -> str | None:
    kind = column.kind
    if isinstance(kind, Reference):
        rows = tables.get(kind.to) or []
        return r.choice(rows)[RECORD_TYPES[kind.to].key[0]] if rows and kind.to != of.name else None
    if isinstance(kind, Key):
        return f"{of.name}-{number}"
    if isinstance(kind, Code):
        return r.choice(list(CODES[kind.codes])[:6])
    if isinstance(kind, Identifier):
        return _IDENTIFIERS[kind.scheme](r) if kind.scheme in _IDENTIFIERS else None
    if isinstance(kind, Date):
        day = datetime.date(2005, 1, 1) + datetime.timedelta(days=r.randrange(6000))
        return day.isoformat()[: r.choice((4, 7, 10, 10, 10))]
    if isinstance(kind, Flag):
        return r.choice(("yes", "no"))
    if isinstance(kind, Integer):
        return str(kind.least + r.randrange(30))
    if isinstance(kind, Share):
        return "0.5"
    if isinstance(kind, Amount | Decimal):
        return f"{r.randrange(5000)}.{r.randrange(100):02d}"
    return r.choice(("alpha", "beta", "gamma")) if column.name not in ("scope", "cut", "indicator") else None


def _ruled(r: random.Random, of: RecordType, row: dict[str, str], tables) -> dict[str, str] | None:
    """The row, mended so that the rules of its type hold; None where they cannot."""
    for rule in of.rules:
        if isinstance(rule, OrderRule):
            row.pop(rule.later, None)
        if isinstance(rule, AnyPointer):
            row.pop(rule.type_column, None), row.pop(rule.key_column, None)
            filled = [n for n, rows in tables.items() if rows and len(RECORD_TYPES[n].key) == 1 and n not in WORKED_OUT]
            if not filled:
                return None
            name = r.choice(filled)
            row |= {rule.type_column: name, rule.key_column: r.choice(tables[name])[RECORD_TYPES[name].key[0]]}
    return row


def _distinct(of: RecordType, rows: Rows) -> Rows:
    found = {tuple(_day(row.get(k, "")) for k in of.key): row for row in rows}
    return [row for key, row in found.items() if all(key)]


def _day(text: str) -> str:
    """Partial dates in keys stand for a day; two that stand for one day are one key."""
    if not (text[:4].isdigit() and len(text) in (4, 7, 10)):
        return text
    year, month = int(text[:4]), int(text[5:7] or 12)
    return text if len(text) == 10 else datetime.date(year, month, calendar.monthrange(year, month)[1]).isoformat()


def _areas(r: random.Random, tables) -> Rows:
    areas, rows = [a["area_id"] for a in tables["area"]], []
    for project in tables["project"]:
        chosen = r.sample(areas, min(len(areas), r.randrange(4)))
        for area, weight in zip(chosen, _PARTS.get(len(chosen), []), strict=True):
            rows.append({"project_id": project["project_id"], "area_id": area, "weight": weight, "basis": "subject"})
    return rows
