"""Collaborations that projects report, by the sector of the partner."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.outputs.reports import LIMITS, TABLES, reports


def rows(t):
    r = reports(t, "collaboration")
    return evidence(r, thing="outcome_id", project="project_id", sector="sector", country="country", year="year")


INDICATOR = Indicator(
    id="reported_collaborations",
    title="Reported collaborations",
    family="networks",
    question="With how many partners outside the grant do projects work, and of which sectors?",
    why="Partners in companies, hospitals and public bodies are those through which a result leaves the laboratory.",
    unit="collaborations",
    keys=("project", "sector", "country", "year"),
    tables=TABLES,
    counts=("project_outcome",),
    rows=rows,
    reducer="distinct",
    direction="more",
    printed="exact",
    definition="The number of distinct collaborations that projects reported, each with one organisation. Sector and country are those of that organisation.",
    definition_source="Benchside; the types are those of UKRI's Gateway to Research.",
    limits=LIMITS + " A collaboration of many organisations is reported once for each of them.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
