"""KPI 9: any way of having a say counts."""

TEAMS = """
    project
    project_id | programme_id
    alpha      | P1
    beta       | P1
    gamma      | P1
    delta      | P2
    epsilon    | P2

    participation
    project_id | organisation_id | partner_group
    alpha      | univ-a          | academic
    alpha      | patients-b      | patient_organisation
    alpha      | patients-c      | patient_organisation
    beta       | univ-a          | academic
    delta      | univ-a          | academic

    patient_involvement
    project_id | programme_id | kind
    gamma      |              | advisory
    delta      |              | speaker
    epsilon    |              | funder
               | P1           | committee
"""


def test_a_say_counts_and_a_speech_or_money_does_not(world):
    desk = world(TEAMS)
    figure = desk.one("kpi9_patient_projects")
    # alpha (partner) and gamma (advisory board), of alpha, beta, gamma and delta; epsilon has no record that counts
    assert figure.value == 0.5
    assert figure.denominator == 4
