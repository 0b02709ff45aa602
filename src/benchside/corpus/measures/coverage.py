"""Share of a scope's works that have a defined normalised citation score."""

import ibis.expr.types as ir

from benchside.corpus import answers, scores
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def parts(corpus: Corpus, params: Params) -> ir.Table:
    """What each work brings to the mean: its weight times its score, and its weight."""
    return answers.parts_of_mean(corpus, params, scores.has_ncs(corpus, params))


def compute(corpus: Corpus, params: Params) -> float | None:
    return answers.mean(corpus, parts(corpus, params))


MEASURE = Measure(
    id="coverage",
    title="Coverage of normalisation",
    formula="Σ a_i [NCS_i is defined] / Σ a_i",
    unit="share",
    nulls="an empty scope has no coverage",
    ties="none arise",
    source="by definition",
    compute=compute,
)
