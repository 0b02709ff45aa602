"""The share of papers written together: across organisations, countries, sectors, near and far."""

from typing import Any

import ibis
import ibis.expr.types as ir

from benchside.corpus.answers import mean, parts_of_mean
from benchside.corpus.asking import answered, asked
from benchside.corpus.choices import chosen
from benchside.corpus.collaborations import collaborations
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus

WHICH = ("collab", "international", "industry", "industry_collab", "cross_sector", "short", "long")
RULES = ("leiden2025", "cwts_openalex_db")


def parts(corpus: Corpus, params: Params) -> ir.Table:
    """What each work brings to the share: its weight where it is of the kind asked for, and its weight."""
    return parts_of_mean(corpus, params, _flags(corpus, params))


def compute(corpus: Corpus, params: Params) -> float | dict[str, float | None] | None:
    if params.extra.get("works") is None:
        return mean(corpus, parts(corpus, params))
    return answered(corpus, params, {row["work_id"]: row["value"] for row in corpus.fetch(_flags(corpus, params))})


def _flags(corpus: Corpus, params: Params) -> ir.Table:
    """work_id, value: 1 for a paper of the kind asked for, otherwise 0."""
    which, rule = chosen(params, "which", WHICH), chosen(params, "collab_rule", RULES)
    papers = collaborations(corpus, asked(corpus, params), params.extra.get("country_map") or {})
    return papers.select("work_id", value=ibis.ifelse(_flag(papers, params, which, rule), 1.0, 0.0))


def _flag(papers: ir.Table, params: Params, which: str, rule: str) -> ir.BooleanValue:
    """Whether a paper is of the kind asked for; an unknown distance is neither short nor long, unless it counts as 0."""
    organisations, countries = papers.organisations > 1, papers.countries > 1
    strict = rule == "cwts_openalex_db"
    together = organisations if strict else organisations | countries
    zero = chosen(params, "missing_distance", ("zero", "null")) == "zero"
    km = papers.km.fill_null(0.0) if zero else papers.km
    flags: dict[str, Any] = {
        "collab": together,
        "international": organisations & countries if strict else countries,
        "industry": papers.companies > 0,
        "industry_collab": (papers.companies > 0) & (papers.sectors > 1),
        "cross_sector": papers.sectors > 1,
        "short": together & (km <= params.extra.get("short_km", 100)).fill_null(False),
        "long": together & (km >= params.extra.get("long_km", 5000)).fill_null(False),
    }
    return flags[which]


MEASURE = Measure(
    id="pp_collab",
    title="Share of collaborative papers",
    formula=(
        "papers of a kind / papers in scope. collab: more than one organisation or country (leiden2025), more than one organisation "
        "(cwts_openalex_db); international: more than one country (cwts_openalex_db: and organisation); industry: a company, also alone; "
        "industry_collab: a company and another sector; cross_sector: two sectors; short, long: collaboration with a largest distance "
        "up to short_km, from long_km"
    ),
    unit="share; with `works` 1 or 0 by work",
    nulls="a paper of unknown authors is no collaboration; an unknown distance counts as 0 km (missing_distance zero, as CWTS) or as neither short nor long",
    ties="the limits themselves are short and long",
    source="Leiden Ranking Open Edition 2025 (SQL); CWTS-OpenAlex databases (SQL)",
    compute=compute,
    params=("which", "collab_rule", "country_map", "missing_distance", "short_km", "long_km", "works"),
)
