"""Projects whose partners' amounts do not add up to their grant."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.inputs.division import AGREES, TABLES, divided, of_projects


def rows(t):
    gaps = divided(t)
    known = gaps.filter(gaps.with_amount > 0)
    checked = of_projects(t, known, gap_kind=known.kind)
    differs = (checked.gap_kind != AGREES).ifelse(1, 0)
    return evidence(checked, num=differs, thing="project_id", project="project_id", kind="gap_kind")


INDICATOR = Indicator(
    id="unreconciled_projects",
    title="Projects whose amounts do not reconcile",
    family="inputs",
    question="In how many projects do the partners' amounts not add up to the grant?",
    why="A reader may trust a division of money as far as its parts add up to the whole.",
    unit="projects",
    tables=TABLES,
    counts=("contribution", "allocation"),
    rows=rows,
    reducer="distinct",
    keys=("project", "kind"),
    direction="less",
    printed="exact",
    variants=("undivided_funding", "funding_gaps"),
    definition=(
        "The number of projects for which the amounts of the participations, added up, are not to the cent the "
        "European Union's contribution. The kind says how they stand to it: more, less, and whether amounts are blank."
    ),
    definition_source="Benchside.",
    limits=(
        "Compares exact amounts in euro, as published, at their latest dated versions. A project with no "
        "partner's amount, or with no known grant, cannot be compared and is not counted. A difference of one "
        "euro counts like any other."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
