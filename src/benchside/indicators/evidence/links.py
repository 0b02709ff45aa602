"""What led to what."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.evidence.ends import TABLES, with_project


def rows(t):
    link = with_project(t)
    return evidence(link, project="project_id", kind="relation", year=link.happened_on.year().cast("string"))


INDICATOR = Indicator(
    id="links",
    title="Links",
    family="evidence",
    question="How many steps from a cause to its effect are on record?",
    why="They are what pathways and stories rest on.",
    unit="links",
    tables=TABLES,
    counts=("link",),
    rows=rows,
    reducer="sum",
    keys=("project", "kind", "year"),
    direction="more",
    printed="exact",
    definition=(
        "The number of recorded links from one record to another. The project is that of the record a link starts "
        "from, otherwise of the one it leads to; the kind is the relation."
    ),
    definition_source="Benchside.",
    limits="A link says what somebody states; its grade says how well it is supported. It is no proof of a cause.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
