"""Citations of each work within the window."""

from benchside.corpus import answers, scores
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def compute(corpus: Corpus, params: Params) -> dict[str, int | None]:
    return answers.by_work(corpus, params, scores.citations(corpus, params))


MEASURE = Measure(
    id="citations",
    title="Citations",
    formula="pairs of known works that the window lets in, each once; with window `given` the column `citations`",
    unit="citations",
    nulls="missing where not given, or where a fixed window has no publication year or is left out as incomplete",
    ties="none arise",
    source="CWTS OpenAlex databases (SQL)",
    compute=compute,
    params=("works",),
)
