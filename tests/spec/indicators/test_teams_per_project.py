"""The mean size of the projects whose teams are known."""


def test_projects_without_a_list_of_partners_are_left_out(world):
    desk = world("""
        project
        project_id | programme_id
        alpha      | P1
        beta       | P1
        gamma      | P2
        delta      | P2

        participation
        project_id | organisation_id
        alpha      | univ-a
        alpha      | firm-b
        alpha      | firm-c
        beta       | univ-a
        gamma      | univ-a
        gamma      | firm-b
    """)
    figure = desk.one("teams_per_project")
    assert figure.value == 2  # (3 + 1 + 2) / 3; delta has no list
    assert figure.n == 3
    assert 1 <= figure.low < 2 < figure.high <= 3  # no draw of 1, 2 and 3 has a mean outside them
    assert desk.one("teams_per_project", {"programme": ["P1"]}).value == 2  # (3 + 1) / 2
    assert desk.one("teams_per_project", {"programme": ["P2"]}).value == 2  # 2 / 1
