"""Mean journal normalised citation impact (InCites): citations against the same journal, year and type."""

import ibis.expr.types as ir

from benchside.corpus import answers, scores
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def parts(corpus: Corpus, params: Params) -> ir.Table:
    """What each work brings to the mean: its weight times its score, and its weight."""
    return answers.parts_of_mean(corpus, params, scores.jnci(corpus, params))


def compute(corpus: Corpus, params: Params) -> float | None:
    return answers.mean(corpus, parts(corpus, params))


MEASURE = Measure(
    id="mean_jnci",
    title="Mean journal normalised citation impact",
    formula="Σ a_i JNCI_i / Σ a_i, JNCI_i = c_i / mean c of the works of the same journal, year and type",
    unit="ratio",
    nulls="works without journal, year, type or citations are left out; a journal mean of 0 as `zero_cell` says",
    ties="none arise",
    source="InCites help",
    compute=compute,
)
