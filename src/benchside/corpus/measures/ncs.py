"""Normalised citation score of each work: its citations over those expected in its cells."""

from benchside.corpus import answers, scores
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def compute(corpus: Corpus, params: Params) -> dict:
    return answers.by_work(corpus, params, scores.ncs(corpus, params))


MEASURE = Measure(
    id="ncs",
    title="Normalised citation score",
    formula="Σ_f w_f · c / e_f over the fields f of a work, e_f = Σ w c / Σ w over the works of the cell",
    unit="ratio",
    nulls="missing without citations, year, type or field, or in an empty cell; a cell mean of 0 as `zero_cell` says",
    ties="none arise",
    source="Waltman et al. 2011; CWTS OpenAlex databases (SQL)",
    compute=compute,
    params=("works",),
)
