"""Which organisations published in scope, and how many papers each two of them share: what their network is drawn from."""

from typing import Any

import ibis.expr.types as ir

from benchside.corpus.asking import asked
from benchside.corpus.organisations import addresses
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def compute(corpus: Corpus, params: Params) -> dict[str, Any]:
    members = _members(corpus, params)
    names = members.select("organisation_id").distinct().order_by("organisation_id")
    return {
        "organisations": [row["organisation_id"] for row in corpus.fetch(names)],
        "pairs": corpus.fetch(_pairs(members).order_by("a", "b", "organisations")),
    }


def _members(corpus: Corpus, params: Params) -> ir.Table:
    """work_id, organisation_id: each organisation of each paper in scope once."""
    rows = addresses(corpus).semi_join(asked(corpus, params), "work_id")
    return rows.filter(rows.organisation_id.notnull()).select("work_id", "organisation_id").distinct()


def _pairs(members: ir.Table) -> ir.Table:
    """a, b, organisations, papers: how many papers of that many organisations two of them share."""
    sizes = members.group_by("work_id").agg(organisations=members.count())
    first = (
        members.select("work_id", a="organisation_id").join(sizes, "work_id").select("work_id", "a", "organisations")
    )
    pairs = first.join(members.select("work_id", b="organisation_id"), "work_id").filter(lambda t: t.a < t.b)
    return pairs.group_by("a", "b", "organisations").agg(papers=pairs.count())


MEASURE = Measure(
    id="joint_papers",
    title="Joint papers of organisations",
    formula=(
        "organisations of the papers in scope, each once; for each two of them, a before b by name, the papers they share, "
        "apart by how many organisations the paper has"
    ),
    unit="dictionary: organisations (names), pairs (rows of a, b, organisations, papers)",
    nulls="an authorship without organisation joins nobody; a paper of one organisation brings no pair",
    ties="none",
    source="Leiden Ranking 2020 methodology: one paper counts once for each organisation",
    compute=compute,
)
