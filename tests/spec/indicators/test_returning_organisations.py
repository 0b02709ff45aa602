"""Organisations that come again."""

import pytest

TEAMS = """
    project
    project_id | programme_id
    alpha      | P1
    beta       | P1
    gamma      | P2

    participation
    project_id | organisation_id
    alpha      | univ-a
    alpha      | univ-a
    alpha      | firm-b
    alpha      | firm-c
    beta       | firm-b
    gamma      | firm-c
"""


def test_two_teams_in_one_project_are_no_return(world):
    figure = world(TEAMS).one("returning_organisations")
    assert figure.value == pytest.approx(2 / 3)  # firm-b and firm-c, of three; univ-a is twice in alpha
    assert figure.n == 3


def test_a_scope_chooses_the_organisations_and_not_the_projects_they_return_to(world):
    desk = world(TEAMS)
    # of P2 there is firm-c alone, which is in alpha as well
    assert desk.one("returning_organisations", {"programme": ["P2"]}).value == 1
    assert desk.one("returning_organisations", {"project": ["alpha"]}).value == pytest.approx(2 / 3)
