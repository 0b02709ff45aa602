"""Papers written across sectors."""

from benchside.indicators.base import Indicator
from benchside.indicators.science.papers import KEYS, LIMITS, TABLES, held_by_several, marked, papers


def rows(t):
    return marked(papers(t), held_by_several(t, "sector", unknown="unknown"))


INDICATOR = Indicator(
    id="cross_sector_share",
    title="Share of cross-sector publications",
    family="science",
    question="How many of the publications were written by authors of more than one sector?",
    why="Working across sectors is what a public-private partnership is for.",
    unit="share",
    tables=(*TABLES, "authorship"),
    counts=("project_work", "authorship"),
    rows=rows,
    reducer="mean",
    keys=KEYS,
    direction="more",
    interval=True,
    printed="percent1",
    definition=(
        "The share of papers whose authors' addresses lie in at least two sectors (academic, industry, small "
        "companies, patient organisations, regulators, other), among papers with a known sector."
    ),
    definition_source="Benchside, after the yearly bibliometric reports for IMI (the first by Thomson Reuters).",
    limits=(
        LIMITS
        + " The sector is that of the author at the time of the paper. Papers without any known sector are left out on "
        "both sides; where some are unknown the share comes out too low."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
