"""Projects whose last day has come."""

from benchside.indicators.base import Indicator, evidence


def rows(t):
    p = t.project
    ended = p.filter(p.end_on.notnull() & ~p.current)
    return evidence(ended, project="project_id", programme="programme_id", year=ended.end_on.year())


INDICATOR = Indicator(
    id="projects_ended",
    title="Projects that have ended",
    family="inputs",
    question="How many projects have come to their end?",
    why="What a project achieved can be judged only once it has ended.",
    unit="projects",
    tables=("project",),
    counts=("project",),
    rows=rows,
    reducer="sum",
    keys=("project", "programme", "year"),
    direction="neutral",
    printed="exact",
    definition=(
        "The number of projects whose last day lies on or before the date asked for. The year is that of the last day. A project "
        "that several sources tell of counts once, by the record that stands for it, or where that has no last day by another."
    ),
    definition_source="Benchside; the brochure of 2015 speaks of projects that reach the end of their funding.",
    limits=(
        "Takes a project's latest known last day, for earlier dates as well: an extension granted later moves a "
        "project out of an earlier count. A project without a last day counts as running. Two records of one project whose grant numbers do not agree count twice."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
