"""Policy documents that draw on results."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.outputs import reporters


def rows(t):
    cited = reporters.of_each_project(t, t.policy_citation, "policy_citation_id")
    year = cited.cited_on.year().cast("string")
    return evidence(cited, thing="evidence_id", project="project_id", kind="kind", year=year)


INDICATOR = Indicator(
    id="policy_citations",
    title="Mentions in policy documents",
    family="policy",
    question="How often do guidelines, laws and other policy documents draw on results?",
    why="They carry a result into practice.",
    unit="mentions",
    tables=("policy_citation", *reporters.TABLES),
    counts=("policy_citation",),
    rows=rows,
    reducer="sum_once",
    keys=("project", "kind", "year"),
    direction="more",
    printed="exact",
    definition=(
        "The number of recorded mentions of a project's result in a policy document. The kind is that of the document."
    ),
    definition_source="Benchside; the kinds follow common classifications of policy influence.",
    limits=(
        "A document that draws on two results is two mentions. Mentions that nobody looked for are missing; a "
        "mention does not show that the document would be different without it. " + reporters.LIMITS
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
