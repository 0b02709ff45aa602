"""Number of works of a scope."""

from benchside.corpus import answers
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def compute(corpus: Corpus, params: Params) -> float:
    return answers.size(corpus, params)


MEASURE = Measure(
    id="n_works",
    title="Works",
    formula="Σ a_i over the works of the scope",
    unit="works",
    nulls="works without year, field or citations count",
    ties="none arise",
    source="CWTS Leiden Ranking",
    compute=compute,
)
