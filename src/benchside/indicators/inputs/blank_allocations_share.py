"""The part of the participations of which nobody says what they receive."""

from benchside.indicators.base import Indicator
from benchside.indicators.community.participants import KEYS, team_rows
from benchside.indicators.inputs.division import without_amount


def rows(t):
    part = without_amount(t)
    return team_rows(part, num=part.is_blank.cast("int64"), den=1)


INDICATOR = Indicator(
    id="blank_allocations_share",
    title="Share of participations without an amount",
    family="inputs",
    question="Of what part of the participations is the public money not stated?",
    why="Where it differs between types of organisation, shares of money by type are not to be trusted to its size.",
    unit="share",
    tables=("allocation", "participation"),
    counts=("participation", "allocation"),
    rows=rows,
    reducer="ratio",
    keys=KEYS,
    direction="less",
    printed="percent1",
    parts=("blank_allocations", "teams"),
    definition=(
        "Participations for which no exact amount of public money in euro is on record, divided by all participations."
    ),
    definition_source="Benchside.",
    limits=(
        "Some receive no public money by their role, as associated partners, and are among the blank ones: cut it by role "
        "before comparing types of organisation."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
