"""People who took a course, each enrolment once."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.people.cohorts import LIMITS, TABLES, cohorts


def rows(t):
    c = cohorts(t)
    return evidence(c, num=c.new, project="project_id", sector="sector", year="year")


INDICATOR = Indicator(
    id="learners",
    title="Learners",
    family="people",
    question="How many people have taken a course or training programme?",
    why="People who learned something carry it to where they work next.",
    unit="learners",
    tables=TABLES,
    counts=("cohort",),
    rows=rows,
    reducer="sum",
    keys=("project", "sector", "year"),
    direction="more",
    printed="exact",
    people=True,
    definition=(
        "Learners of all cohorts less those who were already enrolled in an earlier cohort, so that nobody counts "
        "again for staying another year."
    ),
    definition_source="Benchside; IMI's brochure of 2015 prints learners of single courses without a definition.",
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
