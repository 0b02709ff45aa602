"""Organisations that take part, each once."""

from benchside.indicators.base import Indicator
from benchside.indicators.clustered import LIMITS, TABLES, clustered
from benchside.indicators.community.participants import KEYS, team_rows


def rows(t):
    return team_rows(clustered(t, t.participation), thing="cluster")


INDICATOR = Indicator(
    id="organisations",
    title="Organisations",
    family="community",
    question="How many different organisations take part?",
    why=("It shows how far the community reaches; a large university with thirty teams is one organisation."),
    unit="organisations",
    tables=("participation", *TABLES),
    counts=("participation",),
    rows=rows,
    reducer="distinct",
    keys=KEYS,
    direction="neutral",
    printed="exact",
    definition=(
        "The number of different organisations with at least one participation, from the start of their first "
        "project; one that left still counts. Records that are one organisation at the date count once."
    ),
    definition_source="Benchside.",
    limits=(LIMITS + " Cuts by group do not add up: an organisation may take part in several groups."),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
