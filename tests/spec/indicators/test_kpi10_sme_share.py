"""KPI 10: small firms among those who sign the grant agreement."""

import pytest

TEAMS = """
    participation
    project_id | organisation_id | partner_group | role
    alpha      | univ-a          | academic      | coordinator
    alpha      | firm-b          | sme           | participant
    alpha      | firm-c          | industry      | lead
    alpha      | body-d          | unknown       | participant
    beta       | univ-a          | academic      | participant
    beta       | firm-b          | sme           | adviser
    beta       | univ-e          | academic      | third_party
    beta       | firm-c          | industry      | participant
"""


def test_advisers_and_third_parties_are_no_formal_beneficiaries(world):
    figure = world(TEAMS).one("kpi10_sme_share")
    # outside industry and of known group: univ-a coordinates, firm-b and univ-a participate: 1 / 3
    assert figure.value == pytest.approx(1 / 3)
    assert figure.denominator == 3
