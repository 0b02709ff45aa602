"""Intellectual property that projects report, by the protection it has."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.outputs.reports import LIMITS, TABLES, reports


def rows(t):
    r = reports(t, "intellectual_property")
    return evidence(r, thing="outcome_id", project="project_id", kind="type", year="year")


INDICATOR = Indicator(
    id="reported_rights",
    title="Reported intellectual property",
    family="economy",
    question="What intellectual property came of the projects, and how is it protected?",
    why="Protection costs money and shows that somebody expects a use; what is left unprotected may be used all the more.",
    unit="rights",
    keys=("project", "kind", "year"),
    tables=TABLES,
    counts=("project_outcome",),
    rows=rows,
    reducer="distinct",
    direction="more",
    printed="exact",
    variants=("patent_applications", "licences"),
    definition="The number of distinct pieces of intellectual property that projects reported. The kind is the reported protection; the year is that in which it was granted.",
    definition_source="Benchside; the types are those of UKRI's Gateway to Research.",
    limits=LIMITS
    + " One right in several countries may be reported once or several times; copyright and what needs no protection are among them.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
