"""Countries of networks."""

from benchside.indicators.base import Indicator
from benchside.indicators.networks.sizes import KEYS, LIMITS, TABLES, sized


def rows(t):
    return sized(t, "countries", "country")


INDICATOR = Indicator(
    id="network_countries",
    title="Countries of networks",
    family="networks",
    question="Over how many countries do the networks spread?",
    why="Rare diseases and rare events need many countries.",
    unit="countries",
    tables=TABLES,
    counts=("network", "observation"),
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition=(
        "For each network the distinct countries of its listed sites, or the observed number where that is larger; "
        "added up over networks."
    ),
    definition_source="Benchside; IMI's brochure of 2015 prints numbers of countries of single networks.",
    limits=(
        LIMITS + " A country of two networks counts in each: read it for one network or project, not as the number of "
        "countries reached."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
