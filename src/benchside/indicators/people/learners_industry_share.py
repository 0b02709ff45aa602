"""Learners from industry among all of the cohorts that tell it."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.people.cohorts import LIMITS, TABLES, cohorts


def rows(t):
    c = cohorts(t)
    known = c.filter(c.shows_industry)
    from_industry = (known.sector == "industry").ifelse(known.new, 0)
    return evidence(known, num=from_industry, den=known.new, project="project_id", year="year")


INDICATOR = Indicator(
    id="learners_industry_share",
    title="Learners from industry",
    family="people",
    question="What share of the learners comes from pharmaceutical companies?",
    why="Training was to bring industry and academia to one standard, so both should be in the room.",
    unit="share of learners",
    tables=TABLES,
    counts=("cohort",),
    rows=rows,
    reducer="ratio",
    keys=("project", "year"),
    direction="more",
    printed="percent",
    people=True,
    definition=(
        "Learners from pharmaceutical companies divided by all learners of the same cohorts, which are those whose "
        "number from these companies is recorded."
    ),
    definition_source="Benchside; IMI's brochure of 2015 prints the share for one project.",
    limits="A cohort whose number from industry is not recorded (0 is a number) is in neither part, so that silence does not "
    "count as none. Small companies are a sector of their own. " + LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
