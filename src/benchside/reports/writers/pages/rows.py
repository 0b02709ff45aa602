"""The rows of a figure as a reader sees them: records by name, keys by their words, numbers in the figure's unit."""

from dataclasses import dataclass
from fractions import Fraction

from benchside.figures.explain import Explained
from benchside.indicators.base import Indicator
from benchside.model.rounding import decimals
from benchside.reports import words
from benchside.reports.writers.site import Site

MOST = 500
"""Rows shown in a page; the CSV has all."""

_SHOWN = (
    "project",
    "organisation",
    "asset",
    "call",
    "programme",
    "group",
    "sector",
    "kind",
    "stage",
    "state",
    "payer",
    "tile",
    "country",
    "year",
)
_TABLES = {
    "project": "project",
    "organisation": "organisation",
    "asset": "asset",
    "call": "call",
    "programme": "programme",
}


@dataclass(frozen=True)
class Shown:
    """A key of the rows that is worth a column."""

    key: str
    title: str


def columns_of(opened: Explained) -> list[Shown]:
    """The keys that any row bears, but for those that only repeat the record itself."""
    borne = {k for r in opened.rows for k in r if r[k] is not None}
    own = {r["evidence_id"].split(":", 1)[0] for r in opened.rows[:1]}
    return [Shown(k, k.capitalize()) for k in _SHOWN if k in borne and k not in own]


def rows_of(site: Site, opened: Explained, columns: list[Shown]) -> list[dict]:
    """The first rows, ready to be printed."""
    unit = words.unit_of_rows(opened.indicator)
    return [_row(site, opened.indicator, row, columns, unit) for row in opened.rows[:MOST]]


def _row(site: Site, of: Indicator, row: dict, columns: list[Shown], unit: Fraction) -> dict:
    table, _, key = row["evidence_id"].partition(":")
    return {
        "table": table, "key": key, "evidence_id": row["evidence_id"], "cells": [_cell(site, of, c.key, row.get(c.key)) for c in columns],
        "num": _plain(row["num"] * unit), "den": _plain(Fraction(row.get("den") or 0, of.den_scale)), "grade": row.get("grade"),
        "document": row.get("document_id"), "source": row.get("source"),
    }  # fmt: skip


def _cell(site: Site, of: Indicator, key: str, value: str | None) -> dict:
    if value is None:
        return {"text": "", "href": None}
    table = _TABLES.get(key)
    text = site.edition.records.label(table, value) if table else words.value_label(key, value, of.id)
    return {"text": text, "href": site.href(table, value) if table in ("project", "asset") else None}


def _plain(number: Fraction) -> str:
    return decimals(number, 0 if number.denominator == 1 else 2)
