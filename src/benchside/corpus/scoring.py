"""Scores of a programme's works against all works of their field, year and type.

Only the programme's works are scored: the counts of their cells give what each is compared with. The definitions are
those of `ncs` and `p_top` under their default parameters: weighted cell means, a cell mean of 0 scores 1, tied works share
the places at the threshold, a work in several fields has the weighted sum. A work in no cell has no score.
"""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
from ibis.backends.duckdb import Backend

from benchside.corpus import cells, scores
from benchside.corpus.baselines import CELL, histogram, prepared, years_of
from benchside.corpus.manifest import MANIFEST, read_manifest
from benchside.corpus.params import Params
from benchside.errors import InputError, UsageError
from benchside.store.engine import DEFAULT_MEMORY, EngineError, open_scratch

ROWS = ("work_id", "year", "type", "field", "weight", "citations")
"""The columns of works that bring their own cells, one row for each work and field."""
TOP = (0.1, 0.01)


def score(
    against: Path,
    works: Path,
    out: Path,
    *,
    top: Sequence[float] = TOP,
    memory: str = DEFAULT_MEMORY,
    progress: Callable[[str], None] = lambda text: None,
) -> dict[str, Any]:
    """Write `work_id`, `ncs` and a top share for each x of `top` (0.1: `p_top10`) to `out`, CSV or Parquet by its ending.

    `against` is a prepared corpus or baselines. `works` is a CSV or Parquet file or a prepared corpus: rows of work and
    field, or with a corpus only `work_id`, looked up there. Each id is answered for once, with no value where it is in no
    cell. Returns how many works were asked for and scored.
    """
    about = read_manifest(against, "corpus", "baselines")
    shares = {column_of(x): scores.share_of(Params(extra={"x": x})) for x in top}
    if out.suffix not in (".csv", ".parquet"):
        raise UsageError(f"{out} ends in {out.suffix!r}; expected .csv or .parquet.")
    out.parent.mkdir(parents=True, exist_ok=True)
    engine = open_scratch(memory=memory, spill=out.with_suffix(".spill"))
    try:
        progress("finding the works")
        ids, rows = _works(engine, against, about, works)
        progress("counting the cells")
        counts = _kept(engine, "counts", _counts(engine, against, about, rows))
        progress("scoring")
        return _write(engine, out, scored(ids, rows, counts, shares))
    finally:
        engine.disconnect()


def column_of(x: float) -> str:
    """The name of a top share: `p_top10` for a tenth, `p_top0_5` for one in 200."""
    return f"p_top{100 * x:.10g}".replace(".", "_")


def scored(ids: ir.Table, rows: ir.Table, counts: ir.Table, shares: dict[str, Any]) -> ir.Table:
    """One row for each id, its scores missing where it is in no cell.

    `rows` is one row for each work and field; `counts` the histogram with `c` and `own` of at least their cells.
    """
    joined = rows.rename(c="citations", w="weight")
    # A work that the baselines do not hold is compared but does not enter: it has a place of weight 0.
    asked = joined.select(*CELL, "c", own=ibis.literal(0.0)).distinct()
    counts = counts.union(asked.anti_join(counts, (*CELL, "c")))
    means = cells.means(counts, CELL).select(*CELL, "mean")
    places = cells.places(counts, CELL)
    joined = (
        joined.join(means, CELL).join(places, (*CELL, "c")).select(*joined.columns, "mean", "above", "own", "total")
    )
    parts = {"ncs": scores.over(joined.c, joined.mean, Params())}
    parts |= {name: scores.in_top(joined, x, "fractional") for name, x in shares.items()}
    joined = joined.mutate(**{f"part_{name}": part for name, part in parts.items()})
    found = joined.group_by(scored_id="work_id").agg(**{name: _whole(joined, name) for name in parts})
    return ids.left_join(found, ids.work_id == found.scored_id).select("work_id", *parts)


def _whole(rows: ir.Table, name: str) -> ir.NumericScalar:
    """The weighted sum of a work's parts, missing if one is."""
    part = rows[f"part_{name}"]
    return (part.count() == rows.count()).ifelse((part * rows.w).sum(), ibis.null("float64"))


def _works(engine: Backend, against: Path, about: dict[str, Any], works: Path) -> tuple[ir.Table, ir.Table]:
    """The ids asked for, each once, and their rows of work and field."""
    found = _read(engine, works)
    if "work_id" not in found.columns:
        raise InputError(f"{works} has no column work_id; it has {', '.join(found.columns)}.")
    bare = found.work_id.cast("string").re_replace(r"^https?://openalex\.org/([a-z]+/)?", "").nullif("")
    found = found.mutate(work_id=bare).filter(bare.notnull())
    ids = _kept(engine, "ids", found.select("work_id").distinct())
    if set(ROWS) <= set(found.columns):
        rows = _typed(found, works)
    elif about["kind"] == "corpus":
        rows = prepared(engine, against).semi_join(ids, "work_id")
    else:
        missing = ", ".join(c for c in ROWS if c not in found.columns)
        raise InputError(
            f"{works} lacks {missing}: against baselines each work brings its own cells. Or score against the corpus."
        )
    return ids, _kept(engine, "asked", rows)


def _kept(engine: Backend, name: str, rows: ir.Table) -> ir.Table:
    """What several steps use is worked out once."""
    return engine.create_table(name, rows, temp=True)


def _read(engine: Backend, works: Path) -> ir.Table:
    if (works / MANIFEST).exists():
        read_manifest(works, "corpus")
        return prepared(engine, works)
    try:
        if works.suffix == ".csv":
            return engine.read_csv(str(works), all_varchar=True, header=True)
        if works.suffix == ".parquet":
            return engine.read_parquet(str(works))
    except EngineError as error:
        raise InputError(f"{works} could not be read: {str(error)[:300]}") from error
    raise InputError(f"{works}: expected a .csv or .parquet file, or a prepared corpus.")


def _typed(found: ir.Table, works: Path) -> ir.Table:
    """Rows that are in a cell: no value missing, weight above zero."""
    types = {"year": "int64", "type": "string", "field": "string", "weight": "float64", "citations": "int64"}
    rows = found.mutate(**{c: found[c].cast("string").nullif("").cast(t) for c, t in types.items()}).select(*ROWS)
    return rows.filter(*(rows[c].notnull() for c in ROWS), rows.weight > 0)


def _counts(engine: Backend, against: Path, about: dict[str, Any], rows: ir.Table) -> ir.Table:
    """field, year, type, `c`, `own` of the cells of these rows."""
    years = engine.to_pyarrow(rows.select("year").distinct()).column("year").to_pylist()
    if about["kind"] == "corpus":
        counts = histogram(years_of(prepared(engine, against), years))
    else:
        counts = years_of(engine.read_parquet(str(against / "years-*.parquet")), years)
    return counts.semi_join(rows, CELL).select(*CELL, c="citations", own="weight")


def _write(engine: Backend, out: Path, found: ir.Table) -> dict[str, Any]:
    """Write beside the place and move there; how many works there are, and how many have a score."""
    beside = out.with_suffix(f".part{out.suffix}")
    found = _kept(engine, "found", found).order_by("work_id")
    (engine.to_csv if out.suffix == ".csv" else engine.to_parquet)(found, beside)
    os.replace(beside, out)
    return engine.to_pyarrow(found.agg(works=found.count(), scored=found.ncs.count())).to_pylist()[0]
