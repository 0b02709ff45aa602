"""The part of the ties that lead from one sector to another."""

import ibis

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.networks.members import LIMITS, TABLES, meetings


def rows(t):
    met = meetings(t)
    known = met.filter((met.a != "unknown") & (met.b != "unknown"))
    within = ibis.window(group_by="project_id")
    summed = known.mutate(
        across=(known.a != known.b).ifelse(known.pairs, 0).sum().over(within),
        together=known.pairs.sum().over(within),
        nth_=ibis.row_number().over(group_by="project_id", order_by=["a", "b"]),
    )
    once = summed.filter(summed.nth_ == 0)
    return evidence(once, num=once.across, den=once.together, project="project_id", year="year")


INDICATOR = Indicator(
    id="cross_sector_pairs_share",
    title="Share of pairs across sectors",
    family="networks",
    question="What part of the pairs of organisations that share a project is of two different sectors?",
    why="A project may have many sectors on its list and still be a circle of one of them.",
    unit="share",
    tables=TABLES,
    counts=("participation",),
    rows=rows,
    reducer="ratio",
    keys=("project", "year"),
    direction="neutral",
    printed="percent",
    definition=(
        "Pairs of organisations in one project that take part in different groups, divided by all pairs in one project whose two groups are "
        "known; both added up over projects."
    ),
    definition_source="Benchside.",
    limits=f"{LIMITS} Large projects outweigh all others, because pairs grow with the square of the partners. Participations of unknown group are left out; those in none of the groups count as a group.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
