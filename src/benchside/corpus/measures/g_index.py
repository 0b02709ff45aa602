"""The g-index of a scope, at most its number of works."""

from itertools import accumulate

from benchside.corpus import answers
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def compute(corpus: Corpus, params: Params) -> int:
    ranked = answers.ranked_citations(corpus, params)
    return sum(total >= g * g for g, total in enumerate(accumulate(ranked), start=1))


MEASURE = Measure(
    id="g_index",
    title="g-index",
    formula="the largest g up to the number of works such that the g most cited have at least g² citations together",
    unit="works",
    nulls="works without known citations are left out; 0 without works; each work counts one under every counting",
    ties="the index does not depend on their order",
    source="Egghe 2006",
    compute=compute,
)
