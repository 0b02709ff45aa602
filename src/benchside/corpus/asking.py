"""Which works an indicator answers for, and its answer by work.

Works named in `works` are answered for as they are named, also a duplicate that another work stands for; without them
every work of the scope is.
"""

from collections.abc import Mapping
from typing import Any

import ibis.expr.types as ir

from benchside.corpus import dedupe
from benchside.corpus.params import Params
from benchside.corpus.scoping import in_scope, population
from benchside.corpus.tables import Corpus


def asked(corpus: Corpus, params: Params) -> ir.Table:
    """`work_id` of the works asked for that take part."""
    works = population(corpus, params)
    if params.extra.get("works") is None:
        return in_scope(corpus, params, works).select("work_id")
    ids = _named(corpus, params).values()
    return works.semi_join(dedupe.id_table(list(ids)), "work_id").select("work_id")


def answered(corpus: Corpus, params: Params, found: Mapping[str, Any]) -> dict[str, Any]:
    """The value by work; None for a work that has none or takes no part."""
    if params.extra.get("works") is None:
        return {
            row["work_id"]: found.get(row["work_id"]) for row in corpus.fetch(asked(corpus, params).order_by("work_id"))
        }
    return {name: found.get(work) for name, work in _named(corpus, params).items()}


def _named(corpus: Corpus, params: Params) -> dict[str, str]:
    return dedupe.known_as(corpus, params, [str(work) for work in params.extra["works"]])
