"""IMI2 KPI 10: small firms among the formal beneficiaries."""

from benchside.indicators.base import Indicator
from benchside.indicators.community.participants import KEYS, sme_share

FORMAL = ("coordinator", "lead", "participant")
"""Roles of those who sign the grant agreement."""


def rows(t):
    p = t.participation
    return sme_share(p.filter(p.role.isin(FORMAL) & ~p.partner_group.isin(["industry", "unknown"])))


INDICATOR = Indicator(
    id="kpi10_sme_share",
    title="KPI 10: SMEs among beneficiaries",
    family="kpis",
    question="What part of the formal beneficiaries are small and medium-sized enterprises?",
    why="The programme promised to support small firms; here is how many came in.",
    unit="share",
    tables=("participation",),
    counts=("participation",),
    rows=rows,
    reducer="ratio",
    interval=True,
    keys=KEYS,
    direction="more",
    printed="percent",
    variants=("sme_share_of_beneficiaries", "sme_share_of_participants"),
    definition=(
        "Participations in the group SME, divided by all participations outside industry, both as coordinator, "
        "lead or participant."
    ),
    definition_source="IMI2's key performance indicators, KPI 10; wording to be verified.",
    limits=(
        "Counts participations and not firms. Advisers, associated partners and third parties are left out, and "
        "so are participations of unknown group, because some may be industry's. A 'lead' may be among them "
        "without public money."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
