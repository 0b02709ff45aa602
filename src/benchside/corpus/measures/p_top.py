"""How much of each work is among the most cited share x of its cells."""

from benchside.corpus import answers, scores
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def compute(corpus: Corpus, params: Params) -> dict:
    return answers.by_work(corpus, params, scores.top_share(corpus, params))


MEASURE = Measure(
    id="p_top",
    title="Top share of a work",
    formula="Σ_f w_f · (share of the work's quantile interval in the cell that lies above 1 - x)",
    unit="share",
    nulls="missing without citations, year, type or field, or in an empty cell",
    ties="tied works share the places left, unless `ties` says otherwise",
    source="Waltman & Schreiber 2013; CWTS OpenAlex databases (SQL)",
    compute=compute,
    params=(
        "works",
        "x",
    ),
)
