"""Over which fields a paper's references are spread, and how far fields lie apart.

A reference without a field is left out. A reference in several fields counts its weight in each (they sum to one), or
1 in each where `norm` is false.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import ibis
import ibis.expr.types as ir

from benchside.corpus import dedupe
from benchside.corpus.params import Params
from benchside.corpus.tables import Corpus

Distance = Callable[[str, str], float | None]
"""Two different fields → how far apart they lie, None where that is not known."""


def profiles(corpus: Corpus, params: Params, focal: ir.Table, *, norm: bool) -> dict[str, dict[str, float]]:
    """work → field → weight of the references in it, for the focal works that have a reference with a field."""
    pairs = dedupe.edges(corpus, params)
    pairs = pairs.semi_join(focal, pairs.citing_id == focal.work_id)
    fields = _memberships(corpus, norm).select(cited_id="work_id", field="field", weight="weight")
    rows = pairs.join(fields, "cited_id").group_by("citing_id", "field").agg(weight=lambda t: t.weight.sum())
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for row in corpus.fetch(rows.order_by("citing_id", "field")):
        found[row["citing_id"]][row["field"]] = row["weight"]
    return found


def field_count(corpus: Corpus) -> int:
    """The number of fields in the corpus."""
    rows = dedupe.fields(corpus)
    return corpus.fetch(rows.agg(fields=rows.field.nunique()))[0]["fields"]


def cosine_distance(corpus: Corpus, params: Params, *, norm: bool) -> Distance:
    """1 − cosine of the rows of the matrix citing field × cited field, over every citation in the corpus.

    A field that cites nothing has an empty row and lies at distance 1 from every other.
    """
    fields = _memberships(corpus, norm)
    citing = fields.select(citing_id="work_id", source="field", source_weight="weight")
    cited = fields.select(cited_id="work_id", target="field", target_weight="weight")
    joined = dedupe.edges(corpus, params).join(citing, "citing_id").join(cited, "cited_id")
    cells = joined.group_by("source", "target").agg(value=(joined.source_weight * joined.target_weight).sum())
    rows: dict[str, dict[str, float]] = defaultdict(dict)
    for cell in corpus.fetch(cells.order_by("source", "target")):
        rows[cell["source"]][cell["target"]] = cell["value"]
    return lambda a, b: 1 - _cosine(rows.get(a, {}), rows.get(b, {}))


def given_distance(rows: Iterable[Mapping[str, Any]]) -> Distance:
    """The distances of a table, which may name each pair of fields in one order only; a pair that is not there is unknown."""
    table = {(row["field_i"], row["field_j"]): row["distance"] for row in rows}
    return lambda a, b: table.get((a, b), table.get((b, a)))


def _memberships(corpus: Corpus, norm: bool) -> ir.Table:
    rows = dedupe.fields(corpus)
    rows = rows.filter(rows.field.notnull())
    return rows if norm else rows.mutate(weight=ibis.literal(1.0))


def _cosine(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    lengths = math.sqrt(math.fsum(v * v for v in first.values()) * math.fsum(v * v for v in second.values()))
    return math.fsum(value * second.get(key, 0.0) for key, value in first.items()) / lengths if lengths else 0.0
