"""Lasting networks."""

from benchside.indicators.base import Indicator, evidence


def rows(t):
    network = t.network
    return evidence(network, project="project_id", year=network.founded_on.year().cast("string"))


INDICATOR = Indicator(
    id="networks",
    title="Networks",
    family="networks",
    question="How many lasting networks were built?",
    why="A network can take up the next question without beginning anew.",
    unit="networks",
    tables=("network",),
    counts=("network",),
    rows=rows,
    reducer="sum",
    keys=("project", "year"),
    direction="more",
    printed="exact",
    definition=(
        "The number of recorded networks of sites, laboratories or members. The year is that of the foundation."
    ),
    definition_source="Benchside.",
    limits="Whether a network is still alive is not recorded.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
