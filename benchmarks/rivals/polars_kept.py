"""Polars from counts that were kept: what a user has who also stores them, here read from the baselines of the corpus."""

from pathlib import Path

import polars as pl
from clock import measured
from polars_way import CELL, as_categories, find, scan, write


def score(corpus: Path, works: Path, out: Path) -> None:
    kept = as_categories(pl.scan_parquet(corpus / "baselines" / "years-*.parquet"))
    write(find(scan(corpus), works), kept.select(*CELL, "citations", own="weight"), out)


if __name__ == "__main__":
    measured(score)
