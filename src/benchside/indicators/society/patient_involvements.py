"""Ways in which patients take part."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.society.programmes import with_programme


def rows(t):
    i = with_programme(t.patient_involvement, t.project)
    keys = {"project": "project_id", "programme": "programme", "organisation": "organisation_id", "kind": "kind"}
    return evidence(i, year=i.since_on.year(), **keys)


INDICATOR = Indicator(
    id="patient_involvements",
    title="Involvements of patients",
    family="society",
    question="In how many ways do patients and their organisations take part?",
    why="Those for whom medicines are made know what matters in them.",
    unit="involvements",
    tables=("patient_involvement", "project"),
    counts=("patient_involvement",),
    rows=rows,
    reducer="sum",
    keys=("project", "programme", "organisation", "kind", "year"),
    direction="more",
    printed="exact",
    definition=(
        "The number of recorded ways in which patients or a patient organisation take part in a project or in the "
        "programme: partner, board, committee, speaker, funder."
    ),
    definition_source="Benchside; IMI's brochure of 2015 describes them without a number.",
    limits=(
        "It counts ways of taking part, not people, and not how much say they have. Patient organisations that are "
        "partners are in it only where the involvement was recorded as such."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
