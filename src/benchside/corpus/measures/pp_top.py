"""Share of a scope's works among the most cited share x of their cells."""

import ibis.expr.types as ir

from benchside.corpus import answers, scores
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def parts(corpus: Corpus, params: Params) -> ir.Table:
    """What each work brings to the mean: its weight times its score, and its weight."""
    return answers.parts_of_mean(corpus, params, scores.top_share(corpus, params))


def compute(corpus: Corpus, params: Params) -> float | None:
    return answers.mean(corpus, parts(corpus, params))


MEASURE = Measure(
    id="pp_top",
    title="Share in the top x",
    formula="Σ a_i p_i / Σ a_i over works with a defined top share p_i",
    unit="share; x is the world's value",
    nulls="works without a defined top share are left out; none defined: undefined",
    ties="tied works share the places left, unless `ties` says otherwise",
    source="Waltman & Schreiber 2013; CWTS Leiden Ranking",
    compute=compute,
    params=("x",),
)
