"""How long projects last."""

from benchside.indicators.base import Indicator, evidence

MONTH = 304_375
"""A mean month, 365.25 / 12 = 30.4375 days, in ten-thousandths of a day."""


def rows(t):
    dated = t.project.filter(t.project.start_on.notnull() & t.project.end_on.notnull())
    days = dated.end_on.delta(dated.start_on, unit="day") + 1  # the last day belongs to the project
    return evidence(dated, num=days * 10_000, thing="project_id", project="project_id", programme="programme_id")


INDICATOR = Indicator(
    id="mean_project_duration",
    title="Mean duration of a project",
    family="inputs",
    question="How long does a project last?",
    why="Results and effects can be expected only in proportion to the time that a project had.",
    unit="months",
    tables=("project",),
    counts=("project",),
    rows=rows,
    reducer="mean",
    scale=MONTH,
    interval=True,
    keys=("project", "programme"),
    direction="neutral",
    printed="decimal1",
    definition=(
        "The mean over projects of the days from the first to the last day, both included, in months of 365.25 / "
        "12 days."
    ),
    definition_source="Benchside.",
    limits=(
        "Takes each project's latest known dates, also where the last day is still to come. Projects without both"
        " dates are left out. A date known only by month or year stands for its last day."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
