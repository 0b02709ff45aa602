"""Careful pandas: only the columns needed, texts as categories from the file on, counts of cells in place of windows over rows.

As ours, it scores only what is asked for, from how much weight each cell holds at each number of citations.
"""

from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from clock import measured

CELL = ["field", "year", "type"]
TOP = 0.1


def score(corpus: Path, works: Path, out: Path) -> None:
    rows = read_rows(corpus)
    found = rows[rows["key"].isin(read_asked(works))]
    counts = rows.groupby([*CELL, "citations"], observed=True, sort=False)["weight"].sum().rename("own").reset_index()
    del rows
    parts = found.merge(_placed(counts), on=[*CELL, "citations"])
    parts["ncs"] = (parts["citations"] / parts["mean"]).where(parts["mean"] != 0, 1.0) * parts["weight"]
    parts["p_top10"] = ((TOP * parts["total"] - parts["above"]) / parts["own"]).clip(0, 1) * parts["weight"]
    write(parts, ["ncs", "p_top10"], out)


def read_rows(corpus: Path) -> pd.DataFrame:
    """The rows of a prepared corpus, year by year as Arrow, then as one frame that takes over the memory."""
    files = sorted(corpus.glob("year=*/*.parquet"))
    columns = ["key", "type", "field", "weight", "citations"]
    tables = []
    for file in files:
        table = pq.ParquetFile(file, read_dictionary=["type", "field"]).read(columns=columns)
        year = pa.array([int(file.parent.name.removeprefix("year="))], pa.int16())
        tables.append(table.append_column("year", pa.chunked_array([pa.repeat(year[0], len(table))])))
    table = pa.concat_tables(tables).unify_dictionaries()
    tables.clear()
    return table.to_pandas(self_destruct=True, split_blocks=True)


def read_asked(works: Path) -> pd.Series:
    return pd.read_csv(works)["work_id"].str.removeprefix("W").astype("int64")


def write(parts: pd.DataFrame, columns: list[str], out: Path) -> None:
    """The parts of each work added."""
    whole = parts.groupby("key")[columns].sum().reset_index()
    whole.insert(0, "work_id", "W" + whole.pop("key").astype(str))
    whole.sort_values("work_id").to_csv(out, index=False)


def _placed(counts: pd.DataFrame) -> pd.DataFrame:
    """With the `total` weight and `mean` of the cell, and the weight `above` each number of citations."""
    counts = counts.sort_values("citations", ascending=False)
    counts["cited"] = counts["own"] * counts["citations"]
    cells = counts.groupby(CELL, observed=True, sort=False)
    counts["total"] = cells["own"].transform("sum")
    counts["mean"] = cells["cited"].transform("sum") / counts["total"]
    counts["above"] = cells["own"].cumsum() - counts["own"]
    return counts


if __name__ == "__main__":
    measured(score)
