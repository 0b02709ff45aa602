"""Papers that anybody can read."""

from benchside.indicators.base import Indicator
from benchside.indicators.science.papers import KEYS, LIMITS, TABLES, counted, papers


def rows(t):
    found = papers(t)
    known = found.filter(found.open_access.notnull() & (found.open_access != "unknown"))
    return counted(known, num=(known.open_access != "closed").cast("int64"))


INDICATOR = Indicator(
    id="open_access_share",
    title="Share of open access publications",
    family="science",
    question="How many of the publications can anybody read?",
    why="Publicly paid results should be open to patients and doctors too.",
    unit="share",
    tables=TABLES,
    counts=("project_work",),
    rows=rows,
    reducer="mean",
    keys=KEYS,
    direction="more",
    interval=True,
    printed="percent",
    definition=(
        "The share of publications that are open in any way (gold, green, hybrid or bronze), among those of which "
        "it is known."
    ),
    definition_source="Benchside.",
    limits=(
        LIMITS
        + " Publications of unknown access are left out on both sides. Bronze can be closed again by the publisher."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
