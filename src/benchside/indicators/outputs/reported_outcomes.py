"""All that projects report as having come of them."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.outputs.reports import LIMITS, TABLES, reports


def rows(t):
    r = reports(t)
    return evidence(r, thing="outcome_id", project="project_id", kind="kind", sector="sector", year="year")


INDICATOR = Indicator(
    id="reported_outcomes",
    title="Reported outcomes",
    family="outputs",
    question="What did the projects report as having come of them?",
    why="It is the widest count there is of what followed from a grant, in the types that funders share.",
    unit="outcomes",
    keys=("project", "kind", "sector", "year"),
    tables=TABLES,
    counts=("project_outcome",),
    rows=rows,
    reducer="distinct",
    direction="more",
    printed="exact",
    definition="The number of distinct outcomes that projects reported, publications left out. The kind is the type of outcome; the sector is that of the partner or funder.",
    definition_source="Benchside; the types are those of UKRI's Gateway to Research.",
    limits=LIMITS
    + " Types differ in weight: a talk and a new company count alike, so that the whole says little without its cut by kind.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
