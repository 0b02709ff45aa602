"""Influences on policy by their type."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.outputs.reports import LIMITS, TABLES, reports


def rows(t):
    return evidence(reports(t, "policy_influence"), thing="outcome_id", project="project_id", kind="type")


INDICATOR = Indicator(
    id="policy_influences",
    title="Influences on policy",
    family="policy",
    question="How did projects influence policy and practice?",
    why="Advice and guidelines are the way by which research reaches practice without a product.",
    unit="influences",
    keys=("project", "kind"),
    tables=TABLES,
    counts=("project_outcome",),
    rows=rows,
    reducer="distinct",
    direction="more",
    printed="exact",
    variants=("policy_citations",),
    definition="The number of distinct influences on policy, practice, patients or the public that projects reported. The kind is the reported type.",
    definition_source="Benchside; the types are those of UKRI's Gateway to Research.",
    limits=LIMITS
    + " Most types are activities, as a seat on a committee, and show no change of policy. They bear no date.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
