"""How much more cross-sector papers are cited than others."""

from benchside.indicators.base import Indicator
from benchside.indicators.science.papers import held_by_several
from benchside.indicators.science.scored import FEW, KEYS, LIMITS, RULE, SETTLED, SOURCE, contrasted
from benchside.indicators.science.scored import TABLES as SCORED


def rows(t):
    return contrasted(t, held_by_several(t, "sector", unknown="unknown"))


INDICATOR = Indicator(
    id="premium_cross_sector",
    title="Citation impact of cross-sector publications over that of others",
    family="science",
    question="Are publications written across several sectors cited more than those written within one sector?",
    why="Reports print it as the gain of working together; it is a difference between papers, not an effect.",
    unit="ratio",
    tables=(*SCORED, "authorship"),
    counts=("project_work", "work_score", "authorship"),
    rows=rows,
    reducer="contrast",
    keys=KEYS,
    direction="neutral",
    interval=True,
    printed="decimal2",
    few=FEW,
    companions=("cross_sector_share", "mncs", "median_ncs"),
    definition=(
        "The mean normalised citation score of papers written across several sectors over that of papers "
        "written within one sector, by the "
        "addresses of their authors at the time of the paper. " + RULE + SETTLED
    ),
    definition_source=SOURCE,
    limits=(
        LIMITS + " Papers without any known sector are left out on both sides. Papers written together have more "
        "authors, which by itself brings "
        "citations. It is associated with working together, not shown to be caused by it."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
