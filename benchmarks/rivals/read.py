"""The floor of preparing: DuckDB reads the members that `prepare` needs from all files in one query, and does nothing with them."""

from pathlib import Path

import duckdb
from clock import measured

TOPIC = "STRUCT(subfield STRUCT(id VARCHAR, display_name VARCHAR))"
COLUMNS = {
    "id": "VARCHAR",
    "publication_year": "BIGINT",
    "type": "VARCHAR",
    "cited_by_count": "BIGINT",
    "topics": f"{TOPIC}[]",
    "primary_topic": TOPIC,
    "authorships": "STRUCT(countries VARCHAR[])[]",
    "grants": "STRUCT(funder VARCHAR)[]",
    "funders": "STRUCT(id VARCHAR)[]",
}
QUERY = """
SELECT sum(strlen(id)), sum(publication_year), sum(strlen(type)), sum(cited_by_count), sum(len(topics)),
    count(primary_topic), sum(len(authorships)), sum(len(grants)), sum(len(funders))
FROM read_json('{files}', format = 'newline_delimited', columns = {{{columns}}})
"""


def read(works: Path) -> None:
    columns = ", ".join(f"{name}: '{of}'" for name, of in COLUMNS.items())
    with duckdb.connect() as con:
        con.execute(QUERY.format(files=works / "*.gz", columns=columns)).fetchall()


if __name__ == "__main__":
    measured(read)
