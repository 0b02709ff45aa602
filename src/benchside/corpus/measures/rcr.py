"""Relative Citation Ratio: a paper's citation rate over the rate expected in the field that cites it."""

from collections import defaultdict
from dataclasses import replace
from typing import Any

import ibis.expr.types as ir

from benchside.corpus import dedupe
from benchside.corpus.asking import answered, asked
from benchside.corpus.choices import chosen
from benchside.corpus.params import Measure, Params
from benchside.corpus.rates import LINES, Line, citation_rate, ratio
from benchside.corpus.references import co_cited
from benchside.corpus.scoping import population
from benchside.corpus.tables import Corpus
from benchside.errors import UsageError

ELIGIBILITY = ("icite", "none")
MIN_CITATIONS = 5
"""What a paper of the last year must have to be given a ratio at all."""


def compute(corpus: Corpus, params: Params) -> dict[str, dict[str, Any]]:
    now = _current_year(params)
    strict = _eligibility(params)
    lines = _lines(corpus, chosen(params, "regression", ("ols", "quantile")))
    multiple = chosen(params, "network", ("unique", "multiplicity")) == "multiplicity"
    focal = asked(corpus, params)
    rates = {row["work_id"]: row["fcr"] for row in corpus.fetch(_field_rates(corpus, params, focal, multiple=multiple))}
    rows = _focal_rows(corpus, params, focal)
    found = {
        row["work_id"]: _parts(row, rates.get(row["work_id"]), lines.get(row["year"]), now, strict) for row in rows
    }
    return answered(corpus, params, found)


def _current_year(params: Params) -> int:
    now = params.extra.get("current_year")
    if not isinstance(now, int):
        raise UsageError(
            f"rcr was asked with current_year {now!r}, expected a year (of NIH it is the fiscal year, which turns in October). Give it."
        )
    return now


def _eligibility(params: Params) -> bool:
    given = params.extra.get("eligibility", ELIGIBILITY[0])
    return given if isinstance(given, bool) else chosen(params, "eligibility", ELIGIBILITY) == "icite"


def _parts(row: dict[str, Any], field_rate: float | None, line: Line | None, now: int, strict: bool) -> dict[str, Any]:
    year, citations = row["year"], row["c"]
    rate = citation_rate(citations, year, now)
    expected = None if line is None or field_rate is None else line[0] + line[1] * field_rate
    value = ratio(rate, expected)
    too_new = strict and value is not None and year == now - 1 and citations < MIN_CITATIONS
    return {
        "acr": rate,
        "fcr": field_rate,
        "ecr": expected,
        "rcr": None if too_new else value,
        "provisional": year is not None and year >= now - 2,
    }


def _lines(corpus: Corpus, regression: str) -> dict[int, Line | None]:
    """publication year → line of the benchmark papers' citation rate on their field's rate."""
    rows = corpus.benchmark
    points: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for row in corpus.fetch(rows.filter(rows.fcr.notnull() & rows.acr.notnull()).order_by("year", "fcr", "acr")):
        points[row["year"]].append((row["fcr"], row["acr"]))
    return {year: LINES[regression](each) for year, each in points.items()}


def _field_rates(corpus: Corpus, params: Params, focal: ir.Table, *, multiple: bool) -> ir.Table:
    """work_id, fcr: mean rate of the journals of the co-cited papers, each in its own year, where the rate is known."""
    beside = co_cited(dedupe.edges(corpus, params), focal)
    if not multiple:
        beside = beside.select("focal_id", "cited_id").distinct()
    works = dedupe.works(corpus, params).select(cited_id="work_id", source_id="source_id", year="year")
    rates = corpus.journal_rates
    rates = rates.group_by("source_id", "year").agg(rate=rates.rate.mean())
    rows = beside.join(works, "cited_id").join(rates, ["source_id", "year"])
    return rows.group_by(work_id=rows.focal_id).agg(fcr=rows.rate.mean())


def _focal_rows(corpus: Corpus, params: Params, focal: ir.Table) -> list[dict[str, Any]]:
    """`work_id`, `year`, `c` of the focal papers. Where no work at all bears a count, the citations of the corpus are counted."""
    (given,) = corpus.fetch(corpus.works.agg(counts=corpus.works.citations.count()))
    if params.window["kind"] == "given" and not given["counts"]:
        params = replace(params, window={"kind": "all"})
    return corpus.fetch(population(corpus, params).semi_join(focal, "work_id").select("work_id", "year", "c"))


MEASURE = Measure(
    id="rcr",
    title="Relative Citation Ratio",
    formula=(
        "acr = citations / (current_year − year); fcr = mean rate of the journals of the papers cited together with the focal one, the focal "
        "one left out, each paper once (unique) or once for each citing paper (multiplicity); ecr = a + b fcr, the line of the benchmark "
        "papers of the same year by least squares (ols) or through the median (quantile); rcr = acr / ecr"
    ),
    unit="by work: acr and fcr and ecr in citations a year, rcr a ratio, provisional for papers of the last two years",
    nulls="no rate in the publication year, without citations known, without a co-cited paper whose journal has a rate in its year, or without "
    "two different benchmark points of the year; with eligibility icite no ratio for a paper of the year before with under five citations",
    ties="where several lines through the median are equally good the middle one",
    source="Hutchins et al. 2016; iCite help",
    compute=compute,
    params=("current_year", "network", "regression", "eligibility", "works"),
)
