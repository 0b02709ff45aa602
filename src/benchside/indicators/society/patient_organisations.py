"""Patient organisations, each once."""

from benchside.indicators.base import Indicator, evidence, stack
from benchside.indicators.clustered import LIMITS, TABLES, clustered
from benchside.indicators.society.programmes import with_programme


def rows(t):
    partners = t.participation.filter(t.participation.partner_group == "patient_organisation")
    p, i = with_programme(partners, t.project), with_programme(t.patient_involvement, t.project)
    i = i.filter(i.organisation_id.notnull())
    keys = {"project": "project_id", "programme": "programme", "organisation": "organisation_id", "thing": "cluster"}
    return stack(evidence(clustered(t, p), **keys), evidence(clustered(t, i), **keys))


INDICATOR = Indicator(
    id="patient_organisations",
    title="Patient organisations",
    family="society",
    question="How many patient organisations take part?",
    why="It shows how widely patients are heard, however often one organisation takes part.",
    unit="organisations",
    tables=("participation", "patient_involvement", "project", *TABLES),
    counts=("participation", "patient_involvement"),
    rows=rows,
    reducer="distinct",
    keys=("project", "programme", "organisation"),
    direction="more",
    printed="exact",
    variants=("patient_involvements", "teams"),
    definition=(
        "The number of different organisations that take part as patient organisations, or are named in a recorded "
        "involvement of patients."
    ),
    definition_source=(
        "Benchside; IMI's brochure of 2015 and slides of 2016 print a number in a list of teams, so it may count teams."
    ),
    limits=(
        LIMITS + " Its group is that of its participation, as the source gives it. Involvements that name no "
        "organisation are not in it."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
