"""Inventions for which a patent was applied for."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.economy.exploitation import COUNTS, KEYS, applications, borne


def rows(t):
    a = applications(t.exploitation_event)
    return evidence(a, num=a.inventions, thing="invention", observed=a.inventions > 0, **borne(a))


INDICATOR = Indicator(
    id="patent_applications",
    title="Patent applications",
    family="economy",
    question="For how many inventions was a patent applied for?",
    why="An application costs money, so somebody expects the invention to be worth protecting.",
    unit="patent applications",
    tables=COUNTS,
    counts=COUNTS,
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition=(
        "The number of patent applications; those of one patent family are one invention and count once. An "
        "application without a family counts as recorded, and as one where no number is recorded."
    ),
    definition_source=(
        "Benchside; IMI's brochure of 2015 prints the number and does not say whether families are counted once."
    ),
    limits=(
        "Only what projects or public pages told, so the number is a lower bound. A family that two projects share "
        "counts in each of them and once in the whole. Granted patents are not counted here. A number given as a "
        "bound counts as it stands."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
