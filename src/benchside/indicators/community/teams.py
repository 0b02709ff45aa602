"""Participations: what the field calls teams."""

from benchside.indicators.base import Indicator, evidence


def rows(t):
    p = t.participation
    return evidence(p, project="project_id", organisation="organisation_id", participation="participation_id")


INDICATOR = Indicator(
    id="teams",
    title="Teams",
    family="community",
    question="How many teams take part?",
    why="It shows the size of the community; it is neither the number of organisations nor of people.",
    unit="teams",
    tables=("participation",),
    counts=("participation",),
    rows=rows,
    reducer="sum",
    keys=("project", "organisation", "participation"),
    direction="neutral",
    printed="exact",
    definition="The number of participations: one organisation in one project, from the project's start; one that left still counts.",
    definition_source="Benchside; IMI's documents of 2015 and 2016 print 'teams' without a definition.",
    limits="An organisation in five projects is five teams. Where a project's list of partners is missing, its teams are missing.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
