"""Small firms among all teams."""

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


def test_every_team_is_in_the_denominator(world):
    figure = world(TEAMS).one("sme_share_of_participants")
    assert figure.value == 0.25  # firm-b twice, of eight teams: 2 / 8
    assert figure.denominator == 8
