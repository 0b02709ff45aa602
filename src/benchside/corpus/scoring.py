"""Scores of works against all works of their field, year and type.

Only the works asked for are scored: the counts of their cells give what each is compared with. The definitions are those
of `expected`, `ncs` and `p_top` under their default parameters: weighted cell means, a cell mean of 0 scores 1, tied works
share the places at the threshold, a work in several fields has the weighted sum. A work in no cell has no score.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir

from benchside.corpus import cells, scores
from benchside.corpus.baselines import BASELINES, CELL, histogram, name_corpus
from benchside.corpus.lookup import ASKED, FOUND, name_works
from benchside.corpus.manifest import MANIFEST, read_manifest
from benchside.corpus.params import Params
from benchside.errors import UsageError
from benchside.store.bench import Bench, foresee, remember
from benchside.store.benches import open_bench
from benchside.store.engine import DEFAULT_MEMORY

TOP = (0.1, 0.01)
OF_WORK = {"year": "int64", "type": "string", "citations": "int64"}
PLACES = {
    **dict.fromkeys((*CELL, "type"), "string"), "year": "int64", "c": "int64", "own": "float64", "above": "float64",
    "total": "float64", "mean": "float64", "works": "int64",
}  # fmt: skip
"""What a number of citations is worth in a cell; `works` is how many works the cell holds."""
MILLIONTHS = 1_000_000
FEW = 50_000
"""Up to so many rows of work and field, each is compared with the counts of its cell one by one."""
AT_ONCE = 2_000_000
"""More rows are scored in parts of about so many, because the lists of fields of all works are held in memory at once."""
BUCKETS = 1024
KEPT_TEXTS = Path(__file__).with_name("kept_texts.json")
"""Written by `kept.py`."""
remember(KEPT_TEXTS)


def score(
    against: Path,
    works: Path,
    out: Path,
    *,
    top: Sequence[float] = TOP,
    memory: str = DEFAULT_MEMORY,
    progress: Callable[[str], None] = lambda text: None,
    engine: str = "duckdb",
    master: str | None = None,
) -> dict[str, Any]:
    """Write the scores of works to `out`, CSV or Parquet by its ending: one row for each id asked for.

    `against` is a prepared corpus or baselines. `works` is a CSV or Parquet file or a prepared corpus: rows of work and
    field, or with a corpus only ids, looked up there. Columns: `work_id` as asked; `year`, `type`, `citations` of the
    corpus; `expected` citations, `ncs`, a top share for each x of `top` (0.1: `p_top10`); `fields` joined by `|` and their
    `weights` in millionths; `cells`, how many works the smallest of its cells holds. All are missing where a work is in no
    cell. Returns how many works were asked for and scored.
    """
    about = read_manifest(against, "corpus", "baselines")
    shares = shares_of(top)
    check_ending(out)
    bench = open_bench(engine, memory=memory, scratch=out.with_suffix(".spill"), master=master)
    try:
        progress("finding the works")
        ahead = ((how_many_rows,), (places_of_few,), (scored, shares, None, 0, 1), (told, "scored_0"))
        name_works(bench, against, about, works, lambda: foresee(bench, *ahead))
        progress("scoring")
        return write_scores(bench, against, about, out, shares)
    finally:
        bench.close()


def check_ending(out: Path) -> None:
    """A file of scores is named before the work begins."""
    if out.suffix not in (".csv", ".parquet"):
        raise UsageError(f"{out} ends in {out.suffix!r}; expected .csv or .parquet.")
    out.parent.mkdir(parents=True, exist_ok=True)


def shares_of(top: Sequence[float]) -> tuple[tuple[str, Fraction], ...]:
    """The column and exact share of each x of `top`: `p_top10` for a tenth, `p_top0_5` for one in 200."""
    named = {f"p_top{100 * x:.10g}".replace(".", "_"): scores.share_of(Params(extra={"x": x})) for x in top}
    return tuple(named.items())


def write_scores(
    bench: Bench, against: Path, about: dict[str, Any], out: Path, shares: tuple[tuple[str, Fraction], ...], *,
    group: str | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Score the works `asked` by their rows `found` and write them in the order of their ids; how many there are.

    `group` names them in a column of its own.
    """
    _name_counts(bench, against, about)
    rows = bench.ask(how_many_rows).column("rows")[0].as_py()
    bench.make("places", places_of_few if rows <= FEW else places_of_many)
    parts = min(max(-(-rows // AT_ONCE), 1), BUCKETS)
    for part in range(parts):
        bench.make(f"scored_{part}", scored, shares, group, part, parts)
    if parts > 1:
        bench.make("scored", together, shares, group, parts)
    bench.write(out, "scored" if parts > 1 else "scored_0", ("work_id",))
    return bench.ask(told, "scored" if parts > 1 else "scored_0").to_pylist()[0]


def _name_counts(bench: Bench, against: Path, about: dict[str, Any]) -> None:
    """Name the table `counts`: baselines, those kept with a corpus, or made now for the years that are needed."""
    if about["kind"] == "baselines":
        bench.name_parquet("counts", against, "years-*.parquet")
    elif (against / "baselines" / MANIFEST).exists():
        bench.name_parquet("counts", against / "baselines", "years-*.parquet")
    else:
        name_corpus(bench, "corpus", against, about)
        years = bench.ask(_years).column("year").to_pylist()
        bench.make("counts", histogram, tuple(sorted(years)))


def how_many_rows() -> ir.Table:
    """How many rows of work and field were found."""
    found = ibis.table(FOUND, name="found")
    return found.agg(rows=found.count())


def _years() -> ir.Table:
    return ibis.table(FOUND, name="found").select("year").distinct()


def places_of_few() -> ir.Table:
    """The place of each number of citations that the works `found` have, in its cell: one pass over these cells.

    Nothing for a cell that the baselines do not hold.
    """
    asked = _asked_places()
    counts = ibis.table(BASELINES, name="counts").rename(held_at="citations")
    held = counts.join(asked, CELL).select(*asked.columns, "held_at", "weight", "works")
    made = held.group_by(*CELL, "c").agg(
        own=(held.held_at == held.c).ifelse(held.weight, 0.0).sum(),
        above=(held.held_at > held.c).ifelse(held.weight, 0.0).sum(),
        total=held.weight.sum(),
        cited=(held.weight * held.held_at).sum(),
        works=held.works.sum(),
    )
    return _with_mean(made)


def places_of_many() -> ir.Table:
    """The same by running sums over whole cells, for so many works that each cell would be passed over again and again."""
    asked, counts = _asked_places(), ibis.table(BASELINES, name="counts")
    held = counts.semi_join(asked, CELL).select(*CELL, c="citations", own="weight", works="works")
    # A number of citations that no work of the cell has is a place of weight 0.
    both = held.union(asked.semi_join(held, CELL).mutate(own=ibis.literal(0.0), works=ibis.literal(0, "int64")))
    both = both.group_by(*CELL, "c").agg(own=both.own.sum(), works=both.works.sum())
    placed = cells.places(both, CELL)
    cell = ibis.window(group_by=CELL)
    made = placed.mutate(cited=(placed.own * placed.c).sum().over(cell), works=placed.works.sum().over(cell))
    return _with_mean(made.semi_join(asked, (*CELL, "c")))


def _asked_places() -> ir.Table:
    return ibis.table(FOUND, name="found").select(*CELL, c="citations").distinct()


def _with_mean(made: ir.Table) -> ir.Table:
    # DuckDB adds whole numbers to a wider kind, which only a change of kind brings back.
    made = made.mutate(works=made.works.cast("float64").cast("int64"))
    mean = (made.total > 0).ifelse(made.cited / made.total.nullif(0.0), ibis.null("float64"))
    return made.mutate(mean=mean).select(*PLACES)


def scored(shares: tuple[tuple[str, Fraction], ...], group: str | None, part: int, parts: int) -> ir.Table:
    """One row for each work `asked`, its scores missing where it is in no cell; of several parts, one."""
    asked = _part(ibis.table(ASKED, name="asked"), part, parts)
    rows = _part(ibis.table(FOUND, name="found"), part, parts).rename(c="citations", w="weight")
    held = ibis.table(PLACES, name="places")
    rows = rows.left_join(held, (*CELL, "c")).select(*rows.columns, "own", "above", "total", "mean", "works")
    values = {"expected": rows.mean, "ncs": scores.over(rows.c, rows.mean, Params())}
    values |= {name: scores.in_top(rows, x, "fractional") for name, x in shares}
    rows = rows.mutate(**{f"part_{name}": part for name, part in values.items()})
    sums = {name: _whole(rows, name) for name in values}
    made = rows.group_by(scored_id="work_id").agg(
        year=rows.year.max(), type=rows.type.max(), citations=rows.c.max(), **sums, **_of_fields(rows),
        cells=rows.works.fill_null(0).min(),
    )  # fmt: skip
    all_asked = asked.left_join(made, asked.work_id == made.scored_id)
    rows = all_asked.select("work_id", *made.drop("scored_id").columns)
    return rows if group is None else rows.mutate(group=ibis.literal(group))


def _part(rows: ir.Table, part: int, parts: int) -> ir.Table:
    """The rows of a part of the works. Any hash does: no answer depends on which work is in which part."""
    return rows if parts == 1 else rows.filter((rows.work_id.hash() & (BUCKETS - 1)) % parts == part)


def together(shares: tuple[tuple[str, Fraction], ...], group: str | None, parts: int) -> ir.Table:
    """The scores of all parts."""
    schema = scored(shares, group, 0, 1).schema()
    first, *more = (ibis.table(schema, name=f"scored_{part}") for part in range(parts))
    return first.union(*more)


def _whole(rows: ir.Table, name: str) -> ir.NumericScalar:
    """The weighted sum of a work's parts, missing if one is."""
    part = rows[f"part_{name}"]
    return (part.count() == rows.count()).ifelse((part * rows.w).sum(), ibis.null("float64"))


def _of_fields(rows: ir.Table) -> dict[str, ir.StringScalar]:
    """The fields of a work in the order of their names, and their weights in that order."""
    # The two travel as one text, so that one sort puts both in order; no field has a tabulator in its name.
    weight = (rows.w * MILLIONTHS).round().cast("int64").cast("string")
    both = (rows.field + "\t" + weight).collect().sort()
    return {
        "fields": both.map(lambda one: one.split("\t")[0]).join("|"),
        "weights": both.map(lambda one: one.split("\t")[1]).join("|"),
    }


def told(name: str) -> ir.Table:
    """How many works were asked for, and how many have a score."""
    rows = ibis.table({"ncs": "float64"}, name=name)
    return rows.agg(works=rows.count(), scored=rows.ncs.count())
