"""Which works take part, and which of them are asked about.

`types` says which works take part at all; works of other types still cite. `scope` says which of those are asked
about; its conditions all hold. A list of organisations or countries takes a work once, however many of them it has.
"""

from typing import Any

import ibis.expr.types as ir

from benchside.corpus import dedupe
from benchside.corpus.organisations import addresses, cleaned_names
from benchside.corpus.params import Params
from benchside.corpus.tables import Corpus
from benchside.corpus.windows import with_citations


def population(corpus: Corpus, params: Params) -> ir.Table:
    """The works that take part, each once, with `c`, their citations within the window."""
    works = with_citations(corpus, params)
    return works if params.types is None else works.filter(works.type.isin(params.types))


def in_scope(corpus: Corpus, params: Params, works: ir.Table) -> ir.Table:
    """Those of `works` that the scope names. A missing year is in no span of years."""
    scope = params.scope
    if "programme" in scope:
        works = works.filter(works.programme.fill_null(0) == int(scope["programme"]))
    if scope.get("year_min") is not None:
        works = works.filter(works.year >= scope["year_min"])
    if scope.get("year_max") is not None:
        works = works.filter(works.year <= scope["year_max"])
    if "works" in scope:
        asked = dedupe.known_as(corpus, params, [str(w) for w in scope["works"]])
        works = works.semi_join(dedupe.id_table(list(asked.values())), "work_id")
    for unit in ("organisation", "country"):
        if unit in scope:
            works = works.semi_join(unit_rows(corpus, params, unit), "work_id")
    return works


def unit_rows(corpus: Corpus, params: Params, unit: str) -> ir.Table:
    """The addresses of the organisations or countries that the scope names."""
    rows = addresses(corpus)
    return rows.filter(is_named(params, unit, rows))


def is_named(params: Params, unit: str, rows: ir.Table) -> ir.BooleanValue:
    """Is the organisation or country of an address one that the scope names?"""
    named = params.scope[unit]
    if unit == "country":
        return rows.country.isin(_listed(named))
    return rows.organisation_id.isin(cleaned_names(_listed(named)))


def _listed(named: Any) -> list[str]:
    return [named] if isinstance(named, str) else list(named)
