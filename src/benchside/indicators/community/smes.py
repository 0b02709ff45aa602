"""Small and medium-sized enterprises that take part, each once."""

from benchside.indicators.base import Indicator
from benchside.indicators.clustered import LIMITS, TABLES, clustered
from benchside.indicators.community.participants import KEYS, team_rows


def rows(t):
    p = clustered(t, t.participation)
    return team_rows(p.filter(p.partner_group == "sme"), thing="cluster")


INDICATOR = Indicator(
    id="smes",
    title="Small and medium-sized enterprises",
    family="community",
    question="How many different small and medium-sized enterprises take part?",
    why="Programmes promise to bring small firms in; firms are not teams, and one firm may have several.",
    unit="organisations",
    tables=("participation", *TABLES),
    counts=("participation",),
    rows=rows,
    reducer="distinct",
    keys=KEYS,
    direction="more",
    printed="exact",
    variants=("teams",),
    definition="The number of different organisations with at least one participation in the group SME.",
    definition_source=(
        "Benchside. 'SMEs' of the brochure of 2015 may be firms or teams: it prints the number without a "
        "definition, in a row of numbers of teams."
    ),
    limits=(
        "The group is that of the participation, as the source gives it; whether the firm met EC recommendation "
        "2003/361 at the time is not tested. " + LIMITS
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
