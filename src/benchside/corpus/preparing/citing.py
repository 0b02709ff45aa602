"""Citations counted from references: which pairs of works count, and how many each work has.

All works taken cite, also those in no cell. Pairs cross years, so they are joined by number, in batches of cited works: memory holds
one batch, the rest spills. A pair counts once; a work that refers to itself, and a work that is not here, do not count.
Under a window of L years the citing year is at most L - 1 after that of the cited work, or before it; a citing work without year then
does not count. Works that refer to each other both count, and are told.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchside.corpus.preparing.settings import CitationRule
from benchside.corpus.preparing.staged import Staged
from benchside.store.checks import quoted

PAIRS_AT_ONCE = 50_000_000
"""References in one batch, about."""


def count_citations(
    staged: Staged, rule: CitationRule, folder: Path, progress: Callable[[str], None]
) -> tuple[str, dict[str, int]]:
    """A table of `key` and `found` as SQL (works never cited are not in it), and what became of the references."""
    folder.mkdir(parents=True, exist_ok=True)
    references = staged.table("references", "citing")
    totals = _totals(staged, references)
    batches = 1 + totals["listed"] // PAIRS_AT_ONCE
    staged.engine.raw_sql(f"CREATE OR REPLACE TEMP TABLE works AS SELECT key, year FROM {staged.table('works', 'key')}")
    mutual = 0
    for number in range(batches):
        progress(f"references ({number + 1} of {batches})")
        mutual += _batch(staged, rule, folder / f"{number}", references, f"% {batches} IN ({number}, {-number})")
    found = f"read_parquet({quoted(str(folder / '*.parquet'))}, hive_partitioning = false)"
    known, late, own = staged.engine.raw_sql(
        f"SELECT coalesce(sum(known), 0)::BIGINT, coalesce(sum(known - within), 0)::BIGINT, coalesce(sum(within - found), 0)::BIGINT FROM {found}"
    ).fetchone()
    staged.engine.raw_sql("DROP TABLE works")
    told = totals | {"to works not here": totals["pairs"] - known, "outside the window": late, "self-citations": own}
    told |= {"counted": known - late - own, "mutual": mutual}
    return f"(SELECT key, found FROM {found})", {name: told[name] for name in told if name != "pairs"}


def _totals(staged: Staged, references: str) -> dict[str, int]:
    row = staged.engine.raw_sql(
        "SELECT coalesce(sum(times), 0)::BIGINT, coalesce(sum(times - 1), 0)::BIGINT, count(*) FILTER (WHERE citing = cited), "
        f"count(*) FILTER (WHERE citing <> cited) FROM {references}"
    ).fetchone()
    return dict(zip(("listed", "repeated", "to itself", "pairs"), row, strict=True))


def _batch(staged: Staged, rule: CitationRule, beside: Path, references: str, those: str) -> int:
    """The citations of one batch of works, moved into place when whole; how many pairs of works refer to each other."""
    done = beside.with_suffix(".json")
    if done.exists():
        return json.loads(done.read_text())["mutual"]
    # Both directions of a pair have the same lesser key: they meet in one batch.
    (mutual,) = staged.engine.raw_sql(
        f"SELECT count(*) FROM (SELECT 1 FROM {references} WHERE citing <> cited AND least(citing, cited) {those} "
        "GROUP BY least(citing, cited), greatest(citing, cited) HAVING count(*) > 1)"
    ).fetchone()
    part = beside.with_suffix(".part")
    staged.engine.raw_sql(f"COPY ({_counts(staged, rule, references, those)}) TO {quoted(str(part))} (FORMAT parquet)")
    os.replace(part, beside.with_suffix(".parquet"))
    _write_whole(done, {"mutual": mutual})
    return mutual


def _write_whole(path: Path, content: dict[str, Any]) -> None:
    beside = path.with_suffix(".tmp")
    beside.write_text(json.dumps(content), encoding="utf-8")
    os.replace(beside, path)


def _counts(staged: Staged, rule: CitationRule, references: str, those: str) -> str:
    """For each cited work of a batch: pairs with a citing work here, those within the window, and those that count."""
    within = "true" if rule.window is None else f"coalesce(b.year - a.year < {rule.window}, false)"
    pairs = (
        f"SELECT r.cited, r.citing, {within} AS is_in FROM {references} r JOIN works a ON a.key = r.cited "
        f"JOIN works b ON b.key = r.citing WHERE r.citing <> r.cited AND r.cited {those}"
    )
    if rule.self_citations:
        let_in = "count(*) FILTER (WHERE is_in)"
        return f"SELECT cited AS key, count(*) AS known, {let_in} AS within, {let_in} AS found FROM ({pairs}) GROUP BY cited"
    authors = staged.table("authors", "work")
    return (
        f"WITH pairs AS ({pairs}), own AS (SELECT DISTINCT p.citing, p.cited FROM pairs p JOIN {authors} x ON x.work = p.citing "
        f"JOIN {authors} y ON y.work = p.cited AND y.author = x.author) "
        "SELECT p.cited AS key, count(*) AS known, count(*) FILTER (WHERE p.is_in) AS within, "
        "count(*) FILTER (WHERE p.is_in AND own.cited IS NULL) AS found FROM pairs p "
        "LEFT JOIN own ON own.citing = p.citing AND own.cited = p.cited GROUP BY p.cited"
    )
