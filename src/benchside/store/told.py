"""What a build tells of itself: its day, the rows of each file, the first refusals, and what is to be looked at."""

import duckdb

from benchside.model.history import Version
from benchside.model.tables import RECORD_TYPES
from benchside.store.checks import name

Read = tuple[str, str, int, int, int, str]
"""A file that a source read: source, name, rows, those accepted, those refused, and as what it was read."""


def files(con: duckdb.DuckDBPyConnection) -> list[Read]:
    """Of each file that was read row by row: source, name, rows, accepted, refused, and as what it was read; by source and name.

    A file that was passed by has no rows. Sources that are read table by table tell no files.
    """
    number = r"coalesce(TRY_CAST(regexp_extract({}, '(\d+) {}', 1) AS BIGINT), 0)"
    rows, accepted, refused = (
        number.format(column, word) for column, word in (("found", "rows"), ("kept", "accepted"), ("kept", "refused"))
    )
    text = (
        f"SELECT source, record, {rows}, {accepted}, {refused}, reason FROM decision "
        "WHERE \"table\" = '(file)' AND \"column\" = 'rows' ORDER BY source, record"
    )
    return con.execute(text).fetchall()


def count(con: duckdb.DuckDBPyConnection, table: str) -> int:
    row = con.execute(f"SELECT count(*) FROM {table}").fetchone()
    return row[0] if row else 0


def latest_known(con: duckdb.DuckDBPyConnection, counts: dict[str, int]) -> str:
    """The day up to which anything is known; the last date of anything that happened where nothing says when it was known."""
    tables = [t for t, n in counts.items() if n]
    if not tables:
        return ""
    for column in ("known_on", "true_from"):
        union = " UNION ALL ".join(f'SELECT max({column}) AS d FROM "{t}"' for t in tables)
        row = con.execute(f"SELECT CAST(max(d) AS VARCHAR) FROM ({union})").fetchone()
        if row and row[0]:
            return row[0]
    return ""


def reasons(con: duckdb.DuckDBPyConnection) -> list[str]:
    """The first refusals, in words; the whole list is in refused.csv."""
    rows = con.execute('SELECT "row", "column", value, rule, "do" FROM refused LIMIT 20').fetchall()
    return [f"{row}{column and f', column {column}'}: {value!r}: {rule}. {do}" for row, column, value, rule, do in rows]


def warnings(con: duckdb.DuckDBPyConnection, counts: dict[str, int], expects) -> list[str]:
    """What is to be looked at: numbers of records out of bounds, and records that no date puts into any figure."""
    found = [
        f"{table}: {counts.get(table, 0)} records came in, expected {least} to {most}. Explain the new count, or move the bound in the source."
        for table, (least, most) in expects.items()
        if not least <= counts.get(table, 0) <= most
    ]
    undated = con.execute("SELECT count(*) FROM contribution WHERE true_from IS NULL").fetchone()
    if undated and undated[0]:
        found.append(
            f"contribution: {undated[0]} versions bear no date; they appear in histories and count in no figure."
        )
    return [*found, *_tagged_in_vain(con)]


def _tagged_in_vain(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Tags of readings that bear no date: what stands at no date is in no framework either."""
    kinds = [of for of in RECORD_TYPES.values() if isinstance(of.history, Version) and len(of.key) == 1]
    undated = " UNION ALL ".join(
        f"SELECT '{of.name}' AS record_type, {name(of.key[0])} AS record_id FROM {name(of.name)} WHERE true_from IS NULL"
        for of in kinds
    )
    rows = con.execute(
        f"SELECT tag_id, record_type, record_id FROM tag JOIN ({undated}) USING (record_type, record_id) ORDER BY tag_id"
    ).fetchall()
    return [
        f"tag: {tag} is on {kind}:{key}, which bears no date and stands in no framework. Date that record, or tag one that is dated."
        for tag, kind, key in rows
    ]
