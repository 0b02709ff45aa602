"""Mean citation score: citations per work, not normalised."""

import ibis.expr.types as ir

from benchside.corpus import answers, scores
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def parts(corpus: Corpus, params: Params) -> ir.Table:
    """What each work brings to the mean: its weight times its score, and its weight."""
    return answers.parts_of_mean(corpus, params, scores.citations(corpus, params))


def compute(corpus: Corpus, params: Params) -> float | None:
    return answers.mean(corpus, parts(corpus, params))


MEASURE = Measure(
    id="mcs",
    title="Mean citation score",
    formula="Σ a_i c_i / Σ a_i over works with known citations",
    unit="citations per work",
    nulls="works without known citations are left out; none known: undefined",
    ties="none arise",
    source="CWTS Leiden Ranking",
    compute=compute,
)
