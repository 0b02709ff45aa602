"""The part of the projects in which a patient organisation is a partner."""

from benchside.indicators.base import Indicator
from benchside.indicators.community.project_share import project_share


def rows(t):
    teams, known = t.participation, t.project.filter(t.project.project_id.isin(t.participation.project_id))
    return project_share(known, teams.filter(teams.partner_group == "patient_organisation").project_id)


INDICATOR = Indicator(
    id="projects_with_patient_organisations",
    title="Projects with patient organisations",
    family="community",
    question="In what part of the projects is a patient organisation a partner?",
    why="Research for patients gains when they help to steer it.",
    unit="share",
    tables=("project", "participation"),
    counts=("participation",),
    rows=rows,
    reducer="ratio",
    interval=True,
    keys=("project", "programme"),
    direction="more",
    printed="percent",
    variants=("kpi9_patient_projects",),
    definition=(
        "Projects with at least one participation in the group of patient organisations, divided by the projects "
        "with any recorded participation."
    ),
    definition_source="Benchside.",
    limits=(
        "Counts partners alone; advisory boards and other ways of taking part are in the wider KPI. Projects "
        "without any recorded partner are left out; one whose list is incomplete may count as without."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
