"""The tables that citation indicators work on, whatever they were read from.

`works`: work_id, year, type, source_id, title, citations, programme, doi [, reference]; `work_fields`: work_id, field, weight (the weights of a
work sum to one); `citations`: citing_id, cited_id; `authorships`: one row for each author and affiliation: work_id, author_id, author_seq,
organisation_id, country, sector, lat, lon; `journals`: source_id, category, year, metric; `journal_rates`: source_id, year, rate; `benchmark`: year, fcr, acr;
`field_distances`: field_i, field_j, distance; `units`: published aggregates. A table that is not there is empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import ibis
import ibis.expr.types as ir
from ibis.backends.duckdb import Backend

from benchside.errors import InputError

SCHEMAS: dict[str, dict[str, str]] = {
    "works": {
        "work_id": "string", "year": "int64", "type": "string", "source_id": "string", "title": "string",
        "citations": "int64", "programme": "int64", "doi": "string", "reference": "int64",
    },
    "work_fields": {"work_id": "string", "field": "string", "weight": "float64"},
    "citations": {"citing_id": "string", "cited_id": "string"},
    "authorships": {
        "work_id": "string", "author_id": "string", "author_seq": "int64", "organisation_id": "string", "country": "string",
        "sector": "string", "lat": "float64", "lon": "float64",
    },
    "journals": {"source_id": "string", "category": "string", "year": "int64", "metric": "float64"},
    "journal_rates": {"source_id": "string", "year": "int64", "rate": "float64"},
    "benchmark": {"year": "int64", "fcr": "float64", "acr": "float64"},
    "field_distances": {"field_i": "string", "field_j": "string", "distance": "float64"},
}  # fmt: skip
"""table → column → type; `units` has whatever columns its file has."""


@dataclass(frozen=True)
class Corpus:
    """Named tables of one corpus on one engine. `tables` holds every table of `SCHEMAS`, and `units` where there is one."""

    engine: Backend
    tables: Mapping[str, ir.Table]

    def __getattr__(self, name: str) -> ir.Table:
        tables = object.__getattribute__(self, "tables")
        if name not in tables:
            raise AttributeError(f"this corpus has no table {name!r}; it has {', '.join(sorted(tables))}")
        return tables[name]

    def fetch(self, expression: ir.Table) -> list[dict]:
        """The rows of an expression as dictionaries."""
        return self.engine.to_pyarrow(expression).to_pylist()


def open_corpus(folder: Path, engine: Backend) -> Corpus:
    """The tables of a folder of CSV files, on an engine that the store opened.

    Empty cells are missing values. A column that a file lacks is missing throughout; a file that is not there is an empty
    table. Raises `InputError` for a folder without `works.csv` and `units.csv`, or a value that is not of its column's type.
    """
    found = {name: folder / f"{name}.csv" for name in (*SCHEMAS, "units") if (folder / f"{name}.csv").exists()}
    if not {"works", "units"} & set(found):
        raise InputError(f"{folder} holds neither works.csv nor units.csv. Expected the tables of a corpus.")
    tables = {name: _typed(engine, name, found.get(name)) for name in SCHEMAS}
    if "units" in found:
        tables["units"] = engine.read_csv(found["units"], table_name=ibis.util.gen_name("units"))
    return Corpus(engine, tables)


def _typed(engine: Backend, name: str, path: Path | None) -> ir.Table:
    schema = SCHEMAS[name]
    if path is None:
        return ibis.memtable([], schema=ibis.schema(schema))
    raw = engine.read_csv(path, all_varchar=True, table_name=ibis.util.gen_name(name))
    columns = {c: (raw[c].nullif("") if c in raw.columns else ibis.null("string")).cast(t) for c, t in schema.items()}
    return engine.create_table(ibis.util.gen_name(name), raw.select(**columns), temp=True)
