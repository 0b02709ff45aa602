"""Prizes and distinctions."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.society.programmes import with_programme


def rows(t):
    a = with_programme(t.award, t.project)
    return evidence(a, project="project_id", programme="programme", year=a.awarded_on.year())


INDICATOR = Indicator(
    id="awards",
    title="Awards",
    family="society",
    question="How many prizes and distinctions were given for work in the projects?",
    why="An award is a judgement by somebody outside the partnership.",
    unit="awards",
    tables=("award", "project"),
    counts=("award",),
    rows=rows,
    reducer="sum",
    keys=("project", "programme", "year"),
    direction="more",
    printed="exact",
    definition=(
        "The number of recorded prizes and distinctions given to a project, its people for their work in it, or the "
        "programme."
    ),
    definition_source="Benchside; IMI's brochure of 2015 lists awards without counting them.",
    limits=(
        "Prizes of a world body and of a poster session count alike. Only awards that somebody made public are known."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
