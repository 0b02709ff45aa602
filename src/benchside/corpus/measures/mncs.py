"""Mean normalised citation score of a scope."""

import ibis.expr.types as ir

from benchside.corpus import answers, scores
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def parts(corpus: Corpus, params: Params) -> ir.Table:
    """What each work brings to the mean: its weight times its score, and its weight."""
    return answers.parts_of_mean(corpus, params, scores.ncs(corpus, params))


def compute(corpus: Corpus, params: Params) -> float | None:
    return answers.mean(corpus, parts(corpus, params))


MEASURE = Measure(
    id="mncs",
    title="Mean normalised citation score",
    formula="Σ a_i NCS_i / Σ a_i over works with a defined NCS",
    unit="ratio; 1 is the world's mean",
    nulls="works without a defined NCS are left out and show in `coverage`; none defined: undefined",
    ties="none arise",
    source="Waltman et al. 2011; CWTS OpenAlex databases (SQL)",
    compute=compute,
)
