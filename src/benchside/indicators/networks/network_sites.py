"""Sites of networks."""

from benchside.indicators.base import Indicator
from benchside.indicators.networks.sizes import KEYS, LIMITS, TABLES, sized


def rows(t):
    return sized(t, "sites", "country", "name")


INDICATOR = Indicator(
    id="network_sites",
    title="Sites of networks",
    family="networks",
    question="How many sites belong to the networks?",
    why="It shows how far a study can reach through them.",
    unit="sites",
    tables=TABLES,
    counts=("network", "observation"),
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition=(
        "For each network its listed sites, distinct by name and country, or the observed number where that is "
        "larger; added up over networks."
    ),
    definition_source="Benchside; IMI's brochure of 2015 prints numbers of sites of two networks.",
    limits=LIMITS + " A site of two networks counts in each.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
