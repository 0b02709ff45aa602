"""From scores to an answer: by work, or one value of the scope."""

from typing import Any

import ibis.expr.types as ir

from benchside.corpus import dedupe
from benchside.corpus.counting import weighted_scope
from benchside.corpus.params import Params
from benchside.corpus.scoping import in_scope, population
from benchside.corpus.tables import Corpus


def by_work(corpus: Corpus, params: Params, scores: ir.Table, *columns: str) -> dict[str, Any]:
    """work id → value, of the ids in `works`, otherwise of every work of the scope; None where it is undefined.

    An id that names a duplicate has the value of the work that stands for it. With several columns a value is a tuple.
    """
    columns = columns or ("value",)
    if params.extra.get("works") is not None:
        asked = dedupe.known_as(corpus, params, [str(w) for w in params.extra["works"]])
    else:
        scope = in_scope(corpus, params, population(corpus, params)).select("work_id")
        asked = {row["work_id"]: row["work_id"] for row in corpus.fetch(scope.order_by("work_id"))}
    ids = dedupe.id_table(list(asked.values()))
    found = corpus.fetch(scores.semi_join(ids, "work_id").select("work_id", *columns))
    values = {row["work_id"]: tuple(row[c] for c in columns) for row in found}
    whole = {i: values.get(work, (None,) * len(columns)) for i, work in asked.items()}
    return whole if len(columns) > 1 else {i: value for i, (value,) in whole.items()}


def parts_of_mean(corpus: Corpus, params: Params, scores: ir.Table) -> ir.Table:
    """`work_id`, `num`, `den`: what each work of the scope with a defined score brings to a weighted mean."""
    scope = weighted_scope(corpus, params).select("work_id", "a")
    joined = scope.join(scores.filter(scores.value.notnull()), "work_id")
    return joined.mutate(num=joined.a * joined.value, den=joined.a).select("work_id", "num", "den")


def sums(corpus: Corpus, parts: ir.Table) -> tuple[float, float]:
    """The two sums over the works of the scope."""
    (row,) = corpus.fetch(parts.agg(num=parts.num.sum(), den=parts.den.sum()))
    return row["num"] or 0.0, row["den"] or 0.0


def mean(corpus: Corpus, parts: ir.Table) -> float | None:
    """The one sum over the other; None where nothing counts."""
    num, den = sums(corpus, parts)
    return num / den if den else None


def size(corpus: Corpus, params: Params) -> float:
    """The works of the scope, each with its weight; a whole number under full counting."""
    scope = weighted_scope(corpus, params)
    (row,) = corpus.fetch(scope.agg(works=scope.count(), weight=scope.a.sum()))
    return row["works"] if params.counting == "full" else row["weight"] or 0.0


def ranked_citations(corpus: Corpus, params: Params) -> list[int]:
    """The known citations of the works of the scope, the most first."""
    works = in_scope(corpus, params, population(corpus, params))
    found = corpus.fetch(works.filter(works.c.notnull()).select("c"))
    return sorted((row["c"] for row in found), reverse=True)
