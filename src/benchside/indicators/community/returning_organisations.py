"""The part of the organisations that take part in more than one project."""

from benchside.indicators.base import Indicator
from benchside.indicators.clustered import LIMITS, TABLES, clustered
from benchside.indicators.community.participants import KEYS, team_rows


def rows(t):
    p = clustered(t, t.participation)
    projects = p.group_by("cluster").agg(projects=p.project_id.nunique())
    several = projects.filter(projects.projects > 1)
    returns = p.cluster.isin(several.cluster).ifelse(1, 0)
    return team_rows(p, num=returns, thing="cluster")


INDICATOR = Indicator(
    id="returning_organisations",
    title="Organisations that return",
    family="community",
    question="What part of the organisations takes part in more than one project?",
    why=("Partners who come again know each other; a community that only renews itself keeps no experience."),
    unit="share",
    tables=("participation", *TABLES),
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
    limits=(LIMITS + " Two projects at the same time count like two in succession."),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
