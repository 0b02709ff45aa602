"""The part of the public money that goes to small firms."""

from benchside.indicators.base import Indicator
from benchside.indicators.community.project_share import is_told
from benchside.indicators.inputs.ledger import allocated, allocation_rows


def rows(t):
    given, teams = allocated(t), t.participation
    small = teams.filter(teams.partner_group == "sme").participation_id
    to_sme = given.participation_id.isin(small)
    return allocation_rows(t, given, num=to_sme.ifelse(given.amount, 0), den=given.amount, observed=is_told(small))


INDICATOR = Indicator(
    id="sme_share_of_funding",
    title="SMEs' share of public money",
    family="community",
    question="What part of the public money goes to small and medium-sized enterprises?",
    why=("Small firms depend on public money more than the others, and programmes set themselves a target for it."),
    unit="share",
    tables=("allocation", "participation"),
    counts=("allocation",),
    rows=rows,
    reducer="ratio",
    den_scale=100,
    keys=("project", "organisation", "participation"),
    direction="more",
    printed="percent1",
    definition=(
        "Public money allocated to participations in the group SME, divided by the public money allocated to all "
        "participations."
    ),
    definition_source=(
        "Benchside; the brochure of 2015 prints two such shares, one of all funding and one of the first nine "
        "calls: they are this figure in two scopes."
    ),
    limits=(
        "Counts exact amounts in euro, as published, at their latest dated version, of the projects whose "
        "partners' amounts are known. The group is that of the participation, as the source gives it; "
        "participations of unknown group are in the denominator."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)
