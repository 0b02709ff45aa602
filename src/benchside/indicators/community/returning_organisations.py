"""The part of the organisations that take part in more than one project."""

from benchside.indicators.base import Indicator
from benchside.indicators.community.participants import KEYS, team_rows


def rows(t):
    p = t.participation
    projects = p.group_by("organisation_id").agg(projects=p.project_id.nunique())
    several = projects.filter(projects.projects > 1)
    returns = p.organisation_id.isin(several.organisation_id).ifelse(1, 0)
    return team_rows(p, num=returns, thing="organisation_id")


INDICATOR = Indicator(
    id="returning_organisations",
    title="Organisations that return",
    family="community",
    question="What part of the organisations takes part in more than one project?",
    why=("Partners who come again know each other; a community that only renews itself keeps no experience."),
    unit="share",
    tables=("participation",),
    counts=("participation",),
    rows=rows,
    reducer="mean",
    interval=True,
    keys=KEYS,
    direction="neutral",
    printed="percent",
    definition=(
        "Organisations with participations in two or more projects, divided by all organisations that take part. "
        "In a scope or cut: the organisations found there, and whether they have two projects anywhere."
    ),
    definition_source="Benchside.",
    limits=(
        "One organisation under two names is counted as two that did not return. Two projects at the same time "
        "count like two in succession."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
