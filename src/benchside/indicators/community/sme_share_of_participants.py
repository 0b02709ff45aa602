"""The part of all teams that are small firms."""

from benchside.indicators.base import Indicator, ShareOf
from benchside.indicators.community.participants import KEYS, sme_share


def rows(t):
    return sme_share(t.participation)


INDICATOR = Indicator(
    id="sme_share_of_participants",
    title="SMEs' share of participants",
    family="community",
    question="What part of all teams are small and medium-sized enterprises?",
    why="It is the wider reading of 'participants', with industry among them.",
    unit="share",
    tables=("participation",),
    counts=("participation",),
    rows=rows,
    reducer="ratio",
    interval=True,
    keys=KEYS,
    direction="more",
    printed="percent",
    share_of=ShareOf("teams", "group", part="sme"),
    variants=("sme_share_of_beneficiaries", "kpi10_sme_share"),
    definition="Participations in the group SME, divided by all participations.",
    definition_source="Benchside.",
    limits=("Counts teams and not firms, in every role. Participations of unknown group are in the denominator."),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
