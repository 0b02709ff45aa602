"""Projects in which regulators take part."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.community.project_share import is_told


def rows(t):
    project, part = t.project, t.participation
    known = project.filter(project.project_id.isin(part.project_id))
    regulators = part.filter(part.partner_group == "regulator").project_id
    joins = known.project_id.isin(regulators)
    return evidence(known, num=joins.cast("int64"), den=1, observed=is_told(regulators), project="project_id")


INDICATOR = Indicator(
    id="projects_with_regulators",
    title="Share of projects with regulators",
    family="policy",
    question="In how many projects do regulators take part?",
    why="Methods made with regulators have a shorter way to acceptance.",
    unit="share",
    tables=("project", "participation"),
    counts=("participation",),
    rows=rows,
    reducer="ratio",
    keys=("project",),
    direction="more",
    interval=True,
    printed="percent",
    definition=(
        "Projects in which a regulator or health technology assessment body takes part in any role, adviser "
        "included, divided by projects whose participants are recorded."
    ),
    definition_source="Benchside; IMI's brochure of 2015 prints the share with regulators as partners or advisers.",
    limits=(
        "Advisers are recorded less often than partners, so the share comes out too low. Projects without any "
        "recorded participant are left out on both sides. Where the records know "
        "of no regulator in any project there is no value."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
