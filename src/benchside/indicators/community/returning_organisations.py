"""The part of the organisations that take part in more than one project."""

import ibis

from benchside.indicators.base import Indicator, evidence


def rows(t):
    """Every participation, with 1 on one row of each organisation that has several projects.

    Scopes by project are not offered: whether an organisation returned is a matter of all its projects.
    """
    p = t.participation
    projects = p.group_by("organisation_id").agg(projects=p.project_id.nunique())
    several = projects.filter(projects.projects > 1)
    first = ibis.row_number().over(group_by="organisation_id", order_by="evidence_id") == 0
    ranked = p.mutate(is_first=first)
    counts = ranked.is_first & ranked.organisation_id.isin(several.organisation_id)
    return evidence(ranked, num=counts.ifelse(1, 0), thing="organisation_id", organisation="organisation_id")


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
    keys=("organisation",),
    direction="neutral",
    printed="percent",
    definition=(
        "Organisations with participations in two or more projects, divided by all organisations that take part."
    ),
    definition_source="Benchside.",
    limits=(
        "Looks at all programmes together and cannot be scoped to one. One organisation under two names is "
        "counted as two that did not return. Two projects at the same time count like two in succession."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
