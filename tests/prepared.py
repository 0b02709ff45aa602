"""A prepared corpus written from rows, for tests of what reads one."""

import json
from collections.abc import Iterable
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from benchside.corpus.baselines import CORPUS, baselines
from benchside.corpus.keys import key_of

Row = tuple[str, int, str, str, float, int, str | None, str | None]
"""work_id, year, type, field, weight, citations, countries, funders."""


def write_corpus(folder: Path, rows: Iterable[Row], *, with_baselines: bool = True) -> Path:
    """The rows in the layout of a prepared corpus, in a new folder."""
    names = ("work_id", "year", "type", "field", "weight", "citations", "countries", "funders")
    listed = [dict(zip(names, row, strict=True)) | {"key": key_of(row[0])} for row in rows]
    types = {"string": pa.string(), "int64": pa.int64(), "float64": pa.float64()}
    schema = pa.schema([(c, types[t]) for c, t in CORPUS.items()])
    table = pa.Table.from_pylist(listed, schema=schema)
    years: dict[str, int] = {}
    folder.mkdir()
    for year in sorted({row["year"] for row in listed}):
        place = folder / f"year={year}"
        place.mkdir()
        with duckdb.connect() as con:
            con.register("handed", table.filter(pc.equal(table["year"], year)).drop_columns("year"))
            order = "field, type, citations, key"
            con.execute(f"COPY (FROM handed ORDER BY {order}) TO '{place / 'part-0.parquet'}' (FORMAT parquet)")
        years[str(year)] = sum(row["year"] == year for row in listed)
    about = {
        "kind": "corpus", "format": 2, "fields": "plain", "columns": [c for c in CORPUS if c != "year"],
        "citations": {"from": "total", "window": None, "self_citations": True}, "years": years,
        "works": len({row["work_id"] for row in listed}), "rows": len(listed), "content_hash": "made",
    }  # fmt: skip
    if with_baselines:
        baselines(folder, folder / "baselines", about=about)
    (folder / "manifest.json").write_text(json.dumps(about), encoding="utf-8")
    return folder


def rows_of(path: Path) -> list[dict]:
    """The rows of a CSV or Parquet file."""
    with duckdb.connect() as con:
        return con.execute(f"SELECT * FROM '{path}'").to_arrow_table().to_pylist()
