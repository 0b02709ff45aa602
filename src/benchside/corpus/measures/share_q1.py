"""The share of papers in journals of the top quartile."""

import ibis.expr.types as ir

from benchside.corpus.answers import mean, parts_of_mean
from benchside.corpus.choices import chosen
from benchside.corpus.journals import best
from benchside.corpus.params import Measure, Params
from benchside.corpus.scoping import population
from benchside.corpus.tables import Corpus


def parts(corpus: Corpus, params: Params) -> ir.Table:
    """What each work brings to the share: its weight where its journal is in the first quartile, and its weight."""
    include = chosen(params, "unranked", ("exclude", "include")) == "include"
    works = population(corpus, params).select("work_id", "source_id", "year")
    rows = works.left_join(best(corpus), ["source_id", "year"])
    rows = rows if include else rows.filter(rows.quartile.notnull())
    flags = rows.select("work_id", value=(rows.quartile == 1).fill_null(False).ifelse(1.0, 0.0))
    return parts_of_mean(corpus, params, flags)


def compute(corpus: Corpus, params: Params) -> float | None:
    return mean(corpus, parts(corpus, params))


MEASURE = Measure(
    id="share_q1",
    title="Share of papers in top-quartile journals",
    formula="papers whose journal's best quartile in the publication year is the first / papers in scope",
    unit="share",
    nulls="papers in unranked journals, or without journal or year, are left out, or count as not in the top quartile (unranked include); "
    "no paper: undefined",
    ties="journals of equal metric share the better rank",
    source="InCites and Journal Citation Reports help",
    compute=compute,
    params=("unranked",),
)
