"""Disruption: do later papers cite a paper without its references, or with them?"""

from typing import Any

import ibis
import ibis.expr.types as ir

from benchside.corpus import dedupe
from benchside.corpus.asking import answered, asked
from benchside.corpus.choices import chosen
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus

VARIANTS = ("funk", "wu", "pyscisci")


def compute(corpus: Corpus, params: Params) -> dict[str, float | None]:
    variant = chosen(params, "variant", VARIANTS)
    focal = asked(corpus, params)
    counts = corpus.fetch(_counts(corpus, params, focal, variant))
    found = {row["work_id"]: _value(row, variant) for row in counts}
    return answered(corpus, params, found)


def _value(row: dict[str, Any], variant: str) -> float | None:
    """The index from the counts of the citing papers of a focal one."""
    only, both, beside, references = row["only"], row["both"], row["beside"], row["references"]
    total = only + both + beside
    if total == 0 or (variant != "funk" and not references) or (variant == "pyscisci" and only + both == 0):
        return None
    return (only - both) / total


def _counts(corpus: Corpus, params: Params, focal: ir.Table, variant: str) -> ir.Table:
    """work_id, only, both, beside, references: citing papers by what they cite (the focal paper, a reference of it, both)."""
    pairs = _dated(dedupe.edges(corpus, params), dedupe.works(corpus, params))
    references = pairs.inner_join(focal, pairs.citing_id == focal.work_id).select("work_id", reference="cited_id")
    counted = _within(pairs, params.extra.get("years")) if variant == "pyscisci" else pairs
    of_focal = counted.inner_join(focal, counted.cited_id == focal.work_id)
    of_focal = of_focal.select("work_id", "citing_id", "citing_year", cites=ibis.literal(1), beside=ibis.literal(0))
    of_reference = references.join(counted, references.reference == counted.cited_id)
    of_reference = of_reference.select(
        "work_id", "citing_id", "citing_year", cites=ibis.literal(0), beside=ibis.literal(1)
    )
    rows = of_focal.union(of_reference).group_by("work_id", "citing_id", "citing_year")
    papers = rows.agg(cites=lambda t: t.cites.max(), beside=lambda t: t.beside.max())
    if variant != "pyscisci":
        papers = _later(papers, dedupe.works(corpus, params), params.extra.get("years"))
    counts = papers.group_by("work_id").agg(
        only=(papers.cites * (1 - papers.beside)).sum(),
        both=(papers.cites * papers.beside).sum(),
        beside=((1 - papers.cites) * papers.beside).sum(),
    )
    cited = references.group_by("work_id").agg(references=references.count())
    joined = counts.left_join(cited, "work_id")
    return joined.select("work_id", "only", "both", "beside", references=joined.references.fill_null(0))


def _dated(pairs: ir.Table, works: ir.Table) -> ir.Table:
    """citing_id, cited_id with the years of both."""
    citing = works.select(citing_id="work_id", citing_year="year")
    cited = works.select(cited_id="work_id", cited_year="year")
    return (
        pairs.join(citing, "citing_id")
        .join(cited, "cited_id")
        .select("citing_id", "cited_id", "citing_year", "cited_year")
    )


def _within(pairs: ir.Table, years: int | None) -> ir.Table:
    """pySciSci's window: a citation counts up to so many years after the paper that it cites, reference or focal."""
    return pairs if years is None else pairs.filter((pairs.citing_year - pairs.cited_year).between(0, years))


def _later(papers: ir.Table, works: ir.Table, years: int | None) -> ir.Table:
    """Only papers strictly later than the focal one, and at most so many years; unknown years are not later."""
    dated = papers.join(works.select("work_id", focal_year="year"), "work_id")
    later = dated.filter(dated.citing_year > dated.focal_year)
    return later if years is None else later.filter(later.citing_year <= later.focal_year + years)


MEASURE = Measure(
    id="cd_index",
    title="Disruption index (CD)",
    formula=(
        "(n_i − n_j) / (n_i + n_j + n_k): n_i papers cite only the focal paper, n_j it and one of its references, n_k only references; "
        "funk and wu count papers strictly later than the focal one, within `years` of it where given; pyscisci has no such rule, counts "
        "the focal paper in n_k, and takes `years` as the longest lag of any citation"
    ),
    unit="−1 to 1, by work",
    nulls="no paper counted: undefined; without references wu and pyscisci are undefined and funk is 1; pyscisci is undefined without a citation",
    ties="a paper of the focal year is not later",
    source="Funk and Owen-Smith 2017 (cdindex); Wu, Wang and Evans 2019; pySciSci 0.92",
    compute=compute,
    params=("variant", "years", "works"),
)
