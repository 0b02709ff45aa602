"""Percent rank of each work in its cells, as OpenAlex computes it."""

from benchside.corpus import answers, scores
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def compute(corpus: Corpus, params: Params) -> dict:
    return answers.by_work(corpus, params, scores.percent_rank(corpus, params))


MEASURE = Measure(
    id="percentile_openalex",
    title="Percent rank (OpenAlex)",
    formula="(rank - 1) / (n - 1) in the order of citations, then of work id; 0 for a single work; several fields weighted",
    unit="share",
    nulls="missing without citations, year, type or field, or in an empty cell",
    ties="broken by work id, so that in an uncited cell the last id is at 1",
    source="OpenAlex works enrichment",
    compute=compute,
    params=("works",),
)
