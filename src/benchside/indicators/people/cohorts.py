"""Cohorts of learners, ready to be added up.

A cohort may be recorded by sector, for all sectors together, or both. Rows of one course and one date speak of the same cohort: there
the row for all sectors stands for what the single sectors leave over, so that nobody counts twice.
"""

import ibis
import ibis.expr.types as ir

TABLES = ("cohort", "course")

LIMITS = (
    "Learners of two courses count in both, since no names are kept. Where a source repeats a number that has grown, the record must say "
    "how many continue, or they count again. A number given as a bound counts as it stands."
)


def cohorts(t) -> ir.Table:
    """Cohorts with their course's `project_id`, the `year` in which they began, and two counts of people.

    `enrolled` counts everybody, `new` those who were not enrolled before (missing `continuing` is nought). `shows_industry` says
    whether the cohort's number from industry is recorded; a row for all sectors then holds none of it.
    """
    c = t.cohort.mutate(enrolled=t.cohort.learners, new=_not_below_nought(t.cohort.learners - _continuing(t.cohort)))
    same = ibis.window(group_by=["course_id", "began_on"])
    is_part = c.sector != "all"
    c = c.mutate(
        shows_industry=(c.sector == "industry").any().over(same),
        parts_enrolled=is_part.ifelse(c.enrolled, 0).sum().over(same),
        parts_new=is_part.ifelse(c.new, 0).sum().over(same),
    )
    c = c.mutate(
        enrolled=(c.sector == "all").ifelse(_not_below_nought(c.enrolled - c.parts_enrolled), c.enrolled),
        new=(c.sector == "all").ifelse(_not_below_nought(c.new - c.parts_new), c.new),
        year=c.began_on.year(),
    )
    course = t.course.select(parent_id=t.course.course_id, project_id=t.course.project_id)
    return c.left_join(course, c.course_id == course.parent_id)


def _continuing(cohort: ir.Table):
    return cohort.continuing.fill_null(0)


def _not_below_nought(number):
    return ibis.greatest(number, 0)
