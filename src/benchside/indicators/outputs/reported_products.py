"""Medical products and interventions by the stage they have reached."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.outputs.reports import LIMITS, TABLES, reports


def rows(t):
    r = reports(t, "product")
    return evidence(r, thing="outcome_id", project="project_id", kind="type", stage="stage", year="year")


INDICATOR = Indicator(
    id="reported_products",
    title="Reported products and interventions",
    family="outputs",
    question="How many medical products and interventions came of the projects, and how far are they?",
    why="The stage tells how near a result is to patients.",
    unit="products",
    keys=("project", "kind", "stage", "year"),
    tables=TABLES,
    counts=("project_outcome",),
    rows=rows,
    reducer="distinct",
    direction="more",
    printed="exact",
    definition="The number of distinct products and interventions that projects reported. The kind is the reported type, the stage the one last reported; the year is that in which the stage was completed.",
    definition_source="Benchside; the types are those of UKRI's Gateway to Research.",
    limits=LIMITS + " A product whose development was closed still counts, at the stage it had.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
