"""Projects in which sectors meet."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.networks.members import LIMITS, TABLES, meetings


def rows(t):
    met = meetings(t)
    return evidence(met, thing="project_id", project="project_id", year="year", sector_pair=met.a + " + " + met.b)


INDICATOR = Indicator(
    id="sector_meetings",
    title="Projects in which sectors meet",
    family="networks",
    question="In how many projects does an organisation of one sector work with one of another?",
    why="A partnership across sectors promises that companies, universities, patients and regulators sit at one table.",
    unit="projects",
    tables=TABLES,
    counts=("participation",),
    rows=rows,
    reducer="distinct",
    keys=("project", "year", "sector_pair"),
    direction="neutral",
    printed="exact",
    variants=("sector_pairs",),
    definition=(
        "The number of projects in which at least two organisations take part. Cut by pairs of sectors: the projects in which organisations "
        "of both take part, for a sector with itself those in which two of its organisations do."
    ),
    definition_source="Benchside.",
    limits=(
        f"{LIMITS} A project stands in many cells, which do not add up. The sector is the group in which the organisation takes part in the "
        "project; where it is listed in two, the one whose name comes first."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
