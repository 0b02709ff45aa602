"""Papers in the first quarter of journals."""

from benchside.indicators.base import Indicator
from benchside.indicators.science.papers import KEYS, LIMITS, TABLES, counted, papers


def rows(t):
    place, found = t.journal_rank, papers(t)
    best = place.group_by(["issn", "year"]).agg(holds=(place["rank"] * 4 <= place.journals).any())
    dated = found.join(best, (found.issn == best.issn) & (found.year == best.year))
    ranked = dated.select(*[found[c] for c in found.columns], holds=best.holds)
    return counted(ranked, num=ranked.holds.cast("int64"))


INDICATOR = Indicator(
    id="first_quartile_share",
    title="Share of publications in first-quarter journals",
    family="science",
    question="How many of the publications are in the best ranked quarter of journals?",
    why="Reports print it as a sign of quality; it speaks of journals, not of the papers in them.",
    unit="share",
    tables=(*TABLES, "journal_rank"),
    counts=("project_work", "journal_rank"),
    rows=rows,
    reducer="mean",
    keys=KEYS,
    direction="more",
    interval=True,
    printed="percent1",
    definition=(
        "The share of papers whose journal stood, in the year of publication, in the best quarter of at least one "
        "of its categories, among papers of ranked journals."
    ),
    definition_source=(
        "Benchside, after the yearly bibliometric reports for IMI (the first by Thomson Reuters); those rank by "
        "journal impact factor, here by whatever list is in the records."
    ),
    limits=(
        LIMITS
        + " Papers of journals without a rank in that year are left out on both sides. Lists differ, and many may not "
        "be passed on."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
