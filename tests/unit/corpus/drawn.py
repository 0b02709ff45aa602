"""A corpus drawn as text: each table as the lines of a CSV file, columns that matter only."""

import csv
from typing import Any

import ibis
import pyarrow as pa

from benchside.corpus.tables import SCHEMAS, Corpus
from benchside.main import measure

TYPES = {"string": (pa.string(), str), "int64": (pa.int64(), int), "float64": (pa.float64(), float)}


def drawn(**tables: str) -> Corpus:
    """Tables by name, `drawn(works="work_id,year\\na,2010")`; an empty cell is missing. Ids in citations need their works."""
    made = {name: _table(tables.get(name, ""), schema) for name, schema in SCHEMAS.items()}
    if "units" in tables:
        made["units"] = ibis.memtable(_units(tables["units"]))
    return Corpus(ibis.duckdb.connect(), made)


def ask(corpus: Corpus, indicator: str, **params: Any) -> Any:
    """`measure`, by a short name."""
    return measure(corpus, indicator, **params)


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(line.strip() for line in text.strip().splitlines()))


def _table(text: str, schema: dict[str, str]):
    rows = _rows(text)
    columns = {}
    for name, kind in schema.items():
        arrow, read = TYPES[kind]
        columns[name] = pa.array([read(row[name]) if row.get(name) else None for row in rows], arrow)
    return ibis.memtable(pa.table(columns))


def _units(text: str) -> pa.Table:
    rows = _rows(text)
    numbers = {name: [float(row[name]) if row[name] else None for row in rows] for name in rows[0] if name != "unit"}
    return pa.table({"unit": [row["unit"] for row in rows], **numbers})
