"""How much larger firms have become since they were first observed."""

from benchside.indicators.base import Indicator, evidence, stack
from benchside.indicators.economy.firms import earlier_reading, employees, latest_reading


def rows(t):
    known = employees(t)
    last, first = latest_reading(known), earlier_reading(known)
    last = last.filter(last.firm.isin(first.firm))
    keys = {"project": "project_id", "organisation": "organisation", "year": "last_year"}
    return stack(
        evidence(last, num=last.value, thing="firm", **keys),
        evidence(first, num=0, den=first.value, thing="firm", observed=False, **keys),
    )


INDICATOR = Indicator(
    id="firm_growth",
    title="Growth of firms",
    family="economy",
    question="How many times as many people do firms employ as when they were first observed?",
    why="Small firms join in order to grow; this shows whether those observed did.",
    unit="times",
    tables=("observation_history",),
    counts=("observation",),
    rows=rows,
    reducer="ratio",
    keys=("project", "organisation", "year"),
    direction="more",
    printed="decimal2",
    definition=(
        "The latest dated number of employees divided by the first known one; for several firms, the sum of the "
        "latest over the sum of the first. A number without a date is taken to be from before all dated ones."
    ),
    definition_source=(
        "Benchside; IMI's brochure of 2015 tells the growth of one firm in two numbers, of which it dates neither."
    ),
    limits=(
        "Only firms with a dated number and one from before it are in it, and those that grew are told of most. The "
        "records do not say how much of the growth is owed to the project."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
