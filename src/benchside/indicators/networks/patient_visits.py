"""Visits of patients."""

from benchside.indicators.base import Indicator
from benchside.indicators.networks.observed import LIMITS, TABLES, observed


def rows(t):
    return observed(t, "patient_visits")


INDICATOR = Indicator(
    id="patient_visits",
    title="Patient visits",
    family="networks",
    question="How many visits of patients a year do the networks' sites have?",
    why="It is what a network could enrol from.",
    unit="visits a year",
    tables=TABLES,
    counts=("observation",),
    rows=rows,
    reducer="sum",
    keys=("project",),
    direction="more",
    printed="exact",
    definition="The latest observed numbers of patient visits a year, added up over what was observed.",
    definition_source="Benchside; IMI's brochure of 2015 prints one such number.",
    limits=LIMITS + " Visits are not patients: one patient visits several times.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
