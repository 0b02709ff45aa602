"""The h-index of a scope."""

from benchside.corpus import answers
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def compute(corpus: Corpus, params: Params) -> int:
    ranked = answers.ranked_citations(corpus, params)
    return sum(c >= place for place, c in enumerate(ranked, start=1))


MEASURE = Measure(
    id="h_index",
    title="h-index",
    formula="the largest h such that h works have at least h citations each",
    unit="works",
    nulls="works without known citations are left out; 0 without works; each work counts one under every counting",
    ties="the index does not depend on their order",
    source="Hirsch 2005",
    compute=compute,
)
