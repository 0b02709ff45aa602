"""Plans to keep results alive after a project."""

from benchside.indicators.base import Indicator
from benchside.indicators.economy.exploitation import COUNTS, KEYS, LIMITS, TABLES, events


def rows(t):
    return events(t, "sustainability_plan")


INDICATOR = Indicator(
    id="sustainability_plans",
    title="Sustainability plans",
    family="economy",
    question="For how many results is there a plan to keep them alive after the project?",
    why="Databases, networks and courses end with the money unless somebody has planned for it.",
    unit="plans",
    tables=TABLES,
    counts=COUNTS,
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The number of recorded plans that say how a result is kept going after its project.",
    definition_source="Benchside; IMI's brochure of 2015 prints the number without a definition.",
    limits=LIMITS + " A plan is an intention; it does not show that the result was kept going.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
