"""What each work scores: a table of `work_id` and `value`, missing where it is undefined.

A work in several fields scores the sum of its fields' parts, each with its weight. One undefined part leaves the work
undefined: a part left out would count as 0, or as the mean of the others, and it is neither.
"""

from fractions import Fraction

import ibis
import ibis.expr.types as ir

from benchside.corpus import cells
from benchside.corpus.params import Params
from benchside.corpus.scoping import population
from benchside.corpus.tables import Corpus
from benchside.errors import UsageError

NEAR = 1e-12
"""Sums of weights that differ by less than this share of the cell are the same place."""


def ncs(corpus: Corpus, params: Params) -> ir.Table:
    """Citations over expected citations."""
    rows = cells.with_means(field_rows(corpus, params), params.cell_keys)
    if params.multi == "mean_of_ratios":
        return over_fields(rows, over(rows.c, rows.mean, params))
    works = _sums(rows, rows.mean).join(rows.group_by("work_id").agg(c=rows.c.max()), "work_id")
    return works.mutate(value=over(works.c, works.value, params)).select("work_id", "value")


def expected(corpus: Corpus, params: Params) -> ir.Table:
    """The mean of the cell means of a work, weighted by field."""
    rows = cells.with_means(field_rows(corpus, params), params.cell_keys)
    return over_fields(rows, rows.c.notnull().ifelse(rows.mean, ibis.null("float64")))


def top_share(corpus: Corpus, params: Params) -> ir.Table:
    """How much of a work is among the most cited `x` (0 to 1) of its cells."""
    x = share_of(params)
    if params.ties == "openalex":
        rows = cells.with_percent_rank(field_rows(corpus, params), params.cell_keys)
        return over_fields(rows, (rows["rank"] >= float(1 - x) - NEAR).cast("float64"))
    rows = cells.with_places(field_rows(corpus, params), params.cell_keys)
    return over_fields(rows, in_top(rows, x, params.ties))


def band_shares(corpus: Corpus, params: Params, bounds: list[Fraction]) -> ir.Table:
    """`work_id`, `above_0` …: how much of a work lies above each bound (0 to 1) of its cells."""
    rows = cells.with_places(field_rows(corpus, params), params.cell_keys)
    parts = {f"above_{n}": in_top(rows, 1 - bound, "fractional") for n, bound in enumerate(bounds)}
    return _sums_of(rows, parts)


def percent_rank(corpus: Corpus, params: Params) -> ir.Table:
    """Where a work stands in the order of citations, then of id: 0 lowest, 1 highest."""
    rows = cells.with_percent_rank(field_rows(corpus, params), params.cell_keys)
    return over_fields(rows, rows["rank"])


def journal_ncs(corpus: Corpus, params: Params) -> ir.Table:
    """The mean score of the works of the same journal and cell; missing without journal."""
    keys = (*params.cell_keys, *(() if "source_id" in params.cell_keys else ("source_id",)))
    rows = cells.with_means(field_rows(corpus, params), params.cell_keys).rename(cell_mean="mean")
    rows = cells.with_means(rows, keys)
    return over_fields(rows, over(rows.mean, rows.cell_mean, params))


def jnci(corpus: Corpus, params: Params) -> ir.Table:
    """Citations over the mean of the journal's works of the same year and type; missing without journal."""
    keys = ("source_id", *(key for key in params.cell_keys if key not in ("field", "source_id")))
    works = population(corpus, params)
    enters = (works.reference.fill_null(1) == 1).ifelse(1.0, 0.0)
    rows = cells.with_means(works.mutate(w=ibis.literal(1.0), entering=enters), keys)
    return over_fields(rows, over(rows.c, rows.mean, params))


def citations(corpus: Corpus, params: Params) -> ir.Table:
    """Citations within the window."""
    return population(corpus, params).select("work_id", value="c")


def uncited(corpus: Corpus, params: Params) -> ir.Table:
    """1 without a citation, 0 with one, missing where citations are unknown."""
    works = population(corpus, params)
    return works.select("work_id", value=(works.c == 0).cast("float64"))


def has_ncs(corpus: Corpus, params: Params) -> ir.Table:
    """1 with a defined normalised citation score, otherwise 0."""
    found = ncs(corpus, params).rename(scored_id="work_id")
    works = population(corpus, params).select("work_id")
    joined = works.left_join(found, works.work_id == found.scored_id)
    return joined.select("work_id", value=joined.value.notnull().cast("float64"))


def over(cited: ir.NumericValue, mean: ir.NumericValue, params: Params) -> ir.NumericValue:
    """A ratio to an expectation; 0 expected is answered as `zero_cell` says, no expectation never."""
    at_zero = {"one": ibis.literal(1.0), "null": ibis.null("float64"), "zero": ibis.literal(0.0)}[params.zero_cell]
    ratio = (mean == 0).ifelse(at_zero, cited / mean.nullif(0.0))
    return (cited.notnull() & mean.notnull()).ifelse(ratio, ibis.null("float64"))


def in_top(rows: ir.Table, x: Fraction, ties: str) -> ir.NumericValue:
    """How much of a row lies within the top `x` of its cell, whose weight `above` it has more citations.

    The row holds the places from `above` to `above + own`; the top ends at `x · total`. Where the end cuts the
    row's places, tied works share what is within. A work outside the reference, with no place of its own, is in or out.
    """
    end, near = rows.total * float(x), rows.total * NEAR
    reaches, fits = rows.above < end - near, rows.above + rows.own <= end + near
    within = {
        "fractional": ((end - rows.above) / rows.own.nullif(0.0)).clip(0.0, 1.0),
        "all_tied_in": reaches.cast("float64"),
        "none_tied_in": fits.cast("float64"),
    }[ties]
    without_place = ibis.literal(0.0) if x <= 0 else fits.cast("float64")
    return (rows.total > 0).ifelse((rows.own > 0).ifelse(within, without_place), ibis.null("float64"))


def share_of(params: Params) -> Fraction:
    """The `x` of a top share, a tenth where none is stated."""
    x = params.extra.get("x", 0.1)
    if isinstance(x, bool) or not isinstance(x, int | float) or not 0 < x <= 1:
        raise UsageError(f"x = {x!r}, expected a share above 0 and up to 1, such as 0.1 for the top tenth.")
    return Fraction(str(x))


def over_fields(rows: ir.Table, part: ir.NumericValue) -> ir.Table:
    """`work_id`, `value`: the parts of a work added, each with its weight."""
    return _sums(rows, part)


def field_rows(corpus: Corpus, params: Params) -> ir.Table:
    """One row for each work that takes part and each of its fields."""
    return cells.cell_rows(corpus, params, population(corpus, params))


def _sums(rows: ir.Table, part: ir.NumericValue) -> ir.Table:
    return _sums_of(rows, {"value": part})


def _sums_of(rows: ir.Table, parts: dict[str, ir.NumericValue]) -> ir.Table:
    rows = rows.mutate(**{f"part_{name}": part for name, part in parts.items()})
    sums = {name: _whole(rows[f"part_{name}"], rows) for name in parts}
    return rows.group_by("work_id").agg(**sums)


def _whole(part: ir.NumericColumn, rows: ir.Table) -> ir.NumericScalar:
    """The weighted sum of the parts, missing if one is."""
    return (part.count() == rows.count()).ifelse((part * rows.w).sum(), ibis.null("float64"))
