"""Papers as the projects themselves count them."""

from benchside.indicators.base import Indicator, evidence


def rows(t):
    seen = t.observation
    counts = seen.filter((seen.measure == "publications") & seen.project_id.notnull())
    return evidence(counts, num=counts.value, thing="project_id", project="project_id")


INDICATOR = Indicator(
    id="reported_publications",
    title="Publications reported by projects",
    family="science",
    question="How many publications do the projects say they have?",
    why="It is often known years before anybody has listed the papers, and shows what the list misses.",
    unit="publications",
    tables=("observation",),
    counts=("observation",),
    rows=rows,
    reducer="sum_once",
    keys=("project",),
    direction="more",
    printed="exact",
    variants=("publications",),
    definition="Each project's largest current count of its publications, added up over projects.",
    definition_source="Benchside.",
    limits=(
        "Projects count in their own ways, and a paper of two projects is in both counts. Of several counts of one "
        "project (by year, by type) only the largest stands, so the sum is cautious. Undated counts are left out."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
