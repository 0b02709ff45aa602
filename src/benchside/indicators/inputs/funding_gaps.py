"""The gaps between grants and what participants are said to get of them, project by project."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.inputs.division import LIMITS, TABLES, divided, of_projects


def rows(t):
    gaps = divided(t)
    gaps = gaps.filter(gaps.granted != gaps.given)
    found = of_projects(t, gaps, gap=(gaps.granted - gaps.given).abs(), gap_kind=gaps.kind)
    return evidence(found, num=found.gap, project="project_id", kind="gap_kind")


INDICATOR = Indicator(
    id="funding_gaps",
    title="Gaps between grants and participants' amounts",
    family="inputs",
    question="In which projects do the participants' amounts differ from the grant, and by how much?",
    why="A difference of two sums can be small because large gaps cancel; here none does, and each is named.",
    unit="EUR",
    tables=TABLES,
    counts=("contribution", "allocation"),
    rows=rows,
    reducer="sum",
    scale=100,
    keys=("project", "kind"),
    direction="less",
    printed="exact",
    variants=("undivided_funding", "unreconciled_projects"),
    definition=(
        "The sum of the differences between a project's grant and what is allocated to its participations, each without its sign, "
        "over the projects in which they differ. The kind says whether they get more or less, and whether amounts are blank."
    ),
    definition_source="Benchside.",
    limits=LIMITS + " Where no project differs there is no row and no value.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
