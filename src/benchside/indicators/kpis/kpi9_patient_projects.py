"""IMI2 KPI 9: projects that involve patient organisations."""

from benchside.indicators.base import Indicator
from benchside.indicators.community.project_share import project_share

INVOLVED = ("partner", "advisory", "committee")
"""Ways of having a say in a project; speaking at a meeting or giving money is none."""


def rows(t):
    project, team, involvement = t.project, t.participation, t.patient_involvement
    involvement = involvement.filter(involvement.kind.isin(INVOLVED) & involvement.project_id.notnull())
    partners = team.filter(team.partner_group == "patient_organisation")
    known = team.select("project_id").union(involvement.select("project_id"))
    having = partners.select("project_id").union(involvement.select("project_id"))
    return project_share(project.filter(project.project_id.isin(known.project_id)), having.project_id)


INDICATOR = Indicator(
    id="kpi9_patient_projects",
    title="KPI 9: projects that involve patients",
    family="kpis",
    question="What part of the projects involves patient organisations?",
    why="Those for whom the research is done should have a say in it.",
    unit="share",
    tables=("project", "participation", "patient_involvement"),
    counts=("participation", "patient_involvement"),
    rows=rows,
    reducer="ratio",
    interval=True,
    keys=("project", "programme"),
    direction="more",
    printed="percent",
    variants=("projects_with_patient_organisations", "projects_with_patient_involvement"),
    definition=(
        "Projects with a patient organisation among their participations, or with patients as partners, on an "
        "advisory board or in a committee, divided by the projects of which any participation or such involvement"
        " is recorded."
    ),
    definition_source="IMI2's key performance indicators, KPI 9; wording to be verified.",
    limits=(
        "Associations of health professionals, which the KPI names too, are no group of their own in the records "
        "and are not counted. A project whose involvement nobody recorded counts as without, so the share is "
        "rather too low."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
