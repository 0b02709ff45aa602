"""Prepared corpora of any size to measure on: no chance in them, the same rows for the same size.

    python benchmarks/made_corpus.py 1000000 FOLDER         a corpus of a million works in FOLDER
    python benchmarks/made_corpus.py 1000000 FOLDER --programme 2000 WORKS.csv

`N` works W1 … WN lie evenly over 20 years, in no order of their numbers; each is in one of 200 fields, a tenth of them in two
or three; citations are log-normal and grow with age, so that recent cells hold many works without any. Everything else
of a work is drawn from the MD5 of its number. Only the layout is that of `benchside corpus prepare`; nothing is read.
"""

import argparse
import hashlib
import json
import math
import os
from pathlib import Path

import duckdb

FIELDS, FIRST_YEAR, YEARS = 200, 2004, 20
TYPES = (
    "article",
    "article",
    "article",
    "article",
    "article",
    "article",
    "article",
    "review",
    "book-chapter",
    "preprint",
)
COUNTRIES = (
    "US",
    "CN",
    "GB",
    "DE",
    "JP",
    "FR",
    "IT",
    "IN",
    "CA",
    "ES",
    "NL",
    "CH",
    "SE",
    "BR",
    "KR",
    "AU",
    "PL",
    "BE",
    "DK",
    "ZA",
)
FUNDERS = 40
COLUMNS = ("key", "work_id", "type", "field", "weight", "citations", "countries", "funders")

_PARTS = f"""
WITH works AS (
    SELECT 1 + (place * {{step}}) % {{works}} AS key, md5_number_lower(key::VARCHAR) AS low, md5_number_upper(key::VARCHAR) AS high
    FROM range({{first}}, {{last}}) AS t(place)),
drawn AS (
    SELECT key, {list(TYPES)}[1 + (low % 10)::INT] AS type, ((low // 10) % {FIELDS})::INT AS main,
        CASE WHEN (low // 2000) % 10 > 0 THEN 1 ELSE 2 + ((low // 20000) % 2)::INT END AS many,
        greatest(floor(exp(1.3 * sqrt(-2 * ln(((high % 1000000) + 1) / 1000001.0))
            * cos(2 * pi() * ((high // 1000000) % 1000000) / 1000000.0) + {{mean}} + main / {FIELDS}.0) - 1), 0)::BIGINT AS citations,
        (low // 60000) % 6 AS known, (low // 360000) % 3 AS addresses, (low // 1080000) % 400 AS land,
        (low // 500000000) % 10 AS funded, (low // 5000000000) % {FUNDERS} AS funder
    FROM works)
SELECT key::BIGINT AS key, 'W' || key AS work_id, type, 'F' || lpad(((main + 67 * turn) % {FIELDS})::VARCHAR, 3, '0') AS field,
    1.0::DOUBLE / many AS weight, citations,
    CASE WHEN known > 0 THEN array_to_string(list_sort(list_distinct(list_transform(range(0, 1 + addresses::BIGINT),
        lambda n: {list(COUNTRIES)}[1 + (sqrt(land + n * 113) % {len(COUNTRIES)})::INT % {len(COUNTRIES)}]))), '|') END AS countries,
    CASE funded WHEN 0 THEN 'F43203' || (10000 + funder) WHEN 1 THEN 'F43203' || (10000 + funder // 2) || '|F43203' || (20000 + funder)
        END AS funders
FROM (SELECT *, unnest(range(0, many)) AS turn FROM drawn)
ORDER BY field, type, citations, key
"""


def make_corpus(works: int, out: Path, *, memory: str = "4GB") -> dict:
    """A prepared corpus with its baselines in a new folder; its manifest."""
    out.mkdir(parents=True)
    with duckdb.connect() as con:
        con.execute(f"SET memory_limit = '{memory}'; SET temp_directory = '{out / 'spill'}'")
        rows = {str(FIRST_YEAR + n): _write_year(con, works, n, out) for n in range(YEARS)}
    text = f"made corpus of {works} works: {json.dumps(rows)}"
    about = {
        "kind": "corpus", "format": 2, "fields": "subfield", "inputs": [], "passed_by": [],
        "citations": {"from": "total", "window": None, "self_citations": True}, "columns": list(COLUMNS),
        "works": works, "rows": sum(rows.values()), "years": rows, "left_out": {}, "refused": {},
        "content_hash": hashlib.sha256(text.encode()).hexdigest(),
    }  # fmt: skip
    _write_baselines(out, about, memory)
    (out / "manifest.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    return about


def make_programme(corpus: Path, many: int, out: Path) -> None:
    """A CSV of `work_id`: so many works of a corpus, spread over all its years and fields."""
    works = json.loads((corpus / "manifest.json").read_text(encoding="utf-8"))["works"]
    numbers = sorted({1 + int(hashlib.md5(f"asked {n}".encode()).hexdigest(), 16) % works for n in range(many)})
    out.write_text("work_id\n" + "".join(f"W{n}\n" for n in numbers), encoding="utf-8")


def _write_year(con: duckdb.DuckDBPyConnection, works: int, year: int, out: Path) -> int:
    """The rows of one year; how many. Places are numbered through all years, keys are spread over them."""
    folder = out / f"year={FIRST_YEAR + year}"
    folder.mkdir()
    query = _PARTS.format(
        works=works, step=_step(works), first=works * year // YEARS, last=works * (year + 1) // YEARS,
        mean=0.3 + 1.2 * math.log1p(YEARS - 1 - year) / math.log(YEARS),
    )  # fmt: skip
    con.execute(f"COPY ({query}) TO '{folder / 'part-0.parquet'}' (FORMAT parquet)")
    return con.execute(f"SELECT count(*) FROM read_parquet('{folder / 'part-0.parquet'}')").fetchone()[0]


def _step(works: int) -> int:
    """A number near the golden section of `works` that has no divisor in common with it: multiples reach every number."""
    step = max(1, int(works * 0.6180339887))
    while math.gcd(step, works) != 1:
        step += 1
    return step


def _write_baselines(out: Path, about: dict, memory: str) -> None:
    """The baselines as `benchside corpus baselines` makes them."""
    from benchside.corpus.baselines import baselines

    baselines(out, out / "baselines", memory=memory, about=about)


def main() -> None:
    read = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    read.add_argument("works", type=int)
    read.add_argument("folder", type=Path)
    read.add_argument("--programme", nargs=2, metavar=("N", "FILE"), help="also a CSV of N works to score")
    read.add_argument("--memory", default=os.environ.get("MEMORY", "4GB"))
    asked = read.parse_args()
    if not (asked.folder / "manifest.json").exists():
        make_corpus(asked.works, asked.folder, memory=asked.memory)
    if asked.programme:
        make_programme(asked.folder, int(asked.programme[0]), Path(asked.programme[1]))


if __name__ == "__main__":
    main()
