"""Projects in which a patient organisation is a partner."""

import pytest

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
"""


def test_a_project_with_two_patient_organisations_counts_once(world):
    desk = world(TEAMS)
    figure = desk.one("projects_with_patient_organisations")
    # alpha, of alpha, beta and delta; gamma and epsilon have no recorded partner
    assert figure.value == pytest.approx(1 / 3)
    assert figure.denominator == 3
    assert desk.one("projects_with_patient_organisations", {"programme": ["P1"]}).value == 0.5
    assert desk.one("projects_with_patient_organisations", {"programme": ["P2"]}).value == 0  # delta has none
