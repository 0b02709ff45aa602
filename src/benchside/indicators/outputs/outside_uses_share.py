"""Uses by others than the partners."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.outputs.uses import LIMITS, TABLES, uses


def rows(t):
    used = uses(t)
    known = used.filter(used.is_outside.notnull())
    outside = known.is_outside.cast("int64")
    year = known.used_on.year().cast("string")
    return evidence(known, num=outside, den=1, project="project_id", kind="kind", sector="user_group", year=year)


INDICATOR = Indicator(
    id="outside_uses_share",
    title="Share of uses outside the consortium",
    family="outputs",
    question="How many of the uses are by others than the partners?",
    why="Public money is to serve more than those who took part.",
    unit="share",
    tables=TABLES,
    counts=("asset_use",),
    rows=rows,
    reducer="ratio",
    keys=("project", "kind", "sector", "year"),
    direction="more",
    interval=True,
    printed="percent",
    definition=(
        "Uses by somebody outside the consortium, divided by all uses of which it is known whether the user was a "
        "partner."
    ),
    definition_source="Benchside.",
    limits=LIMITS + " Uses of which this is not known are left out on both sides.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
