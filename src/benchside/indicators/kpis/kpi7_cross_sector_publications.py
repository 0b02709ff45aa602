"""IMI2 KPI 7: publications written across sectors."""

from benchside.indicators.base import Indicator
from benchside.indicators.science.papers import KEYS, LIMITS, TABLES, counted, held_by_several, papers


def rows(t):
    sectors, found = held_by_several(t, "sector", unknown="unknown"), papers(t)
    return counted(found.filter(found.work_id.isin(sectors.filter(sectors.holds).of_work)))


INDICATOR = Indicator(
    id="kpi7_cross_sector_publications",
    title="KPI 7: cross-sector publications",
    family="kpis",
    question="How many publications did authors of different sectors write together?",
    why="A joint paper is the plainest trace of work across sectors.",
    unit="publications",
    tables=(*TABLES, "authorship"),
    counts=("project_work", "authorship"),
    rows=rows,
    reducer="distinct",
    keys=KEYS,
    direction="more",
    printed="exact",
    variants=("cross_sector_share",),
    definition="The number of distinct works of projects whose authors' addresses lie in at least two sectors.",
    definition_source="IMI2's key performance indicators, KPI 7; wording to be verified.",
    limits=(
        LIMITS
        + " The sector is that of the author at the time of the paper; authors of unknown sector are passed over. "
        "That the authors work in Europe is not tested."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
