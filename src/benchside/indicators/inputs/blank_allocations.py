"""Participations of which nobody says what they receive."""

from benchside.indicators.base import Indicator
from benchside.indicators.community.participants import KEYS, team_rows
from benchside.indicators.inputs.division import TABLES, divided, without_amount


def rows(t):
    part, gaps = without_amount(t), divided(t)
    blank = part.filter(part.is_blank)
    joined = blank.left_join(gaps, blank.project_id == gaps.project_id)
    found = joined.select(*[blank[c] for c in part.columns], gap_kind=gaps.kind)
    return team_rows(found, kind="gap_kind")


INDICATOR = Indicator(
    id="blank_allocations",
    title="Participations without an amount",
    family="inputs",
    question="Of how many participations is the public money not stated?",
    why="A blank is not nought: sums and shares over participants rest on those that are stated.",
    unit="participations",
    tables=TABLES,
    counts=("participation",),
    rows=rows,
    reducer="sum",
    keys=(*KEYS, "kind"),
    direction="less",
    printed="exact",
    definition=(
        "The number of participations for which no exact amount of public money in euro is on record. The kind says how the "
        "amounts of their project stand to its grant: where they add up to it, the blank ones hide no money."
    ),
    definition_source="Benchside.",
    limits=(
        "Some receive no public money by their role, as associated partners; their amounts are blank and not nought all the "
        "same. The cut by role tells them apart."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
