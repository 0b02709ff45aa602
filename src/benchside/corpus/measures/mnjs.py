"""Mean normalised journal score (CWTS): how the journals of a scope's works are cited for their fields."""

import ibis.expr.types as ir

from benchside.corpus import answers, scores
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def parts(corpus: Corpus, params: Params) -> ir.Table:
    """What each work brings to the mean: its weight times its score, and its weight."""
    return answers.parts_of_mean(corpus, params, scores.journal_ncs(corpus, params))


def compute(corpus: Corpus, params: Params) -> float | None:
    return answers.mean(corpus, parts(corpus, params))


MEASURE = Measure(
    id="mnjs",
    title="Mean normalised journal score",
    formula="Σ a_i NJS_i / Σ a_i, NJS_i = Σ_f w_f · mean NCS of the works of the same journal, field, year and type",
    unit="ratio",
    nulls="works without journal or without a defined score are left out; none defined: undefined",
    ties="none arise",
    source="CWTS OpenAlex databases (SQL)",
    compute=compute,
)
