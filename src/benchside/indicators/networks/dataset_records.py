"""Records of data sets."""

from benchside.indicators.base import Indicator
from benchside.indicators.networks.observed import LIMITS, TABLES, observed


def rows(t):
    return observed(t, "records")


INDICATOR = Indicator(
    id="dataset_records",
    title="Records of data sets",
    family="networks",
    question="How many records do the data sets hold?",
    why="It shows how much a later study can build on.",
    unit="records",
    tables=TABLES,
    counts=("observation",),
    rows=rows,
    reducer="sum",
    keys=("project",),
    direction="more",
    printed="exact",
    definition="The latest observed numbers of records of data sets, added up over data sets.",
    definition_source="Benchside; IMI's brochure of 2015 prints one such number.",
    limits=(
        LIMITS
        + " Records of different data sets are different things (reactions, patients, compounds): a sum over several "
        "says little."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
