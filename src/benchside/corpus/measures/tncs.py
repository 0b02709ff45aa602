"""Total normalised citation score of a scope."""

from benchside.corpus import answers
from benchside.corpus.measures import mncs
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def compute(corpus: Corpus, params: Params) -> float | None:
    num, den = answers.sums(corpus, mncs.parts(corpus, params))
    return num if den or not answers.size(corpus, params) else None


MEASURE = Measure(
    id="tncs",
    title="Total normalised citation score",
    formula="Σ a_i NCS_i over works with a defined NCS",
    unit="works of average impact",
    nulls="works without a defined NCS add nothing; if no work of a scope has one: undefined; 0 for a scope without works",
    ties="none arise",
    source="CWTS Leiden Ranking",
    compute=compute,
)
