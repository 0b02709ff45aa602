"""What lies between the sum over projects and the sum over participants."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.inputs.division import LIMITS, TABLES, divided, of_projects


def rows(t):
    gaps = divided(t)
    found = of_projects(t, gaps, gap=gaps.granted - gaps.given, gap_kind=gaps.kind)
    return evidence(found, num=found.gap, project="project_id", kind="gap_kind")


INDICATOR = Indicator(
    id="undivided_funding",
    title="Public money not divided among participants",
    family="inputs",
    question="By how much do the sums over projects and over participants differ, and where?",
    why="Two sums of one programme's money that differ are quoted against each other until somebody says where they part.",
    unit="EUR",
    tables=TABLES,
    counts=("contribution", "allocation"),
    rows=rows,
    reducer="sum",
    scale=100,
    keys=("project", "kind"),
    direction="less",
    printed="exact",
    variants=("funding_gaps", "unreconciled_projects"),
    definition=(
        "The European Union's contributions to projects less what is allocated to their participations: public funding less "
        "allocated public money, for projects with a known grant. Negative where participants are said to get more than "
        "the grant. The kind says how the project's amounts stand to its grant."
    ),
    definition_source="Benchside.",
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
