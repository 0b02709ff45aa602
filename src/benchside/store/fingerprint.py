"""The content hash of a build: the same rows give the same hash, on any machine, in any order of rows.

Each row is hashed by MD5 over its values as text; the rows of a table are combined by exclusive or, which does not
depend on order (no two rows of a table are equal, because each bears its own key). What was refused and decided belongs
to a build as well: two builds that differ in it alone are not the same.
"""

import hashlib

import duckdb

from benchside.model.tables import RECORD_TYPES
from benchside.store.checks import name


def fingerprint(con: duckdb.DuckDBPyConnection) -> tuple[str, dict[str, int]]:
    """(SHA-256 over the tables' hashes, rows of each record table)."""
    lines, counts = [], {}
    for table in (*RECORD_TYPES, "refused", "decision"):
        columns = [row[0] for row in con.execute(f"DESCRIBE {name(table)}").fetchall()]
        values = ", ".join(f"coalesce(CAST({name(c)} AS VARCHAR), chr(0))" for c in columns)
        row = con.execute(
            f"SELECT count(*), CAST(bit_xor(md5_number(concat_ws(chr(31), {values}))) AS VARCHAR) FROM {name(table)}"
        ).fetchone()
        count, mixed = row or (0, "")
        counts[table] = count
        lines.append(f"{table}:{','.join(columns)}:{count}:{mixed}")
    return hashlib.sha256("\n".join(lines).encode()).hexdigest(), {table: counts[table] for table in RECORD_TYPES}
