"""Members of networks."""

from benchside.indicators.base import Indicator
from benchside.indicators.people.observed import KEYS, TABLES, latest, sized


def rows(t):
    found = latest(t, "members")
    return sized(found.filter(found.subject_type.fill_null("") != "project"))


INDICATOR = Indicator(
    id="network_members",
    title="Members of networks",
    family="people",
    question="How many members do the networks have that projects built?",
    why="A network carries what was learned further than a consortium can.",
    unit="members",
    tables=TABLES,
    counts=TABLES,
    rows=rows,
    reducer="sum",
    keys=KEYS,
    direction="more",
    printed="exact",
    people=True,
    definition=(
        "The latest dated number of members of each network, added over networks. The partners of a project's "
        "consortium are not members of a network."
    ),
    definition_source="Benchside; IMI's brochure of 2015 prints the members of one network.",
    limits=(
        "Members are people in some networks and organisations in others, as the source gives them. A member of two "
        "networks counts twice. Numbers without a date are not counted, and a lower bound counts as it stands."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
