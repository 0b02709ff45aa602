"""Citations of a scope over the citations expected of it: the old crown indicator."""

import ibis.expr.types as ir

from benchside.corpus import answers, scores
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def parts(corpus: Corpus, params: Params) -> ir.Table:
    """What each work brings to the two sums: its citations and those expected, with its weight."""
    rows = answers.parts_of_mean(corpus, params, scores.expected(corpus, params))
    cited = scores.citations(corpus, params).rename(cited="value")
    joined = rows.join(cited, "work_id")
    return joined.mutate(num=joined.den * joined.cited, den=joined.num).select("work_id", "num", "den")


def compute(corpus: Corpus, params: Params) -> float | None:
    return answers.mean(corpus, parts(corpus, params))


MEASURE = Measure(
    id="ratio_of_sums",
    title="Ratio of sums (CPP/FCSm)",
    formula="Σ a_i c_i / Σ a_i e_i, e_i = Σ_f w_f · cell mean",
    unit="ratio",
    nulls="works without citations or a cell are left out; nothing expected: undefined",
    ties="none arise",
    source="Waltman et al. 2011 (the old crown)",
    compute=compute,
)
