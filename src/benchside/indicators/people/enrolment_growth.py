"""Learners of a course now against two years earlier."""

from benchside.indicators.base import Indicator, evidence, stack
from benchside.indicators.people.cohorts import TABLES, cohorts

YEARS = 2


def rows(t):
    c = cohorts(t)
    c = c.filter(c.began_on.notnull()).mutate(on=c.began_on.year())
    c = c.mutate(last=c.on.max().over(group_by="course_id"))
    now, before = c.filter(c.on == c.last), c.filter(c.on == c.last - YEARS)
    now = now.filter(now.course_id.isin(before.course_id))
    return stack(
        evidence(now, num=now.enrolled, project="project_id", year=now.last),
        evidence(before, num=0, den=before.enrolled, observed=False, project="project_id", year=before.last),
    )


INDICATOR = Indicator(
    id="enrolment_growth",
    title="Growth of enrolment in two years",
    family="people",
    question="How many times as many people are enrolled in a course as two years before?",
    why="A course that fills up is wanted, and has a chance to live on fees.",
    unit="times",
    tables=TABLES,
    counts=("cohort",),
    rows=rows,
    reducer="ratio",
    keys=("project", "year"),
    direction="more",
    printed="decimal1",
    people=True,
    definition=(
        "Learners enrolled in the cohorts of a course's latest year, those who continue among them, divided by those "
        "of the year two years earlier; for several courses, sum over sum."
    ),
    definition_source=(
        "Benchside; IMI's brochure of 2015 says of one degree that enrolment doubled in two years and prints neither "
        "number."
    ),
    limits=(
        "Courses without cohorts in both years are left out, and so are cohorts without a date. The two years are "
        "those of each course, so courses in one ratio may be compared over different years. Bounds count as they "
        "stand."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
