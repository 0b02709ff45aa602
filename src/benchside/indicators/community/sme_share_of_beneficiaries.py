"""The part of the teams outside industry that are small firms."""

from benchside.indicators.base import Indicator, ShareOf
from benchside.indicators.community.participants import KEYS, sme_share


def rows(t):
    p = t.participation
    return sme_share(p.filter(~p.partner_group.isin(["industry", "unknown"])))


INDICATOR = Indicator(
    id="sme_share_of_beneficiaries",
    title="SMEs' share of beneficiaries",
    family="community",
    question="What part of the teams that may receive public money are small and medium-sized enterprises?",
    why="Large companies receive no public money; among those who may, the weight of small firms shows.",
    unit="share",
    tables=("participation",),
    counts=("participation",),
    rows=rows,
    reducer="ratio",
    interval=True,
    keys=KEYS,
    direction="more",
    printed="percent",
    share_of=ShareOf("teams", "group", part="sme", without=("industry", "unknown")),
    variants=("sme_share_of_participants", "kpi10_sme_share"),
    definition="Participations in the group SME, divided by all participations outside industry.",
    definition_source=(
        "Benchside; the share of the brochure of 2015 has no definition and agrees with its numbers of teams only"
        " if industry is left out."
    ),
    limits=(
        "Counts teams and not firms, in every role. Participations of unknown group are left out, because some "
        "may be industry's."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
