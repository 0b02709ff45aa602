"""Small firms among the teams outside industry."""

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


def test_industry_and_unknown_groups_are_left_out(world):
    figure = world(TEAMS).one("sme_share_of_beneficiaries")
    assert figure.value == 0.4  # firm-b twice, over univ-a twice, firm-b twice and univ-e: 2 / 5
    assert figure.denominator == 5
