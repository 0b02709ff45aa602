"""How much of a work counts for a scope.

`full`: one. `fractional_unit`: the named organisations (or countries) of the work, divided by all of its organisations
(or countries). `leiden_author`: each author has one nth of the work, split over the author's affiliation rows; a row
counts if the scope names it; what belongs to rows or authors without organisation is lost. Where the scope names
neither organisations nor countries, every unit is meant: `fractional_unit` then gives one, `leiden_author` what is not lost.
"""

import ibis
import ibis.expr.types as ir

from benchside.corpus.organisations import addresses
from benchside.corpus.params import Params
from benchside.corpus.scoping import in_scope, is_named, population
from benchside.corpus.tables import Corpus


def weighted_scope(corpus: Corpus, params: Params) -> ir.Table:
    """The works of the scope with `c` and `a`, how much of each counts (0 to 1)."""
    works = in_scope(corpus, params, population(corpus, params))
    units = [u for u in ("organisation", "country") if u in params.scope]
    if params.counting == "full" or (params.counting == "fractional_unit" and not units):
        return works.mutate(a=ibis.literal(1.0))
    share = (
        _of_units(corpus, params, units) if params.counting == "fractional_unit" else _of_authors(corpus, params, units)
    )
    shares = share.select(shared_id="work_id", a="a")
    joined = works.left_join(shares, works.work_id == shares.shared_id).drop("shared_id")
    return joined.mutate(a=joined.a.fill_null(0.0))


def _named(params: Params, units: list[str], rows: ir.Table) -> ir.BooleanValue:
    named = ibis.literal(True)
    for unit in units:
        named = named & is_named(params, unit, rows).fill_null(False)
    return named


def _of_units(corpus: Corpus, params: Params, units: list[str]) -> ir.Table:
    """`work_id`, `a`: distinct units named by the scope, over all distinct units of the work."""
    rows = addresses(corpus)
    unit = rows.organisation_id if units[0] == "organisation" else rows.country
    named = _named(params, units, rows)
    counts = rows.group_by("work_id").agg(every=unit.nunique(), ours=unit.nunique(where=named))
    return counts.filter(counts.every > 0).mutate(a=lambda t: t.ours / t.every).select("work_id", "a")


def _of_authors(corpus: Corpus, params: Params, units: list[str]) -> ir.Table:
    """`work_id`, `a`: the share of the authorship that rows named by the scope hold."""
    rows = addresses(corpus)
    # An author without id is told apart by the place in the list of authors.
    rows = rows.mutate(
        author=rows.author_id.fill_null(ibis.literal("#") + rows.author_seq.cast("string")).fill_null("#")
    )
    counts = (_named(params, units, rows) & rows.organisation_id.notnull()).ifelse(1, 0)
    authors = rows.group_by("work_id", "author").agg(part=counts.sum() / rows.count())
    return authors.group_by("work_id").agg(a=authors.part.sum() / authors.count())
