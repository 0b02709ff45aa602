"""Papers written across borders."""

from benchside.indicators.base import Indicator
from benchside.indicators.science.papers import KEYS, LIMITS, TABLES, held_by_several, marked, papers


def rows(t):
    return marked(papers(t), held_by_several(t, "country"))


INDICATOR = Indicator(
    id="international_share",
    title="Share of international publications",
    family="science",
    question="How many of the publications were written by authors in more than one country?",
    why="It shows whether the partnership joins what national programmes do apart.",
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
        "The share of papers whose authors' addresses lie in at least two countries, among papers with a known country."
    ),
    definition_source="Benchside, after the yearly bibliometric reports for IMI (the first by Thomson Reuters).",
    limits=(
        LIMITS
        + " Papers without any known country are left out on both sides; where some are unknown the share comes out "
        "too low."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
