"""Cells: works of the same field, year and type, and what a work is compared with there.

Everything follows from the histogram of a cell: how much weight it holds at each number of citations. The mean gives
the expected citations; the weight above a number of citations gives the place of a work that has so many. Works with
`reference` 0 are compared but do not enter: where a corpus states no reference, all its works are the reference.
A work whose year, field, type or citations are unknown is in no cell, and is not compared.
"""

import ibis
import ibis.expr.types as ir

from benchside.corpus import dedupe
from benchside.corpus.params import Params
from benchside.corpus.tables import Corpus
from benchside.errors import unknown

KEYS = ("field", "year", "type", "source_id")
"""What a cell can be made of."""


def cell_rows(corpus: Corpus, params: Params, works: ir.Table) -> ir.Table:
    """One row for each work and field: the cell keys, `c`, `w` (the share of the work in the field), and `entering`,
    the weight with which the row enters its cell. Cells without field take every work whole."""
    for key in params.cell_keys:
        if key not in KEYS:
            raise unknown("cell key", key, KEYS)
    if "field" in params.cell_keys:
        rows = works.join(dedupe.fields(corpus), "work_id").mutate(w=ibis._.weight)
    else:
        rows = works.mutate(w=ibis.literal(1.0))
    entering = ibis.literal(1.0) if params.baseline == "full" else rows.w
    rows = rows.mutate(entering=(rows.reference.fill_null(1) == 1).ifelse(entering, 0.0))
    extra = [] if "source_id" in params.cell_keys else ["source_id"]
    return rows.select("work_id", *params.cell_keys, *extra, "c", "w", "entering")


def histogram(rows: ir.Table, keys: tuple[str, ...]) -> ir.Table:
    """The cell keys, `c`, `own`: the weight of the cell at that number of citations (0 for what is only compared)."""
    whole = _placed(rows, keys)
    return whole.group_by(*keys, "c").agg(own=whole.entering.sum())


def means(counts: ir.Table, keys: tuple[str, ...]) -> ir.Table:
    """The cell keys, `total` weight and `mean` citations; no mean where nothing enters the cell."""
    sums = counts.group_by(*keys).agg(total=counts.own.sum(), cited=(counts.own * counts.c).sum())
    return sums.mutate(mean=(sums.total > 0).ifelse(sums.cited / sums.total, ibis.null("float64"))).drop("cited")


def places(counts: ir.Table, keys: tuple[str, ...]) -> ir.Table:
    """The histogram with `above`, the weight with more citations, and `total`, that of the cell."""
    more = ibis.window(group_by=keys, order_by=ibis.desc("c"), preceding=(None, 1), following=None)
    return counts.mutate(
        above=counts.own.sum().over(more).fill_null(0.0), total=counts.own.sum().over(ibis.window(group_by=keys))
    )


def with_means(rows: ir.Table, keys: tuple[str, ...]) -> ir.Table:
    """The rows with `mean`, missing where the row is in no cell or its cell is empty."""
    return _joined(rows, means(histogram(rows, keys), keys), keys, ["mean"])


def with_places(rows: ir.Table, keys: tuple[str, ...]) -> ir.Table:
    """The rows with `above`, `own` and `total`, missing where the row is in no cell."""
    return _joined(rows, places(histogram(rows, keys), keys), (*keys, "c"), ["above", "own", "total"])


def with_percent_rank(rows: ir.Table, keys: tuple[str, ...]) -> ir.Table:
    """The rows with `rank`: (place - 1) / (number - 1) in the order of citations, then of id; 0 for a single work.

    A work outside the reference is ranked as if it entered. A row that is in no cell has no rank.
    """
    placed = _placed(rows, keys)
    placed = placed.mutate(enters=(placed.entering > 0).ifelse(1, 0))
    cell = ibis.window(group_by=keys)
    before = ibis.window(group_by=keys, order_by=["c", "work_id"], preceding=(None, 1), following=None)
    ranked = placed.mutate(
        before=placed.enters.sum().over(before).fill_null(0), others=placed.enters.sum().over(cell) - placed.enters,
        filled=placed.enters.sum().over(cell) > 0,
    )  # fmt: skip
    rank = (ranked.others > 0).ifelse(ranked.before / ranked.others, 0.0)
    ranked = ranked.mutate(rank=ranked.filled.ifelse(rank, ibis.null("float64")))
    return _joined(rows, ranked.select("work_id", *keys, "rank"), ("work_id", *keys), ["rank"])


def _placed(rows: ir.Table, keys: tuple[str, ...]) -> ir.Table:
    return rows.filter(rows.c.notnull(), *(rows[key].notnull() for key in keys))


def _joined(rows: ir.Table, more: ir.Table, on: tuple[str, ...], columns: list[str]) -> ir.Table:
    """The rows with columns of another table, missing where it has no such row."""
    renamed = more.select(**{f"cell_{key}": key for key in on}, **{name: name for name in columns})
    joined = rows.left_join(renamed, [rows[key] == renamed[f"cell_{key}"] for key in on])
    return joined.select(*rows.columns, *columns)
