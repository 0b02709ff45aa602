"""Courses and training programmes."""

from benchside.indicators.base import Indicator, evidence


def rows(t):
    c = t.course
    counted = c["count"].fill_null(1)
    return evidence(c, num=counted, observed=counted > 0, project="project_id", year=c.opened_on.year())


INDICATOR = Indicator(
    id="courses",
    title="Courses",
    family="people",
    question="How many courses and training programmes were set up?",
    why="Courses outlast the projects if somebody keeps them, and reach people outside them.",
    unit="courses",
    tables=("course",),
    counts=("course",),
    rows=rows,
    reducer="sum",
    keys=("project", "year"),
    direction="more",
    printed="exact",
    definition=(
        "The number of courses and training programmes; a record counts as many as it says, and one where it does "
        "not say."
    ),
    definition_source="Benchside; IMI's brochure of 2015 prints courses of single projects.",
    limits=(
        "Short courses and degrees count alike. A number given as a bound counts as it stands. Whether a course "
        "still runs is not recorded."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
