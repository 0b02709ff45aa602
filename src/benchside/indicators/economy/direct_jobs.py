"""Posts that projects pay or create."""

from benchside.indicators.base import Indicator
from benchside.indicators.economy.posts import KEYS, LIMITS, TABLES, posts


def rows(t):
    return posts(t)


INDICATOR = Indicator(
    id="direct_jobs",
    title="Direct jobs",
    family="economy",
    question="How many full-time jobs do the projects pay or create?",
    why="Work for researchers and technicians in Europe is one of the things a partnership promises.",
    unit="full-time jobs",
    tables=TABLES,
    counts=TABLES,
    rows=rows,
    reducer="sum",
    scale=1_000_000,
    keys=KEYS,
    direction="more",
    printed="exact",
    definition=(
        "The sum of the full-time equivalents of posts that projects pay or create and that had begun by the date, "
        "also of those that have ended since."
    ),
    definition_source="Benchside; IMI's brochure of 2015 prints the number without a definition.",
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
