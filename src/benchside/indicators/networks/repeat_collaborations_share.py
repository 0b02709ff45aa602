"""Who works together again."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.networks.pairs import LIMITS, TABLES, pairs


def rows(t):
    found = pairs(t)
    again = found.count().over(group_by="pair") > 1
    return evidence(found, num=again.cast("int64"), thing="pair", project="project_id")


INDICATOR = Indicator(
    id="repeat_collaborations_share",
    title="Share of repeated collaborations",
    family="networks",
    question="How many pairs of organisations share more than one project?",
    why="Those who meet again have found it worth while.",
    unit="share",
    tables=TABLES,
    counts=("participation",),
    rows=rows,
    reducer="mean",
    keys=("project",),
    direction="neutral",
    printed="percent1",
    definition=(
        "Of the pairs of organisations that share a project in the scope, those that share at least two projects, "
        "inside or outside the scope."
    ),
    definition_source="Benchside.",
    limits=(
        LIMITS
        + " Projects at the same time count like projects one after the other. No interval is given, because the pairs "
        "of one project are not independent."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
