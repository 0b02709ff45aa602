"""What all inputs together brought: their staged files as tables, without works that a former input brought already.

The first input by name keeps a work. What a later one says of it (rows, references, authors) is left out everywhere.
"""

from dataclasses import dataclass
from pathlib import Path

from ibis.backends.duckdb import Backend

from benchside.corpus.preparing.rules import SAME_ID, SAME_KEY
from benchside.store.checks import quoted


@dataclass(frozen=True)
class Staged:
    """The folders of the staged inputs in the order of their names, on an engine; `has_again`: did a work come twice?"""

    engine: Backend
    folders: tuple[Path, ...]
    has_again: bool = False

    def table(self, name: str, key: str) -> str:
        """A staged file of all inputs as SQL, without what belongs to works dropped; `key` is its column for the work."""
        if not self.has_again:
            return f"(FROM {self.every(name)})"
        return f"(SELECT s.* FROM {self.every(name)} s ANTI JOIN again a ON a.key = s.{key} AND a.n = s.n)"

    def every(self, name: str) -> str:
        """A staged file of all inputs as SQL, with `n`, the number of the input from 0."""
        files = ", ".join(quoted(str(folder / f"{name}.parquet")) for folder in self.folders)
        return f"(SELECT *, file_index AS n FROM read_parquet([{files}], hive_partitioning = false))"


def without_again(engine: Backend, folders: tuple[Path, ...]) -> Staged:
    """The staged inputs, with a table `again` of the works dropped: key, n, work_id, rule."""
    every = Staged(engine, folders)
    rows = every.every("rows")
    engine.raw_sql(
        "CREATE OR REPLACE TABLE again AS WITH several AS (SELECT key FROM "
        f"{rows} GROUP BY key HAVING min(n) <> max(n)), found AS (SELECT DISTINCT key, n, work_id FROM {rows} SEMI JOIN several USING (key)) "
        f"SELECT key, n, work_id, CASE WHEN work_id = first(work_id) OVER w THEN {quoted(SAME_ID)} ELSE {quoted(SAME_KEY)} END AS rule "
        "FROM found WINDOW w AS (PARTITION BY key ORDER BY n) QUALIFY row_number() OVER w > 1"
    )
    (count,) = engine.raw_sql("SELECT count(*) FROM again").fetchone()
    return Staged(engine, folders, bool(count))
