"""New companies that carry a result on."""

from benchside.indicators.base import Indicator
from benchside.indicators.economy.exploitation import COUNTS, KEYS, LIMITS, TABLES, events


def rows(t):
    return events(t, "spin_off")


INDICATOR = Indicator(
    id="spin_offs",
    title="Spin-offs",
    family="economy",
    question="How many companies were founded on results of the projects?",
    why="A new company is a sign that somebody expects a result to earn its living.",
    unit="spin-offs",
    tables=TABLES,
    counts=COUNTS,
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The number of companies founded to carry a project's result on, by the date.",
    definition_source="Benchside; IMI's brochure of 2015 prints the number without a definition.",
    limits=LIMITS
    + " A company that was closed or sold since still counts. One that two projects told apart, in two records, counts for each unless one of the records says that it stands for none.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
