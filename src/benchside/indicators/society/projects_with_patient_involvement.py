"""Projects in which patients have a part."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.community.project_share import is_told_within


def rows(t):
    p, partners, involved = t.project, t.participation, t.patient_involvement
    partners = partners.filter(partners.partner_group == "patient_organisation")
    involved = involved.filter(involved.project_id.notnull())
    has_patients = p.project_id.isin(partners.project_id) | p.project_id.isin(involved.project_id)
    p = p.mutate(has_patients=has_patients)
    told = is_told_within(p.has_patients)
    return evidence(p, num=p.has_patients, den=1, observed=told, project="project_id", year=p.start_on.year())


INDICATOR = Indicator(
    id="projects_with_patient_involvement",
    title="Projects with involvement of patients",
    family="society",
    question="In what share of the projects do patients have a part?",
    why="A partnership that speaks for patients should work with them in most of its projects.",
    unit="share of projects",
    tables=("project", "participation", "patient_involvement"),
    counts=("project", "participation", "patient_involvement"),
    rows=rows,
    reducer="ratio",
    keys=("project", "year"),
    direction="more",
    printed="percent",
    interval=True,
    variants=("projects_with_patient_organisations", "kpi9_patient_projects"),
    definition=(
        "Projects in which a patient organisation takes part, or for which an involvement of patients is recorded, "
        "divided by all projects that had begun by the date."
    ),
    definition_source=(
        "Benchside; close to the ninth key performance indicator of IMI2, which also counts associations of health "
        "professionals."
    ),
    limits=(
        "A project without a record of involvement counts as one without it, so the share is a lower bound. An "
        "involvement in the programme as a whole counts for no project. Where the records know of none in any project there is no value."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
