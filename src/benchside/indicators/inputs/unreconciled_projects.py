"""Projects whose partners' amounts do not add up to their grant."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.inputs.ledger import allocated, published


def rows(t):
    grants, parts = published(t, "eu"), allocated(t)
    granted = grants.group_by("project_id").agg(granted=grants.amount.sum())
    divided = parts.group_by("project_id").agg(divided=parts.amount.sum())
    compared = granted.join(divided, "project_id")
    differing = compared.filter(compared.granted != compared.divided)
    checked = grants.filter(grants.project_id.isin(divided.project_id))
    differs = checked.project_id.isin(differing.project_id).ifelse(1, 0)
    return evidence(checked, num=differs, thing="project_id", project="project_id")


INDICATOR = Indicator(
    id="unreconciled_projects",
    title="Projects whose amounts do not reconcile",
    family="inputs",
    question="In how many projects do the partners' amounts not add up to the grant?",
    why="A reader may trust a division of money as far as its parts add up to the whole.",
    unit="projects",
    tables=("contribution", "allocation"),
    counts=("contribution", "allocation"),
    rows=rows,
    reducer="distinct",
    keys=("project",),
    direction="less",
    printed="exact",
    definition=(
        "The number of projects for which the amounts of the participations, added up, are not to the cent the "
        "European Union's contribution."
    ),
    definition_source="Benchside.",
    limits=(
        "Compares exact amounts in euro, as published, at their latest dated versions. A project with no "
        "partner's amount, or with no known grant, cannot be compared and is not counted. A difference of one "
        "euro counts like any other."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
