"""People enrolled in clinical studies."""

import ibis

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.outputs.studies import LIMITS, RUNNING, TABLES, begun


def rows(t):
    found = begun(t)
    running = found.status.isin(RUNNING).fill_null(False)
    planned = running.ifelse(found.planned_enrolment, ibis.null("int64"))
    found = found.mutate(
        people=found.actual_enrolment.fill_null(planned),
        basis=found.actual_enrolment.notnull().ifelse("actual", "planned"),
    )
    known = found.filter(found.people.notnull())
    year = known.started_on.year().cast("string")
    return evidence(known, num=known.people, thing="study", project="project_id", state="basis", year=year)


INDICATOR = Indicator(
    id="trial_participants",
    title="People in clinical studies",
    family="outputs",
    question="How many people were enrolled in clinical studies?",
    why="It shows the reach of the studies, and what was asked of patients and volunteers.",
    unit="people",
    tables=TABLES,
    counts=("trial",),
    rows=rows,
    reducer="sum_once",
    keys=("project", "state", "year"),
    direction="neutral",
    people=True,
    printed="exact",
    definition=(
        "People actually enrolled; where that is not known and the study is still recruiting or ongoing, the people "
        "planned. The state says which (actual or planned)."
    ),
    definition_source=(
        "Benchside; IMI's brochure of 2015 prints a number of patients without saying whether they were planned or "
        "enrolled."
    ),
    limits=(
        LIMITS
        + " A finished study without a recorded enrolment adds nobody. Where records of one study differ, the largest "
        "number counts. One person in two studies counts twice."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
